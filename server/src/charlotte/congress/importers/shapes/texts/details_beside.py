"""Tables beside the programme that tell more about its sessions: places, price, room of each workshop, who chairs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from charlotte.congress.importers.shapes.columns.beside import label_of
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.search.folding import fold

CODE = re.compile(r"(?:[^\W\d_]{4,}\s?)?[A-Z]{0,3}\s?\d{1,2}[a-z]?|[A-Z]{1,4}[-.]?\d{1,3}[a-z]?|[A-Z]")
CODED = re.compile(r"^((?:[^\W\d_]{4,}\s)?[A-Z]{0,3}\d{1,2}[a-z]?|[^\W\d_]{4,}\s[A-Z])\s*[:.)–—-]?\s")
SURE = 0.4
ENOUGH = 0.5
LONGEST = 300
MOST = 2_000
"""Rows of the tables together; more of them are no page that somebody made by hand."""
NO_NAMES = frozenset(
    ("room", "speakers", "chairs", "start", "end", "date", "details", "track", "language", "affiliation")
)
"""Columns in which no session is named."""
NOTES = "notes"


def with_details(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables, the rows of those without times put to the session of another table that they name."""
    if len(tables) < 2 or sum(len(table.rows) for table in tables) > MOST:
        return tuple(tables)
    timed = [table for table in tables if _has_times(table)]
    rows = [row for table in timed for row in table.rows]
    kept: list[Table] = []
    for table in tables:
        if table in timed or not rows:
            kept.append(table)
            continue
        pairs = [(row, meant(row, rows)) for row in table.rows]
        matched = [(row, session) for row, session in pairs if session is not None]
        if len(matched) < ENOUGH * len(pairs):
            kept.append(table)
            continue
        for row, session in matched:
            _complete(session, row, table.sections)
        if rest := tuple(row for row, session in pairs if session is None):
            kept.append(replace(table, rows=rest))
    return tuple(kept)


def _has_times(table: Table) -> bool:
    return any(
        sum(read_when(value, hint="clock").has_clock for value in values) >= ENOUGH * len(values)
        for column in table.columns
        if (values := list(table.values(column, 50)))
        and (len(values) > 1 or len(table.rows) == 1)
        and any(":" in value or not value.isdigit() for value in values)
    )


def meant(row: Row, sessions: Sequence[Row]) -> Row | None:
    """Return the one session that a row names by its title or its number."""
    own = [*_texts(row, own_only=True)]
    titles = {_words(text) for text in own if len(text) > 5 and not CODE.fullmatch(text)}
    named = [one for one in sessions if titles & set(_titles_of(one))]
    if len(named) == 1:
        return named[0]
    codes = {_words(text) for text in own if CODE.fullmatch(text) and not text.isdigit()}
    coded = [one for one in named or sessions if codes & set(_codes_of(one))]
    return coded[0] if len(coded) == 1 else None


def _texts(row: Row, *, own_only: bool = False) -> Iterator[str]:
    for column in row.cells:
        field, score = best_name(column)
        if field in NO_NAMES and score > SURE or own_only and column.startswith(SECTION):
            continue
        text = row.text(column).partition("\n")[0].strip()
        if text and len(text) <= LONGEST:
            yield text


def _titles_of(session: Row) -> Iterator[str]:
    for text in _texts(session):
        yield _words(text)
        if (code := CODED.match(text)) is not None:
            yield _words(text[code.end() :])


def _codes_of(session: Row) -> Iterator[str]:
    for text in _texts(session):
        if CODE.fullmatch(text):
            yield _words(text)
        elif (code := CODED.match(text)) is not None:
            yield _words(code[1])
            yield _words(code[1].split()[-1])


def _complete(session: Row, row: Row, sections: Sequence[str]) -> None:
    """Put what a row tells to a session that does not tell it itself."""
    fields = {best_name(column)[0]: column for column in session.cells if best_name(column)[1] > SURE}
    said = {_words(session.text(column)) for column in session.cells} | {*_titles_of(session), *_codes_of(session)}
    notes = []
    for column, value in row.cells.items():
        text = row.text(column)
        if column in sections or not text or _words(text) in said:
            continue
        field, score = best_name(column)
        if field is None or score <= SURE:
            notes.append(f"{label_of(column)}: {text}{'' if text[-1] in '.!?' else '.'}")
        elif field in ("title", "id"):
            continue
        elif field not in fields:
            session.cells[column] = value
        elif not session.text(fields[field]):
            session.cells[fields[field]] = value
        elif field == "details":
            session.cells.setdefault(column, value)
    if notes:
        session.cells[NOTES] = "\n".join(filter(None, (session.text(NOTES), *notes)))


@lru_cache(maxsize=20_000)
def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
