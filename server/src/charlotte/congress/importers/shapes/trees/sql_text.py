"""Databases as they are dumped: what `INSERT INTO` puts into each table, by its columns."""

import re
from collections import defaultdict
from typing import Any

_NAME = r"[`\"\[]?([\w$]+)[`\"\]]?"
_TABLE = rf"(?:{_NAME}\.)?{_NAME}\s*"
INSERT = re.compile(
    rf"\bINSERT\s+(?:IGNORE\s+)?INTO\s+{_TABLE}(?:\(([^()]*)\))?\s*VALUES\s*",
    re.IGNORECASE,
)
CREATE = re.compile(
    rf"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?{_TABLE}\((.*?)\n?\)[^()]*?;",
    re.IGNORECASE | re.DOTALL,
)
COLUMN = re.compile(rf"^\s*{_NAME}\s+[A-Za-z]")
NO_COLUMNS = ("primary", "key", "unique", "constraint", "foreign", "index", "fulltext", "check")
VALUE = re.compile(
    r"\s*(?:N?'(?P<text>(?:[^'\\]|\\.|'')*)'|(?P<null>NULL)\b|(?P<bare>[^\s,()']+(?:\([^()]*\))?))\s*(?P<end>[,)])",
    re.IGNORECASE | re.DOTALL,
)
ESCAPED = re.compile(r"\\(.)|''", re.DOTALL)
LETTERS = {"n": "\n", "t": "\t", "r": "\r", "0": ""}
MOST_ROWS = 100_000


def tables_in(text: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table; values are texts, as the columns say what they are."""
    created = {found[2]: _columns(found[3]) for found in CREATE.finditer(text)}
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for found in INSERT.finditer(text):
        named = [name.strip(' `"[]\n\r\t') for name in (found[3] or "").split(",") if name.strip()]
        columns = named or created.get(found[2], [])
        at = found.end()
        while len(tables[found[2]]) < MOST_ROWS and (read := _row(text, at)) is not None:
            values, at = read
            names = (
                columns if len(columns) == len(values) else [f"column {number + 1}" for number in range(len(values))]
            )
            tables[found[2]].append(dict(zip(names, values, strict=True)))
    return {name: rows for name, rows in tables.items() if rows}


def _columns(body: str) -> list[str]:
    lines = re.split(r",\s*(?![^()]*\))", body)
    named = (COLUMN.match(line) for line in lines)
    return [found[1] for found in named if found is not None and found[1].casefold() not in NO_COLUMNS]


def _row(text: str, at: int) -> tuple[list[str | None], int] | None:
    """Return the values of a row that begins at a place, or behind a comma there, and where it ends."""
    while at < len(text) and text[at] in " \n\r\t,":
        at += 1
    if text[at : at + 1] != "(":
        return None
    values: list[str | None] = []
    at += 1
    while (found := VALUE.match(text, at)) is not None:
        bare = found["bare"] if found["null"] is None else None
        values.append(ESCAPED.sub(_letter, found["text"]) if found["text"] is not None else bare)
        at = found.end()
        if found["end"] == ")":
            return values, at
    return None


def _letter(found: re.Match[str]) -> str:
    return LETTERS.get(found[1], found[1]) if found[1] is not None else "'"
