"""Drafting a document's summary from its parsed record, each sentence with the places that prove it."""
