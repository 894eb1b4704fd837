"""Questions of several parts, of several turns, over several documents or meetings."""
