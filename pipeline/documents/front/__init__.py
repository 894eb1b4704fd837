"""What stands before the items: whose paper it is, the meeting, who was there."""
