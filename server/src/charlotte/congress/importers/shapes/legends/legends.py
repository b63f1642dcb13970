"""Letters in cells that a line beside the table explains: "Rooms: G = Great Hall; L = Library", "FA = FIDE Arbiter"."""

import re
from collections.abc import Iterable, Sequence

from charlotte.congress.importers.shapes.legends.code_legend import told_in
from charlotte.congress.importers.shapes.legends.codes_in_titles import (
    CODE,
    Legend,
    codes_behind_titles,
    legend_of,
    place_by_titles,
)
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.states import state_of
from charlotte.congress.importers.shapes.values.words import Field, best_name

PAIR = re.compile(rf"(?<![\w.])(?P<code>{CODE})\s*(?:=|→|⇒|:(?=\s))\s*(?=\S)")
BRACKETED = re.compile(rf"(?<!\w)[\[(](?P<code>{CODE})[\])]\s*(?:=|:|–)?\s*(?=[^\W\d])")
CODES = re.compile(r"\s*[/+&,]\s*|\s+")
"""What stands between the letters of a cell that has several."""
WORDS_END = re.compile(r"\s*(?:[;|\n]|\.(?=\s|$))")
EDGES = " ,;.·|–—-/"
LONGEST = 60
FEWEST = 2
MOST_CODES = 60
SURE = 0.5
NOT_IN: frozenset[Field | None] = frozenset(
    ("title", "speakers", "chairs", "start", "end", "date", "duration", "id", "language", "details", "url")
)
"""Columns of which the letters, were there any, say something else."""
NUMBERED: frozenset[Field | None] = frozenset(("room", "track", "kind"))
"""Columns whose figures may stand for words."""
NAMED = re.compile(rf"(?P<code>{CODE})\.?\s+(?P<name>[A-ZÀ-Þ].+)")
BRACKET = re.compile(r"\s*\(([^()]*)\)$")


def with_legends(tables: Sequence[Table], texts: Iterable[str]) -> tuple[Table, ...]:
    """Return tables whose cells say what the letters in them stand for; rows are changed in place.

    A column has such letters where it holds nothing but those of one legend; letters before a name say what somebody
    is. `texts` stand beside the tables; lines above and below their rows count too.
    """
    said = [*texts, *(line for table in tables for line in told_in(table))]
    legends = legends_in(said)
    for table in tables:
        if not table.named_here:
            continue
        listed = legend_of(codes_behind_titles(table), said)
        place_by_titles(
            table, [legend for legend in (*legends, listed) if any(map(ROOM_WORDS.search, legend.values()))]
        )
    for table in tables if legends else ():
        for column in table.columns:
            if column not in table.sections and not table.holds_rows(column):
                _explain(table, column, legends)
    return tuple(tables)


def legends_in(texts: Iterable[str]) -> tuple[Legend, ...]:
    """Return what lines explain: each line that explains several letters, and those that explain one together."""
    found: list[Legend] = []
    single: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        for line in text.split("\n"):
            pairs = _pairs(line)
            if len(pairs) >= FEWEST:
                found.append(pairs)
            elif line.strip(" •*–-").startswith(tuple(pairs) or "\0"):
                single |= {code: words for code, words in pairs.items() if code not in single}
    return (*found, single) if len(single) >= FEWEST else tuple(found)


def _pairs(line: str) -> dict[str, str]:
    """Return the letters that a line explains, each with its words; states are told elsewhere."""
    codes = list(PAIR.finditer(line))[:MOST_CODES]
    bracketed = list(BRACKETED.finditer(line))[:MOST_CODES]
    codes = bracketed if len(codes) < FEWEST <= len(bracketed) else codes
    told: dict[str, str] = {}
    for one, following in zip(codes, [*codes[1:], None], strict=False):
        said = line[one.end() : following.start() if following else len(line)]
        end = WORDS_END.search(said)
        words = (said[: end.start()] if end else said).strip(EDGES)
        if words and len(words) <= LONGEST and words != one["code"] and any(map(str.isalpha, words)):
            told.setdefault(one["code"], words)
    return {} if told and all(state_of(words) is not None for words in told.values()) else told


def _explain(table: Table, column: str, legends: Sequence[Legend]) -> None:
    field, score = best_name(column)
    called = field if score > SURE else None
    cells = [*table.values(column)]
    known = next((legend for legend in legends if _is_all_of(cells, legend, called)), None)
    for row in table.rows:
        if not (text := row.text(column).strip()):
            continue
        if known is not None:
            row.cells[column] = " + ".join(known[code] for code in _codes(text, known))
        elif called not in NOT_IN or called in ("speakers", "chairs"):
            row.cells[column] = "\n".join(_named(line, legends) for line in text.split("\n"))


def _is_all_of(cells: Sequence[str], legend: Legend, called: Field | None) -> bool:
    if called in NOT_IN or not cells:
        return False
    told = [_codes(cell, legend) for cell in cells]
    used = {code for codes in told for code in codes}
    is_sure = called in NUMBERED or len(used) >= FEWEST and not any(code.isdigit() for code in used)
    return is_sure and all(told)


def _codes(cell: str, legend: Legend) -> list[str]:
    """Return the letters that a cell is made of; none where it holds anything else."""
    codes = [cell] if cell in legend else [one for one in CODES.split(cell) if one]
    return codes if all(one in legend for one in codes) else []


def _named(line: str, legends: Sequence[Legend]) -> str:
    """Return a name with what the letters before it stand for in brackets behind it."""
    found = NAMED.fullmatch(line.strip())
    words = next((legend[found["code"]] for legend in legends if found["code"] in legend), "") if found else ""
    if found is None or not words or not found["code"].isupper():
        return line
    bracket = BRACKET.search(found["name"])
    name = found["name"][: bracket.start()] if bracket else found["name"]
    return f"{name} ({', '.join(filter(None, (words, bracket[1] if bracket else '')))})" if _is_name(name) else line


def _is_name(text: str) -> bool:
    return "," not in text and looks_like_person(text)
