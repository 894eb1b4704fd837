"""Readers: a file of one format becomes text, with its numbering, its tables and its pages."""
