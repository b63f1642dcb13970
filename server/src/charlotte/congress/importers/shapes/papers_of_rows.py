"""Tables with a row for each paper and the session's own columns repeated in each: made sessions with their papers."""

import re
from collections.abc import Iterable
from dataclasses import replace

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.words import best_name
from charlotte.congress.search.folding import fold

PAPER = re.compile(
    r"^(?:paper|talk|contribution|submission|presentation|intervento|contributo|beitrag|vortrag|comunicacion|"
    r"communication|ponencia)s?[ _.-]+(?P<field>\S.*)$"
)
SESSION = re.compile(
    r"^(?:session|sitzung|sessione|sesion|seance)s?(?:[ _.-]+(?:title|name|titel|titolo|titre|titulo|nome))?$"
)
OF_SLOTS = ("date", "start", "end", "room")
OF_PAPERS = ("speakers", "status", "abstract", "affiliation", "id")


def with_papers_apart(table: Table) -> tuple[Table, ...]:
    """Return a table, and where its rows are papers of sessions that it names again and again, both apart."""
    inner = {column: found["field"] for column in table.columns if (found := PAPER.match(fold(column)))}
    titles = [column for column, field in inner.items() if best_name(field)[0] == "title"]
    holders = [column for column in table.columns if SESSION.match(fold(column))]
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
        outer = {column: cell for column, cell in shared.items() if column not in own}
        key = tuple(row.text(column) for column in outer)
        if key not in sessions:
            sessions[key] = Row(row.place, outer, row.parent)
            kept.append(sessions[key])
        told = {column: row.cells.get(column, "") for column in own}
        told |= {field: row.cells.get(column, "") for column, field in inner.items()}
        papers.append(Row(f"{row.place}, {titles[0]}", told, sessions[key]))
    return replace(table, rows=tuple(kept)), Table(f"{table.name}: papers", tuple(papers))


def _of_papers(table: Table, inner: Iterable[str], session: str, title: str) -> set[str]:
    """Return the columns that tell of the papers though they are not called so: what differs within a session."""
    named = {column for column in table.columns if column not in {*inner} and best_name(column)[0] in OF_PAPERS}
    slots = [column for column in table.columns if best_name(column)[0] in OF_SLOTS and column not in {*inner}]
    seen: dict[tuple[str, ...], Row] = {}
    for row in table.rows:
        if not row.text(title):
            continue
        first = seen.setdefault((row.text(session), *(row.text(column) for column in slots)), row)
        named |= {
            column for column in table.columns if column not in {*inner} and row.text(column) != first.text(column)
        }
    return named - {session, *slots}
