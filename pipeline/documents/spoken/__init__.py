"""What the sentences of an item do: they report, decide, vote, put off, hand on."""
