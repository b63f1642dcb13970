"""Programmes in running text and headings of a document."""
