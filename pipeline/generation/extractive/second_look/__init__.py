"""A second look into the item that is clear, where what was told does not fill what was asked for."""
