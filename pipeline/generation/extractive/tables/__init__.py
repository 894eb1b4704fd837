"""Answers out of the tables of a text: one cell of one row, the rows of a table, how many there are."""
