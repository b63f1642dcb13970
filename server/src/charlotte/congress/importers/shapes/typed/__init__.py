"""Plain texts that a person typed in columns of blanks."""
