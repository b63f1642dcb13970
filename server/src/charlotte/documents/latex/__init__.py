"""LaTeX sources, read as they are printed."""
