"""What a text is before it means anything: clean, in paragraphs, with its labels found."""
