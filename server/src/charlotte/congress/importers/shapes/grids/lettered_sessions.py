"""Rows whose cell lists sessions held at once, each by its letter or number, made a row each: "Workshop A: …".

The other cells tell their parts by the same letters, "A: Room 1", or line by line in the same order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.parallel import ONLY_PARALLEL
from charlotte.congress.importers.shapes.values.words import best_name

LETTERED = re.compile(
    r"\s*(?P<kind>(?:[^\W\d_]{3,20}[ -])?)(?P<key>[A-Z]|\d{1,2}|[IVX]{1,4})(?P<sign>\s*[:.)]|\s+[–—-])\s+(?=\S)"
)
"""What the line of one of several begins with: "Workshop A: ", "B) ", "Atelier 2 – "."""
KEYED = re.compile(r"(?<![^\s,;(])(?:[^\W\d_]{3,20}[ -])?(?P<key>[A-Z]|\d{1,2}|[IVX]{1,4})\s*(?:[:.)=]|\s[–—-])\s+")
FEWEST = 2
EDGES = " \n\t,;|·"


@dataclass(frozen=True)
class Listed:
    """The sessions that a cell lists."""

    head: str
    """What stands above them."""
    parts: Mapping[str, str]
    """The lines of each by its letter, with its label."""


def with_lettered_apart(table: Table) -> Table:
    """Return a table with a row for each of the sessions that a cell lists by letters, where they are held at once."""
    holders = {id(row.parent) for row in table.rows}
    titles = [column for column in table.columns if best_name(column)[0] == "title"]
    columns = titles or [column for column in table.columns if best_name(column)[0] is None]
    rows = [one for row in table.rows for one in (_apart(row, columns) if id(row) not in holders else [row])]
    return replace(table, rows=tuple(rows)) if len(rows) > len(table.rows) else table


def _apart(row: Row, columns: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each session that one of the columns lists by letters, or the row as it is."""
    texts = {column: row.text(column) for column in row.cells}
    found = [(column, told) for column in columns if (told := _listed(texts.get(column, ""))) is not None]
    if not found or any(isinstance(row.cells[column], tuple) for column, _ in found):
        yield row
        return
    column, listed = max(found, key=lambda one: sum(map(len, one[1].parts.values())))
    keys = [*listed.parts]
    cut = {other: said for other, text in texts.items() if other != column and (said := _by_key(text, keys))}
    is_parallel = ONLY_PARALLEL.search(listed.head) is not None
    rooms = [said for other, said in cut.items() if best_name(other)[0] == "room"]
    if not is_parallel and not any(len({*said.values()}) == len(keys) for said in rooms):
        yield row  # one after the other
        return
    for key in keys:
        cells = dict(row.cells)
        cells[column] = listed.parts[key]
        cells.update({other: said[key] for other, said in cut.items()})
        if listed.head and not ONLY_PARALLEL.fullmatch(listed.head):
            cells.setdefault(SECTION, listed.head)
        yield replace(row, cells=cells)


def _listed(text: str) -> Listed | None:
    """Return the sessions that the lines of a cell list by their letters, in order; None where it lists none."""
    head: list[str] = []
    parts: dict[str, list[str]] = {}
    kinds: set[str] = set()
    for line in text.split("\n"):
        label = LETTERED.match(line)
        if label is not None and _follows(label["key"], [*parts]):
            parts[label["key"]] = [line.strip()]
            kinds.add(label["kind"].strip(" -").casefold())
        elif parts:
            parts[next(reversed(parts))].append(line.strip())
        else:
            head.append(line.strip())
    is_list = len(parts) >= FEWEST and len(kinds) == 1 and len(head) <= FEWEST
    told = {key: "\n".join(lines) for key, lines in parts.items()}
    return Listed(" ".join(head).strip(), told) if is_list and not any(map(_is_when, told.values())) else None


def _follows(key: str, before: Sequence[str]) -> bool:
    """Return whether a letter or number goes on with those before it."""
    if not before:
        return key in ("A", "1", "I")
    last = before[-1]
    if last.isdigit():
        return key.isdigit() and int(key) == int(last) + 1
    if before[0] == "I":
        return key == "I" * len(last + "I") if len(before) < len("III") else key in ("IV", "V", "VI")
    return len(key) == 1 and key.isalpha() and ord(key) == ord(last) + 1


def _is_when(text: str) -> bool:
    """Return whether a line is nothing but a time, as "1. 9:00" would be."""
    when = read_when(text)
    return when.has_clock and not when.rest


def _by_key(text: str, keys: Sequence[str]) -> dict[str, str]:
    """Return the parts of a cell by the letters, or line by line where it has as many; nothing where it tells one."""
    marks = [mark for mark in KEYED.finditer(text) if mark["key"] in keys]
    if [mark["key"] for mark in marks] == [*keys] and not text[: marks[0].start()].strip():
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        return {mark["key"]: text[mark.end() : end].strip(EDGES) for mark, end in zip(marks, ends, strict=True)}
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return dict(zip(keys, lines, strict=True)) if len(lines) == len(keys) else {}
