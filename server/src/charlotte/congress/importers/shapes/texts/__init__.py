"""Programmes in documents: headings, paragraphs and tables, read from the first page to the last."""
