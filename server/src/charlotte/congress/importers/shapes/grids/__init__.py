"""Grids of cells (sheets, tables of documents), made tables with named columns."""
