"""Rows and their mapping made sessions; what several say of one is told once."""
