"""What a question takes for granted: held against the record, and corrected where the record gives it otherwise."""
