"""What a question wants: from its reading to a goal."""
