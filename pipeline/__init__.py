"""Jiyao 纪要: questions and summaries over official meeting minutes, every sentence proven from the text."""
