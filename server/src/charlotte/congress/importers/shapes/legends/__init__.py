"""Signs, letters and codes in cells, with what a line or a list beside them explains."""
