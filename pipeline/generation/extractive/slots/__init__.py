"""What a question asks for as a slot, and whether what an answer tells fills it: who, when, how much, where, how."""
