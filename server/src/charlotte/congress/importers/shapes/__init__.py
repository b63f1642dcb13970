"""Programmes of unknown shape: rows found in tables and trees, fields mapped by name and by value."""
