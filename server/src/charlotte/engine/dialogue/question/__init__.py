"""A question as understood: what it asks for, about what, when and where."""
