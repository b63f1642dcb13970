"""A small congress about clay as content systems export it: its rooms, people and talks, and what is read of them."""

import json
from typing import Any

from charlotte.congress.model import Session
from support.workbooks import agenda, people, told

ROOMS = {"room-kiln-77aa": "Kiln Yard", "room-loft-77ab": "Clay Loft"}
PEOPLE = {"per-ada-1111": "Ada Holm", "per-leo-2222": "Leo Batista", "per-wim-3333": "Wim de Groot"}
TALKS = (
    ("talk-glaze-01", "Ash glazes", "09:00", "09:45", "room-kiln-77aa", ["per-ada-1111"]),
    ("talk-shard-02", "Reading shards", "10:00", "11:00", "room-loft-77ab", ["per-leo-2222", "per-wim-3333"]),
    ("talk-fires-03", "Wood or gas?", "11:15", "12:00", "room-kiln-77aa", ["per-wim-3333"]),
    ("talk-wheel-04", "The slow wheel", "14:00", "15:00", "room-loft-77ab", ["per-ada-1111"]),
)
EXPECTED = [
    ("Ash glazes", ("05 09:00", "09:45", "Kiln Yard"), ["Ada Holm"]),
    ("Reading shards", ("05 10:00", "11:00", "Clay Loft"), ["Leo Batista", "Wim de Groot"]),
    ("Wood or gas?", ("05 11:15", "12:00", "Kiln Yard"), ["Wim de Groot"]),
    ("The slow wheel", ("05 14:00", "15:00", "Clay Loft"), ["Ada Holm"]),
]


def at(clock: str) -> str:
    """Return a time of its day as systems write a moment."""
    return f"2027-03-05T{clock}:00+01:00"


def seen(sessions: tuple[Session, ...]) -> list[tuple[str, tuple[str, str, str | None], list[str]]]:
    """Return what tests compare of sessions."""
    return [(one.title, told(one), people(one)[0]) for one in sessions]


def read(tree: Any) -> list[tuple[str, tuple[str, str, str | None], list[str]]]:
    """Return the same of a tree that an import reads."""
    return seen(agenda(("export.json", json.dumps(tree))).sessions)
