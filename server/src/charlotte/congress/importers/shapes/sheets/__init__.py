"""Files of sheets: CSV, and workbooks of Excel and OpenDocument; each sheet becomes a grid of cells."""
