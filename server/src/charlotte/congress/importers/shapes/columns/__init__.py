"""What a column of a table is, by its name and by what stands in it, and what a table holds."""
