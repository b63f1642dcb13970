"""Where all of a day is held, in a line of its own right below the day: "Friday 8 May", and below it "Town Hall"."""

from collections.abc import Sequence, Set
from itertools import pairwise

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.texts.times_first import begins_with_time
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.values.headings import LONGEST_ROOM, is_place, named_by, room_beside_day
from charlotte.documents.paper import Block

TOP = 1
"""The level of the heading that a day becomes."""
LONGEST_DAY = 60
MOST_WORDS = 4
LONGEST_PARTICLE = 5
"""Letters of a word that is written small in a name: "della"."""


def with_rooms_beside_days(blocks: Sequence[Block], rooms: Set[str]) -> list[Block]:
    """Return the pieces of a document with the room below a day behind it in one heading: "Friday 8 May – Town Hall".

    A day below which other lines are but a room's name too is left as it is: each heads what follows it. So is one
    above a table, which has a column for them. `rooms` are the event's, folded.
    """
    days = [at for at, block in enumerate(blocks) if _is_day(block)]
    found = [*blocks]
    for at, end in pairwise([*days, len(blocks)]):
        day, *said = (line.strip() for line in blocks[at].text.split("\n"))
        below = [block for block in blocks[at + 1 : end] if block.text.strip()]
        told = said or [line for block in below[:1] if _is_line(block) for line in [block.text.strip()]]
        places = [room for line in told if (room := _place_in(line, rooms))]
        others = [block for block in below[0 if said else 1 :] if _is_line(block) and _place_in(block.text, rooms)]
        timed = any(block.kind != "row" and begins_with_time(block.text) is not None for block in below)
        if len(told) == len(places) == 1 and timed and not others and room_beside_day(day) == day:
            level = blocks[at].level if blocks[at].kind == "heading" else TOP
            found[at] = Block(kind="heading", level=level, text=f"{day} – {places[0]}", page=blocks[at].page)
    return found


def _is_day(block: Block) -> bool:
    first = block.text.partition("\n")[0].strip()
    return block.kind in ("heading", "text") and len(first) <= LONGEST_DAY and is_day(first)


def _is_line(block: Block) -> bool:
    return block.kind in ("heading", "text") and "\n" not in block.text.strip()


def _place_in(line: str, rooms: Set[str]) -> str:
    """Return the room that a line is, alone, behind a label or behind the house it is in; nothing where it is none."""
    label = labelled(line)
    is_told = label is not None and label[0] == "room"
    said = label[1] if label is not None and is_told else line
    if is_place(said, rooms):
        return said
    named = named_by(said, frozenset(rooms))
    house = named.title.split()
    is_house = all(word[0].isupper() or len(word) <= LONGEST_PARTICLE for word in house)
    if named.room and not named.time and not named.begins and len(house) <= MOST_WORDS and is_house:
        return named.room
    return said if is_told and len(said) <= LONGEST_ROOM else ""
