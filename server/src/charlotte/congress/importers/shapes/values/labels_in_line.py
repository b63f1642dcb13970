"""Lines that tell several things, each behind its label: "Room: Blue Hall  Chair: Ada Orr", "Blue Hall · Chair: …"."""

import re
from collections.abc import Set

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.headings import is_name, named_by, place_alone

BEFORE = re.compile(r"(?:\s+[|·•–—-]|[,;])?\s+(?=(?:[^\W\d][^\s:]{0,12}\s)?[^\W\d][^\s:]{1,24}\s*:\s)")
"""What stands before a label."""
SIGNS = "|·•–—-"
LONGEST = 200


def labels_apart(line: str, rooms: Set[str]) -> list[str]:
    """Return a line that says where and, behind a label, who leads as a piece for each; any other line whole."""
    text = line.strip()
    pieces = _pieces(text) if len(text) <= LONGEST else []
    return pieces if len(pieces) > 1 and _is_where(pieces[0], text, rooms) else [line]


def _pieces(text: str) -> list[str]:
    """Cut a line before every label of people or a room; of two labels in a row the second says what they are."""
    found: list[str] = []
    start = inside = 0
    for before in BEFORE.finditer(text):
        told = labelled(text[before.end() :])
        is_label = told is not None and ":" in text[before.end() :].removesuffix(told[1])
        if before.start() < inside or not is_label:
            continue
        if not text[start : before.start()].endswith(":"):
            found.append(text[start : before.start()].strip())
        start, inside = before.end(), text.index(":", before.end())
    return [*found, text[start:].strip()]


def _is_where(piece: str, line: str, rooms: Set[str]) -> bool:
    """Return whether the first piece of a line names a room: by its label or a word for one, or set apart by a sign."""
    is_apart = line[len(piece) :].lstrip()[:1] in SIGNS
    if not piece[0].isalpha() or named_by(piece).time:  # a line that begins with its time is told whole
        return False
    return bool(place_alone(piece, rooms)) or is_apart and is_name(piece)
