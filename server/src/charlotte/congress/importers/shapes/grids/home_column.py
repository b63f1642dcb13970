"""The column of a table to which belongs what is written across several: a break's name is a title, and no room."""

from collections.abc import Mapping, Sequence

from charlotte.congress.importers.shapes.values.words import best_name

Cell = tuple[int, int]


def home_column(
    columns: Sequence[int], names: Sequence[str], rows: Sequence[Sequence[str]], covered: Mapping[Cell, Cell]
) -> int:
    """Return which of some columns, (first, …), holds titles: by its name, else the one of the most different texts.

    `covered` are the cells that are written across others; they say nothing of a column.
    """
    fields = {column: best_name(names[column])[0] for column in columns}
    named = next((column for column in columns if fields[column] == "title"), None)
    if named is not None:
        return named
    free = [column for column in columns if fields[column] is None]
    if not free or fields[columns[0]] is None:
        return columns[0]

    def worth(column: int) -> tuple[int, int]:
        texts = {
            row[column]
            for at, row in enumerate(rows)
            if column < len(row) and row[column] and (at, column) not in covered
        }
        return len(texts), sum(map(len, texts))

    return max(free, key=worth)
