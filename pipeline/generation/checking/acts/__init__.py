"""Who does what to whom: whether a source gives each act to the same hand."""
