"""Programmes in running text and headings of a document, and what its sentences say of changes."""
