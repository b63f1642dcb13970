"""What a row says beside the programme's own fields: seats, ages, prices, and where it was to be held before."""

import re
from collections.abc import Iterable

from charlotte.congress.importers.shapes.columns.called import unmarked
from charlotte.congress.importers.wording import language_code, plain

YES = frozenset("true yes y x si sì sí ja oui s vero verdadero wahr vrai ✓ ✔".split())
NO = frozenset("false no n non nein falso faux falsch - – — / none null n/a".split())
LONGEST = 300
REFERS = re.compile(r"(?<=\w) (?:ids?|keys?|refs?)$", re.IGNORECASE)
LANGUAGES = re.compile(r"\s*[,;/|+&(]\s*|\s+(?:and|und|et|e|y|mit|with|con|avec)\s+")


def details_told(cells: Iterable[tuple[str, str]]) -> list[str]:
    """Return a line for each further field of a row: what its column is called, and what stands in it."""
    found = []
    for column, text in cells:
        label = label_of(column)
        said = plain(text)[:LONGEST]
        if not label or not said or said.casefold() in NO:
            continue
        found.append(f"{label}." if said.casefold() in YES else f"{label}: {said}{'' if said[-1] in '.!?' else '.'}")
    return found


def label_of(column: str) -> str:
    """Return a column's name as a reader would write it: `meta.max_seats` is "Max seats"."""
    last = re.split(r"[.\[\]{}]+", column.rstrip(".[]{}"))[-1]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unmarked(last)).replace("_", " ")
    name = REFERS.sub("", " ".join(words.split()).strip(" :?"))
    return name[:1].upper() + name[1:]


def languages_told(said: str | None) -> tuple[str | None, str | None]:
    """Return the language that a row is held in first, and its words where they say more than that."""
    if not said or language_code(said):
        return said, None
    first = next((part for part in LANGUAGES.split(said.strip()) if part and language_code(part)), None)
    return (first, said) if first else (said, None)


def was_before(texts: Iterable[str]) -> str:
    """Return a remark of where and when a row was to be held before; nothing where it does not say."""
    said = ", ".join(plain(text) for text in texts if text and text.casefold() not in NO)
    return f"was {said}" if said else ""
