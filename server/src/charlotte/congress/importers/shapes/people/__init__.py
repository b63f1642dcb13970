"""Who: names as programmes write them, and what their bearers do in a session."""
