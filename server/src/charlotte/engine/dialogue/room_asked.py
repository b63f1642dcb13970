"""Questions about how many a room holds: one that is named, the one spoken of, or which of several is the largest."""

from charlotte.engine.dialogue.focus import Focus
from charlotte.engine.dialogue.goals import Goal, Place, Sizes
from charlotte.engine.dialogue.reading import Reading

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
