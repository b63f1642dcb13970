"""Pages, read as they are seen."""
