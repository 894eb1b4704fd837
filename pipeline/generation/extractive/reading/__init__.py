"""Reading: which sentence of what a search found answers a question, and how sure that is."""
