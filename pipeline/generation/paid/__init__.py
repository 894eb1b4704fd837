"""Calls of a model in a batch: counted, paced, tried again, and never paid for twice."""
