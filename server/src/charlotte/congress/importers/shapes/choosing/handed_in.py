"""Lists of what was handed in, beside a programme that names its talks by title or code and nobody who speaks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.choosing.guess import guess
from charlotte.congress.importers.shapes.columns.strangers import is_stamp
from charlotte.congress.importers.shapes.relations.references import references
from charlotte.congress.importers.shapes.relations.several import names_several
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.texts.details_beside import meant
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name
from charlotte.congress.model import Congress

FEWEST = 3
HALF = 0.5
MOST_ROWS = 2_000
SAMPLE = 50
SURE = 0.4
COMPLETED: tuple[Field, ...] = ("speakers", "affiliation", "abstract", "language")
"""What such a list may tell of a talk; addresses and what else a form asks for are nobody's business."""
EACH: tuple[Field, ...] = ("speakers", "affiliation")
"""What each row of several with the same talk tells of somebody else."""


def with_handed_in(tables: Sequence[Table], congress: Congress) -> tuple[Table, ...]:
    """Return tables with who speaks told by lists that hold no times; rows are changed in place.

    What a list tells besides stays in it.
    """
    if len(tables) < 2 or sum(len(table.rows) for table in tables) > MOST_ROWS:
        return tuple(tables)
    programmes = [table for table in tables if _has_times(table)]
    kept: list[Table] = []
    for table in tables:
        rows = [row for programme in programmes for row in programme.rows]
        is_apart = len(table.rows) < FEWEST or not rows or any(row.parent for row in table.rows)
        if table in programmes or is_apart or names_several(programmes, table):
            kept.append(table)
            continue
        mapped = guess([table], congress).of(table.name)
        columns = mapped.columns if mapped is not None else {}
        pairs = [(row, meant(row, rows)) for row in table.rows] if _tells_talks(columns) else []
        matched = [(row, session) for row, session in pairs if session is not None]
        silent = [session for _, session in matched if not _people_in(session)]
        is_some = len(matched) >= max(FEWEST, HALF * len(table.rows)) and len(silent) >= HALF * len(matched)
        if not is_some or _name_each_other(table, tables):
            kept.append(table)
            continue
        completed: set[int] = set()
        times = Counter(id(session) for _, session in matched)
        for row, session in matched:
            told = _with_employer(row, columns) if times[id(session)] > 1 else row
            _complete(session, told, columns, again=id(session) in completed)
            completed.add(id(session))
        if rest := tuple(row for row, session in pairs if session is None):
            for column in [one for one in table.columns if is_stamp(table, one)]:
                for row in rest:
                    row.cells.pop(column, None)
            kept.append(replace(table, rows=rest))
    return tuple(kept)


def _name_each_other(table: Table, tables: Sequence[Table]) -> bool:
    """Return whether the records of a list and the times of a programme name each other by their keys."""
    if not table.of_records:
        return False
    found = {(one.table, one.other) for one in references(tables) if one.field == "session"}
    return any(table.name in pair for pair in found)


def _has_times(table: Table) -> bool:
    """Return whether a table says when something is held; the second at which a form was sent says nothing."""
    columns = [column for column in table.columns if not is_stamp(table, column)]
    samples = [list(table.values(column, SAMPLE)) for column in columns]
    return any(
        sum(read_when(value, hint="clock").has_clock and not value.isdigit() for value in values) >= HALF * len(values)
        for values in samples
        if values
    )


def _tells_talks(columns: Mapping[str, Field]) -> bool:
    return {"title", "speakers"} <= {*columns.values()}


def _people_in(session: Row) -> str:
    told = [column for column in session.cells if best_name(column)[0] == "speakers" and best_name(column)[1] > SURE]
    return "".join(session.text(column) for column in told)


def _with_employer(row: Row, columns: Mapping[str, Field]) -> Row:
    """Return a row of one of several people with where they work in brackets, so that it is nobody else's."""
    told: dict[Field, list[str]] = {field: [] for field in EACH}
    for column, field in columns.items():
        if field in told and row.text(column).strip():
            told[field].append(column)
    who, works = told["speakers"], told["affiliation"]
    name = row.text(who[0]).strip() if len(who) == 1 else ""
    if not name or len(works) != 1 or any(sign in name for sign in "(;\n"):
        return row
    return Row(row.place, {**row.cells, who[0]: f"{name} ({row.text(works[0]).strip()})", works[0]: ""}, row.parent)


def _complete(session: Row, row: Row, columns: Mapping[str, Field], *, again: bool) -> None:
    """Put what a row tells to a session that does not tell it itself; `again` = somebody else of the same session."""
    for field in COMPLETED:
        said = [text for column, one in columns.items() if one == field and (text := row.text(column).strip())]
        named = [column for column in session.cells if best_name(column)[0] == field and best_name(column)[1] > SURE]
        if said and not any(session.text(column) for column in named):
            session.cells[named[0] if named else field] = "\n".join(said)
        elif again and field in EACH and (more := [one for one in said if one not in session.text(named[0])]):
            session.cells[named[0]] = "\n".join((session.text(named[0]), *more))
