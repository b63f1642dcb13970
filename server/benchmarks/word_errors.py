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
