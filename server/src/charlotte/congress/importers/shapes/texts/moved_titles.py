"""Titles that say where their session went: "SPOSTATA A SABATO ORE 10.20 – Bees", "Bees (moved to the Blue Room)"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import MOVED_WORDS, plain
from charlotte.congress.model import RowWarning
from charlotte.congress.search.folding import fold

_SAID = rf"(?P<told>(?:{MOVED_WORDS})\b[^()\[\]]{{3,90}}?)"
AHEAD = re.compile(
    rf"^\W*{_SAID}\s*(?:[)\]]\s*[:–—-]?|\s[–—-]\s|\s?\|\s|:\s+(?=\D)|!\s)\s*(?=\w|[«„“\"])", re.IGNORECASE
)
BEHIND = re.compile(rf"\s*[(\[]\s*{_SAID}\s*[)\]]\W*$", re.IGNORECASE)


def move_in_title(title: str) -> tuple[str, str]:
    """Return what a title says of a move, and the title without it; nothing and the title where it says none."""
    said = plain(title)
    found = AHEAD.search(said) or BEHIND.search(said)
    if found is None:
        return "", title
    return found["told"].strip(), f"{said[: found.start()]}{said[found.end() :]}".strip()


def with_what_is_held_in_them(before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
    """Return drafts as they moved, the talks of a session with it: to its new room, and as much later or earlier."""
    found = list(after)
    for was, now in zip(before, after, strict=True):
        if (was.start, was.room) == (now.start, now.room) or was.part_of is not None or was.start is None:
            continue
        for at, part in enumerate(before):
            is_inside = part.part_of is not None and plain(part.part_of) == plain(was.title) and part.room == was.room
            if not is_inside or part.start is None or part.start.date() != was.start.date() or found[at] is not part:
                continue
            shift = now.start - was.start if now.start is not None else timedelta()
            end = part.end + shift if part.end is not None else None
            found[at] = replace(part, start=part.start + shift, end=end, room=now.room)
    return found


def each_where_it_moved(before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
    """Return drafts as their titles moved them; what is listed where it went anyway, only there."""
    went = [_place(one)[1:] != _place(other)[1:] for one, other in zip(before, after, strict=True)]
    listed = {_place(one): at for at, one in enumerate(after) if not (went[at] or one.repeated)}
    found = list(after)
    for at, one in enumerate(after):
        there = listed.get(_place(one)) if went[at] else None
        if there is None:
            continue
        found[there] = replace(found[there], moved=True, moved_from=found[there].moved_from or one.moved_from)
        message = f"{one.title[:80]!r} was moved to where {found[there].row} lists it, and was read once."
        values = {"title": one.title[:80], "place": found[there].row}
        found[at] = replace(one, repeated=True, warnings=(RowWarning(one.row, "repeated_row", message, values),))
    return found


def _place(draft: Draft) -> tuple[str, object, str]:
    return fold(plain(draft.title)), draft.start, fold(draft.room or "")
