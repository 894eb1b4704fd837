"""A `Document` becomes findable, and a question finds evidence."""
