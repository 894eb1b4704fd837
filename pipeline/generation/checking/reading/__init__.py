"""A statement and its sources, read: folded, with amounts, days, units, persons and verdicts."""
