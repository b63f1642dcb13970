"""Breaks that only another reading of a page tells, put beside the sessions of the one that was chosen."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.times.length_told import BRACKETED
from charlotte.congress.importers.shapes.times.lengths import says_length
from charlotte.congress.importers.wording import BREAK_TITLES, kind_of, plain
from charlotte.congress.model import Congress

NAMED = ": breaks"
DAY = "day"
LONGEST = 60


def is_break(session: Draft) -> bool:
    """Return whether a session is a pause of all, where nobody is named."""
    title = plain(session.title)
    return len(title) <= LONGEST and not session.speakers and kind_of(session.format_name, title, False) == "break"


def breaks_of(name: str, told: Iterable[Draft], begun: Iterable[datetime], congress: Congress) -> Iterator[Table]:
    """Yield a table of the breaks among sessions that begin when nothing else does; none where there are none."""
    taken = {*begun}
    rows: list[Row] = []
    for one in told:
        if one.start is None or one.start in taken or not is_break(one) or not BREAK_TITLES.search(one.title):
            continue
        taken.add(one.start)
        rows.append(_row(one, one.start, congress))
    if rows:
        yield Table(f"{name}{NAMED}", tuple(rows), (DAY,), named_here=True)


def _row(one: Draft, start: datetime, congress: Congress) -> Row:
    begin, end = start.astimezone(congress.zone), one.end.astimezone(congress.zone) if one.end else None
    cells: dict[str, str | tuple[str | Row, ...]] = {
        "title": _without_length(plain(one.title)),
        "start": f"{begin:%H:%M}",
        "end": f"{end:%H:%M}" if end is not None else "",
        "room": one.room or "",
        DAY: begin.date().isoformat(),
    }
    return Row(one.row, cells)


def _without_length(title: str) -> str:
    """Return a title without how long it takes: "Coffee (30 min)"."""
    lengths = [found for found in BRACKETED.finditer(title) if found.end() == len(title) and says_length(found[1])]
    return title[: lengths[-1].start()] if lengths and lengths[-1].start() else title
