"""Programmes of a START conference: an order that names papers by number, and the database of its papers."""
