"""Talks that are held in a session: which row is one of another, and what it takes from that."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import kind_of

LONGEST_SESSION = timedelta(hours=5)
"""What lasts longer is an exhibition or a day, and holds no talk that does not say so."""
DISCUSSION = re.compile(
    r"\W*(?:(?:final|general|open|closing|abschluss|schluss)\W?)?(?:discussions?|discussione|diskussion|aussprache|fragen|debate|"
    r"d[ée]bat|dibattito|domande|questions?|preguntas|coloquio|discusi[óo]n|q\s?&\s?a)\b",
    re.IGNORECASE,
)
"""What closes a session and is told with its talks, though nobody is named."""


def is_within(draft: Draft, outer: Draft) -> bool:
    """Return whether a row is held in the room and the time of one that names nobody: a session's talk.

    Without a room of its own it has that of the session; a break and what goes on all day hold no talks.
    """
    if draft.part_of or outer.speakers or draft.room not in (None, outer.room) or not outer.room:
        return False
    if not draft.speakers and not DISCUSSION.match(draft.title):
        return False
    if draft.start is None or draft.end is None or outer.start is None or outer.end is None:
        return False
    if draft.room is None and (outer.end - outer.start > LONGEST_SESSION or is_break(outer)):
        return False
    shorter = draft.end - draft.start < outer.end - outer.start
    return shorter and outer.start <= draft.start and draft.end <= outer.end


def held_inside(draft: Draft, outer: Draft) -> Draft:
    """Return the draft of a paper, which is held where and when its session is unless it says otherwise."""
    start: datetime | None = draft.start or outer.start
    end = draft.end if draft.start is not None else outer.end
    return replace(draft, start=start, end=end, room=draft.room or outer.room, track=draft.track or outer.track)


def is_break(draft: Draft) -> bool:
    """Return whether a draft is a break, which holds no talks."""
    return kind_of(draft.format_name, draft.title, False) == "break"
