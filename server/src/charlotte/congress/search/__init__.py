"""Finding people, sessions, rooms and topics by words that were heard rather than read."""
