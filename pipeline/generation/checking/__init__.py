"""Holding a statement against its quotes: what they do not say, word for word or folded, is a problem."""
