"""A file becomes a `Document` tree: read, clean, parse, extract."""
