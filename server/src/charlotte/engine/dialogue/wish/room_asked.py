"""Questions about rooms: how many one holds, which of several is the largest, and what is on in each of several."""

from dataclasses import replace

from charlotte.congress.lexicon import Lexicon
from charlotte.engine.dialogue.goals import Both, Goal, Place, Sizes, Slice
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading

MOST_SLICES = 3
"""Rooms of which it is told what is on in each."""
MOST_ROOMS = 12
"""More are not looked at to tell which is the largest."""


def seats_asked(reading: Reading, focus: Focus) -> Goal | None:
    """Return the room or rooms whose seats are asked for; nothing where a session's are."""
    if reading.sure_title or not reading.asks_any("seats", "size"):
        return None
    if len(reading.rooms) > 1 and not reading.wants.by_person:
        return Sizes(reading.rooms[:MOST_ROOMS])
    if "seats" not in reading.asks:
        return None
    if reading.room is not None:
        return None if reading.wants.left else Place(reading.room.name, seats=True)
    return Place(focus.room, seats=True) if "same_room" in reading.scopes and focus.room is not None else None


def in_each_room(reading: Reading, goal: Goal, lexicon: Lexicon) -> tuple[Goal, ...]:
    """Return what is asked of each of several rooms that are named; nothing where it is no stretch of the programme."""
    if isinstance(goal, Both) and goal.one.session_id is None and goal.other.session_id is None:
        goal = goal.otherwise or goal  # "in the two halls, the blue and the red one" are no two sessions
    if not isinstance(goal, Slice) or goal.room is None:
        return ()
    rooms = lexicon.rooms(reading.words, or_all=False)
    return tuple(replace(goal, room=room) for room in rooms) if 1 < len(rooms) <= MOST_SLICES else ()
