"""The matters of a meeting: how they are numbered and titled, and what belongs to each."""
