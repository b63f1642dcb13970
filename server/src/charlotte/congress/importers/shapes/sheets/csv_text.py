"""Comma-separated values, whatever separates them."""

import csv
import re
from collections import Counter

import orjson

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.columns.name_pair import name_pair
from charlotte.congress.importers.shapes.people.roles import labelled, says_that_they_chair
from charlotte.congress.importers.shapes.rows import MOST_ROWS
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.values.words import name_score, words_of

DELIMITERS = ",;\t|"
LONGEST_CELL = 100_000
MOST_COLUMNS = 200
FEWEST_LINES = 3
TABLES = (".csv", ".tsv")
NAMES = (("name",), ("title",), ("fullname",))
SURE = 0.5
_ADDRESS = r"\((?:https?://[^\s()]+|[^\s():]+\.md)\)"
LINKED = re.compile(rf"\s*{_ADDRESS}")
_ITEM = r'(?:"[^"\n]+"|[^",\n]+)'
ITEMS = re.compile(rf"{_ITEM}(?:,{_ITEM})*")
"""A list in a cell, of which what holds a comma is quoted."""
LINKS = re.compile(rf"[^()\n]{{1,200}}\s{_ADDRESS}(?:[,;]\s*[^()\n]{{1,200}}\s{_ADDRESS})*")
"""Pages that a database's export names, each with its address."""


def grid_in(document: Document) -> Grid | None:
    """Return the rows of a text whose lines are cut alike; None when it is no such text."""
    text = document.text
    first, _, rest = text.partition("\n")
    first_number = 1
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text, first_number = first.strip()[4], rest, 2
    else:
        found = _delimiter(_sample(text))
        if found is None:
            if document.name.casefold().endswith(TABLES) and text.count('"') % 2:
                line = text[: text.index('"')].count("\n") + 1
                raise UnreadableFile(
                    f"{document.name} has a quotation mark that is never closed, maybe that of line {line}.",
                    hint="Remove it, or export the file again.",
                )
            if document.name.casefold().endswith(TABLES):
                _refuse_endless(document.name, text)
            return None
        delimiter = found
    rows = [[unlinked(cell) for cell in row] for row in _rows(document.name, text, delimiter)]
    return Grid(document.name, rows, first_number=first_number)


def _refuse_endless(name: str, text: str) -> None:
    """Refuse a table with a line that holds more than any cell may."""
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_CELL:
            raise UnreadableFile(
                f"{name} cannot be read as a table: line {number} holds a field larger than {LONGEST_CELL} letters.",
                hint="A line break or a quotation mark may be missing there; export the file again.",
            )


def _sample(text: str) -> str:
    """Return the beginning of a text, with some of its lines where they are long."""
    sample = text[: 64 * 1024]
    return sample if sample.count("\n") >= FEWEST_LINES else text[: 4 * 1024 * 1024]


def _listed(cell: str) -> str | None:
    """Return a list that a cell holds as JSON as people are listed; None where it is no such list."""
    try:
        items = orjson.loads(cell)
    except orjson.JSONDecodeError:
        return None
    told = [_item(one) for one in items] if isinstance(items, list) else []
    told.sort(key=lambda one: one is not None and labelled(one) is not None)  # a label holds for all behind it
    return "; ".join(one for one in told if one) if all(one is not None for one in told) else None


def _item(one: object) -> str | None:
    """Return a text as it is, and somebody with where they work, and before the name that they chair."""
    if isinstance(one, str):
        return one
    if not isinstance(one, dict):
        return None
    texts = {str(key): text.strip() for key, text in one.items() if isinstance(text, str) and text.strip()}
    pair = name_pair(tuple(texts))
    whole = next((text for key, text in texts.items() if words_of(key)[-1:] in NAMES), None)
    name = " ".join(texts[half] for half in pair) if pair is not None else whole
    employer = next((text for key, text in texts.items() if name_score("affiliation", key) > SURE), None)
    leads = next((text for text in texts.values() if says_that_they_chair(text)), None)
    told = f"{name} ({employer})" if name and employer else name
    return f"{leads}: {told}" if told and leads else told


def unlinked(cell: str) -> str:
    """Return a cell of a list of links without their addresses: `Ann Cole (https://…), Ben Orr (https://…)`.

    What is quoted in a cell again is a list: `"Cole, Ann","Orr, Ben"`.
    """
    if cell[:1] == "[" and cell.rstrip()[-1:] == "]" and (listed := _listed(cell)) is not None:
        return listed
    if '"' in cell and ITEMS.fullmatch(cell.strip()):
        return "; ".join(next(csv.reader([cell.strip()])))
    return LINKED.sub("", cell) if LINKS.fullmatch(cell.strip()) else cell


def _rows(name: str, text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    rows: list[list[str]] = []
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        for row in reader:
            if any(row[MOST_COLUMNS:]) and name.casefold().endswith(TABLES):
                raise UnreadableFile(
                    f"{name} has more than {MOST_COLUMNS} columns: line {reader.line_num} has {len(row)}.",
                    hint="Keep the columns that tell the programme, and export it again.",
                )
            rows.append(row[:MOST_COLUMNS])
            if len(rows) > MOST_ROWS:
                break
    except csv.Error as error:
        raise UnreadableFile(
            f"{name} cannot be read as a table: line {reader.line_num}: {error}.",
            hint="A quotation mark may be missing there; export the file again.",
        ) from error
    if len(rows) > 3 and not text.endswith(("\n", "\r")) and name.casefold().endswith(TABLES):
        widths = {len(row) for row in rows[:-1] if any(row)}
        if len(widths) == 1 and len(rows[-1]) < max(widths):
            raise UnreadableFile(
                f"{name} ends in the middle of a row: line {reader.line_num}.",
                hint="The file is cut off; export it again.",
            )
    return rows


def _delimiter(sample: str) -> str | None:
    """Return what cuts most lines into the same number of cells, more than one."""
    best: tuple[float, str] | None = None
    for delimiter in DELIMITERS:
        try:
            rows = [row for row in csv.reader(sample.splitlines(keepends=True)[:200], delimiter=delimiter) if any(row)]
        except csv.Error:
            continue
        if sample.count("\n") > 200 or len(rows) > 3:
            rows = rows[:-1]  # the last line of a sample may be cut
        widths = Counter(len(row) for row in rows)
        width, count = max(widths.items(), key=lambda item: (item[1] * min(item[0], 4), item[0]), default=(0, 0))
        # Prose has commas too, but not the same number in every line.
        if width > 1 and count >= 0.5 * len(rows) and len(rows) > 1:
            score = count / len(rows) + min(width, 8) / 20
            best = max(best or (0.0, ""), (score, delimiter))
    return best[1] if best else None
