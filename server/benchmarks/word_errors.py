"""Word error rate, with numbers compared as words."""

import re
from collections.abc import Sequence

from num2words import num2words


def words(text: str, language: str) -> list[str]:
    """Return the words that count: lower case, no punctuation, numbers written out."""
    text = re.sub(r"\d+", lambda number: f" {num2words(int(number[0]), lang=language)} ", text.lower())
    return re.sub(r"[^\w]+", " ", text.replace("’", "'")).split()


def errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """Return how many words were wrong, missing or added."""
    row = list(range(len(heard) + 1))
    for index, word in enumerate(said, 1):
        last, row[0] = row[0], index
        for column, other in enumerate(heard, 1):
            last, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, last + (word != other))
    return row[-1]


def errors_by_word(said: Sequence[str], heard: Sequence[str]) -> list[int]:
    """Return the errors charged to each word said; words added are charged to the one before them."""
    rows = [list(range(len(heard) + 1))]
    for index, word in enumerate(said, 1):
        row = [index]
        for column, other in enumerate(heard, 1):
            above = rows[-1]
            row.append(min(above[column] + 1, row[column - 1] + 1, above[column - 1] + (word != other)))
        rows.append(row)
    charged = [0] * len(said)
    index, column = len(said), len(heard)
    while index or column:
        here = rows[index][column]
        if index and column and here == rows[index - 1][column - 1] + (said[index - 1] != heard[column - 1]):
            charged[index - 1] += here - rows[index - 1][column - 1]
            index, column = index - 1, column - 1
        elif column and here == rows[index][column - 1] + 1:
            charged[max(0, index - 1)] += 1
            column -= 1
        else:
            charged[index - 1] += 1
            index -= 1
    return charged
