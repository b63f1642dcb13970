"""Tables with a row for each paper and the session's own columns repeated in each: made sessions with their papers."""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from itertools import pairwise

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.search.folding import fold

PAPERS = (
    r"(?:paper|talk|contribution|submission|presentation|intervento|contributo|beitrag|vortrag|comunicacion|"
    r"communication|ponencia|relazione|intervention|vortrag)s?"
)
PAPER = re.compile(rf"^{PAPERS}[ _.-]+(?P<field>\S.*)$")
FIELD_OF_PAPER = re.compile(rf"^(?P<field>\w+)\s+(?:of|di|del\w*|des?|du|de la|de l|vom?|der)\W+(?:the )?{PAPERS}$")
"""`Titre de la communication`"""
SESSION = re.compile(
    r"^(?:session|sitzung|sessione|sesion|seance)s?(?:[ _.-]+(?:title|name|titel|titolo|titre|titulo|nome))?$"
)
CODE = re.compile(r"[^\W\d_]{0,4}[ ._-]?\d{1,5}[a-z]?|[A-Z]{1,4}", re.IGNORECASE)
SESSION_TIME = "session time"
"""A column that is added where sessions have other hours than their papers."""
SESSION_CODE = "session code"
"""A column that is added where the names of sessions begin with their codes."""
SURE = 0.5
MOSTLY = 0.8
TIMES = ("start", "end", "duration")
OF_SLOTS = ("date", "start", "end", "room")
OF_PAPERS = ("speakers", "status", "abstract", "affiliation", "id")


def with_papers_apart(table: Table) -> tuple[Table, ...]:
    """Return a table, and where its rows are papers of sessions that it names again and again, both apart."""
    inner = {
        column: found["field"]
        for column in table.columns
        if (found := PAPER.match(fold(column)) or FIELD_OF_PAPER.match(fold(column)))
    }
    titles = [column for column, field in inner.items() if best_name(field)[0] == "title"]
    holders = [column for column in table.columns if SESSION.match(fold(column)) and not _are_codes(table, column)]
    if not titles and holders and (paper := paper_column(table, holders[0])):
        inner, titles = {paper: "title"}, [paper]
    if not titles or not holders or not any(row.text(titles[0]) for row in table.rows):
        return (table,)
    own = _of_papers(table, inner.keys(), holders[0], titles[0])
    sessions: dict[tuple[str, ...], Row] = {}
    kept: list[Row] = []
    papers: list[Row] = []
    for row in table.rows:
        shared = {column: cell for column, cell in row.cells.items() if column not in inner}
        if not row.text(titles[0]):
            kept.append(Row(row.place, shared, row.parent))
            continue
        if not row.text(holders[0]):  # held by itself
            told = {column: cell for column, cell in _told(row, own, inner).items() if column != inner[titles[0]]}
            told = {**told, **shared, holders[0]: row.text(titles[0])}
            if row.text(SESSION_TIME):  # its hours stand where those of sessions do
                own_times = [one for one in told if best_name(one)[0] in TIMES and one != SESSION_TIME]
                told = {column: cell for column, cell in told.items() if column not in own_times}
            kept.append(Row(row.place, told, row.parent))
            continue
        outer = {column: cell for column, cell in shared.items() if column not in own}
        key = tuple(row.text(column) for column in outer)
        if key not in sessions:
            sessions[key] = Row(row.place, outer, row.parent)
            kept.append(sessions[key])
        papers.append(Row(f"{row.place}, {titles[0]}", _told(row, own, inner), sessions[key]))
    return replace(table, rows=tuple(kept)), Table(f"{table.name}: papers", tuple(papers))


def _told(row: Row, own: Set[str], inner: Mapping[str, str]) -> dict[str, str | tuple[str | Row, ...]]:
    """Return what a row tells of its paper, in the order of its columns."""
    told = {column: cell for column, cell in row.cells.items() if column in own}
    return told | {field: row.cells.get(column, "") for column, field in inner.items()}


def _are_codes(table: Table, column: str) -> bool:
    """Return whether a column names sessions by their codes, which another table tells the titles of."""
    values = {*table.values(column)}
    return bool(values) and all(CODE.fullmatch(value) for value in values)


def paper_column(table: Table, session: str) -> str | None:
    """Return the column of titles that differ while the session beside them stays the same, row after row."""
    named = [row for row in table.rows if row.text(session)]
    repeated = sum(1 for one, following in pairwise(named) if one.text(session) == following.text(session))
    if not named or 3 * repeated < len(named):
        return None
    others = [column for column in table.columns if column != session]
    titles = [
        c for c in others if re.fullmatch(PAPERS, fold(c)) or best_name(c)[0] == "title" and best_name(c)[1] > SURE
    ]
    for column in titles:
        values = list(table.values(column))
        if len(values) >= MOSTLY * len(named) and len(set(values)) >= MOSTLY * len(values):
            return column
    return None


def _is_steady(table: Table, column: str, session: str, title: str) -> bool:
    """Return whether a column says the same in every paper of a session."""
    seen: dict[str, str] = {}
    papers = (row for row in table.rows if row.text(title) and row.text(session))
    return all(seen.setdefault(row.text(session), row.text(column)) == row.text(column) for row in papers)


def _holds_clocks(table: Table, column: str) -> bool:
    return any(read_when(value).has_clock for value in table.values(column, 20))


def _of_papers(table: Table, inner: Iterable[str], session: str, title: str) -> set[str]:
    """Return the columns that tell of the papers though they are not called so: what differs within a session."""
    named = {column for column in table.columns if column not in {*inner} and best_name(column)[0] in OF_PAPERS}
    slots = [column for column in table.columns if best_name(column)[0] in OF_SLOTS and column not in {*inner}]
    outer = [column for column in table.columns if column not in {*inner, session}]
    steady = [column for column in outer if _is_steady(table, column, session, title)]
    if any(_holds_clocks(table, column) for column in steady):  # the session's own hours stand beside those of papers
        slots = [column for column in slots if column in steady]
    seen: dict[tuple[str, ...], Row] = {}
    for row in table.rows:
        if not row.text(title) or not row.text(session):
            continue
        first = seen.setdefault((row.text(session), *(row.text(column) for column in slots)), row)
        named |= {
            column for column in table.columns if column not in {*inner} and row.text(column) != first.text(column)
        }
    if any(best_name(column)[0] == "start" for column in named):
        named |= {column for column in table.columns if best_name(column)[0] == "duration" and column not in {*inner}}
    return named - {session, SESSION_CODE, *slots}
