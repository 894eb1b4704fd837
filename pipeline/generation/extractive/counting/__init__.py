"""Lists and counts: of meetings, of items of a kind, of tasks and votes; complete, in order, exact."""
