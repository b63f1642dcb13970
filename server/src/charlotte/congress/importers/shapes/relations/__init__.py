"""Tables that refer to each other: rows that name rows of another by a key, a number or a title."""
