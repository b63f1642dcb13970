"""Rows of papers whose session is told with its hours, or by theirs: "Reptiles (11.40-13.00)" beside each paper."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import pairwise

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.tables.papers_of_rows import SESSION, SESSION_CODE, SESSION_TIME, paper_column
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name
from charlotte.congress.search.folding import fold

ROOM = "session room"
"""A column that is added, called so that it is known."""
HOURS = re.compile(r"\s*[(\[]\s*([^()\[\]]*\d[^()\[\]]*)[)\]]\s*$")
CODED = re.compile(r"([A-Z]{1,4}\d{0,3}[a-z]?)\s+[-–—|]\s+(?=\S)")
"""`S01 - Big cats`"""
FEWEST = 2
LONGEST_PAUSE = timedelta(minutes=20)
LONGEST_TALK = timedelta(minutes=90)
SURE = 0.5


@dataclass(frozen=True)
class _Run:
    """The rows of one session, which follow each other."""

    name: str
    rows: list[Row]


def with_session_hours(table: Table) -> Table:
    """Return a table with the hours of each session in a column of their own where its papers have other hours.

    The session's name tells them, or its papers follow each other in one room.
    """
    session = next((column for column in table.columns if SESSION.match(fold(column))), None)
    start = _column(table, "start")
    if session is None or start is None or start in table.sections or paper_column(table, session) is None:
        return table
    runs = _runs(table, session, _column(table, "date"))
    names = [run.name for run in runs]
    if len(runs) < FEWEST or len({*names}) < len(names):
        return table
    end, room = _column(table, "end"), _column(table, "room")
    if all(_hours_in(name) for name in names):
        hours = [_hours_in(name) for name in names]
    elif _follow(runs, start, end, room):
        hours = [_span(run.rows, start, end) for run in runs]
    else:
        return table
    codes = [found[1] if (found := CODED.match(name)) else "" for name in names]
    coded = all(codes) and len({*codes}) == len(codes)
    made: dict[int, Row] = {}
    for run, told, code in zip(runs, hours, codes, strict=True):
        cells: dict[str, str | tuple[str | Row, ...]] = {session: _bare(run.name, told, coded), SESSION_TIME: told}
        cells |= {SESSION_CODE: code} if coded else {}
        cells |= {ROOM: _common(run.rows, room)} if room is not None and _differs(runs, room) else {}
        made |= {id(row): Row(row.place, {**row.cells, **cells}, row.parent) for row in run.rows}
    alone = {
        id(row): Row(row.place, {**row.cells, SESSION_TIME: _span([row], start, end)}, row.parent)
        for row in table.rows
        if id(row) not in made and not row.text(session) and all(_times(row, start, end))
    }
    return replace(table, rows=tuple(made.get(id(row), alone.get(id(row), row)) for row in table.rows))


def _column(table: Table, field: Field) -> str | None:
    named = (column for column in table.columns if best_name(column)[0] == field and best_name(column)[1] > SURE)
    return next(named, None)


def _runs(table: Table, session: str, date: str | None) -> list[_Run]:
    """Return the rows of each session, as they follow each other on one day."""
    found: list[_Run] = []
    last: tuple[str, ...] = ()
    for row in table.rows:
        days = (row.text(column) for column in (date, *table.sections) if column is not None)
        key = (row.text(session), *days)
        if not key[0]:
            last = ()
        elif key == last:
            found[-1].rows.append(row)
        else:
            found.append(_Run(key[0], [row]))
            last = key
    return found


def _hours_in(name: str) -> str:
    """Return the hours that stand in brackets behind a session's name."""
    found = HOURS.search(name)
    when = read_when(found[1]) if found is not None else None
    return found[1].strip() if found is not None and when is not None and when.is_plain and when.end else ""


def _bare(name: str, hours: str, coded: bool) -> str:
    bare = HOURS.sub("", name) if _hours_in(name) == hours else name
    return CODED.sub("", bare, count=1) if coded else bare


def _differs(runs: Sequence[_Run], column: str) -> bool:
    """Return whether papers of one session say different things in a column."""
    return any(len({row.text(column) for row in run.rows}) > 1 for run in runs)


def _common(rows: Sequence[Row], column: str) -> str:
    return Counter(row.text(column) for row in rows).most_common(1)[0][0]


def _times(row: Row, start: str, end: str | None) -> tuple[time | None, time | None]:
    when = read_when(row.text(start), hint="clock")
    until = read_when(row.text(end), hint="clock").start if end is not None else None
    return when.start, when.end or until


def _follow(runs: Sequence[_Run], start: str, end: str | None, room: str | None) -> bool:
    """Return whether the papers of each session come one after the other, without long pauses, in one room."""
    if not _differs(runs, start) or room is not None and _differs(runs, room):
        return False
    told = [[_times(row, start, end) for row in run.rows] for run in runs]
    if not any(ended for times in told for _, ended in times):
        return _begin_in_turn([[begun for begun, _ in times] for times in told])
    for times in told:
        for (begun, ended), (following, _) in zip(times, times[1:], strict=False):
            if begun is None or following is None or ended is None or following < begun:
                return False
            if following < ended or _on(following) - _on(ended) > LONGEST_PAUSE:
                return False
    return True


def _begin_in_turn(told: Sequence[Sequence[time | None]]) -> bool:
    """Return whether papers that only begin do so one after the other in each session, and most have several."""
    pairs = [pair for starts in told for pair in pairwise(starts)]
    in_turn = all(
        one is not None and other is not None and timedelta(0) < _on(other) - _on(one) <= LONGEST_TALK
        for one, other in pairs
    )
    return in_turn and 2 * sum(len(starts) > 1 for starts in told) > len(told)


def _on(clock: time) -> datetime:
    return datetime.combine(datetime.min, clock)


def _span(rows: Sequence[Row], start: str, end: str | None) -> str:
    """Return from when to when the papers of a session go."""
    begun, ended = _times(rows[0], start, end)[0], _times(rows[-1], start, end)[1]
    return " - ".join(f"{one:%H:%M}" for one in (begun, ended) if one is not None)
