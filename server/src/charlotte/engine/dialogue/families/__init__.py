"""Which family a question belongs to, learned from sentences; it knows nothing of any congress."""
