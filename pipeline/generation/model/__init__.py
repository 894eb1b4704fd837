"""The chat model that a user may set: asked with patience, read whatever it replies."""
