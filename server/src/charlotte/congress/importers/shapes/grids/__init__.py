"""Cells in rows and columns (CSV, workbooks, tables of documents), made tables with named columns."""
