"""Where the bytes of a model can come from."""
