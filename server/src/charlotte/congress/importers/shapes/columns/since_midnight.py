"""Clocks that a system counts since midnight: `35100` seconds, `585` minutes, `9.75` hours for a quarter to ten."""

import re
from collections.abc import Sequence

from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.words import name_score

LIKELY = 0.45
FEWEST = 2
MOST = 400
A_DAY = 24
NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,2})?")
QUARTERS = frozenset((0.0, 25.0, 50.0, 75.0))


def with_clocks(table: Table) -> Table:
    """Return a table whose columns of starts and ends say clocks where they count from midnight; rows are changed."""
    for column in table.columns:
        if max(name_score("start", column), name_score("end", column)) < LIKELY:
            continue
        in_hour = _in_an_hour([*table.values(column, MOST)])
        for row in table.rows if in_hour else ():
            if NUMBER.fullmatch(said := row.text(column).strip()):
                minutes = round(float(said) * 60 / in_hour)
                row.cells[column] = f"{minutes // 60 % A_DAY:02}:{minutes % 60:02}"
    return table


def _in_an_hour(values: Sequence[str]) -> int:
    """Return how many of what a column counts make an hour; 0 where it counts nothing or may be read as a clock."""
    if len(values) < FEWEST or not all(NUMBER.fullmatch(value) for value in values):
        return 0
    numbers = [float(value) for value in values]
    if all(number <= A_DAY and number * 100 % 100 in QUARTERS for number in numbers):
        return 1 if any(number * 100 % 100 == 75.0 for number in numbers) else 0  # "9.75" is no clock
    if any(number % 5 for number in numbers):
        return 0
    if max(numbers) < A_DAY * 60:
        return 60 if any(number % 100 >= 60 for number in numbers) else 0  # "575" is none either
    is_of_a_day = max(numbers) <= A_DAY * 3600 and all(number % 60 == 0 for number in numbers)
    return 3600 if is_of_a_day and max(numbers) >= A_DAY * 100 else 0
