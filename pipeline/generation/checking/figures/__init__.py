"""Numbers and times: whether a source has them, and of the same thing."""
