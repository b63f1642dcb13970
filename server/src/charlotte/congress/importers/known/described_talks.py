"""The talks that the descriptions of a calendar list, line by line, below the session that each stands in."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.cells.cell_text import read_lines
from charlotte.congress.importers.shapes.cells.line_starts import LISTED, TIMED
from charlotte.congress.importers.shapes.cells.talks_in_cell import Talk
from charlotte.congress.importers.shapes.drafting.parts import in_turn
from charlotte.congress.importers.shapes.people.people_told import people_told
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.times import localise
from charlotte.congress.importers.wording import lines_of

FEWEST = 2


def with_described_talks(drafts: Iterable[Draft], zone: ZoneInfo) -> Iterator[Draft]:
    """Yield the drafts and, behind each, the talks in it; those without an end last until the next begins."""
    yield from in_turn(one for draft in drafts for one in (draft, *_talks(draft, zone)))


def _talks(draft: Draft, zone: ZoneInfo) -> list[Draft]:
    lines = lines_of(draft.abstract or "")
    if draft.start is None or draft.end is None or sum(1 for line in lines if _is_listed(line)) < FEWEST:
        return []
    found = [(talk, _at(talk.start, draft.start, zone)) for talk in _told(lines)]
    inside = all(at is None or draft.start <= at < draft.end for _, at in found)
    if len(found) < FEWEST or not inside:
        return []
    return [_draft(draft, talk, at, _at(talk.end, draft.start, zone)) for talk, at in found]


def _is_listed(line: str) -> bool:
    return TIMED.match(line) is not None or LISTED.match(line) is not None


def _told(lines: list[str]) -> list[Talk]:
    """Return the talks of a description; where they work stands behind the names where anybody has it there."""
    told = read_lines(["", *lines]).parts
    employed = read_lines(["", *lines], employers=True).parts
    return employed if sum(1 for one in employed if one.people) > sum(1 for one in told if one.people) else told


def _at(clock: str, start: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when a clock of a session's day is."""
    told = read_when(clock, hint="clock").start if clock else None
    return localise(datetime.combine(start.astimezone(zone).date(), told), zone) if told is not None else None


def _draft(outer: Draft, talk: Talk, start: datetime | None, end: datetime | None) -> Draft:
    speakers, chairs = people_told(talk.people, employers="," in talk.people)
    return Draft(
        row=outer.row,
        title=talk.title,
        start=start or outer.start,
        end=end if start is not None else outer.end,
        room=outer.room,
        track=outer.track,
        speakers=speakers,
        chairs=chairs,
        cancelled=outer.cancelled,
        part_of=outer.title,
    )
