"""Whose turn it is: the model's, a tool's, or the attendee's who must say yes."""
