"""Evidence becomes words: answers, summaries, ledger rows, and the proof of each."""
