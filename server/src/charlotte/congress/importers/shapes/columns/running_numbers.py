"""Columns that number the rows of a list, which are no places though their words may come again in the next list."""

from charlotte.congress.importers.shapes.rows import Table

FEWEST = 3
MOSTLY = 0.9
MOST = 400


def counts_rows(table: Table, column: str) -> bool:
    """Return whether each figure in a column is one more than that above it."""
    values = [*table.values(column, MOST)]
    if len(values) < FEWEST or not all(value.isdecimal() for value in values):
        return False
    numbers = [int(value) for value in values]
    steps = sum(after == before + 1 for before, after in zip(numbers, numbers[1:], strict=False))
    return steps >= MOSTLY * (len(numbers) - 1)
