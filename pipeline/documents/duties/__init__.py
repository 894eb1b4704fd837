"""Duties: which unit must do what – units and their names, who leads and who supports."""
