"""What is to be done: points, who leads and supports, by when."""
