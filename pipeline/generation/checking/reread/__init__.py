"""A second, learned reading: what no rule names may still speak against a statement."""
