"""PDF: lines, columns and tables as a page sets them."""
