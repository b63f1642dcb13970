"""Who speaks, in a line below a title that begins as an item: "9.30 Salt marshes", below it "- Ada Orr, Ulm"."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.entries.talks_inside import MARK
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS


def without_signs(lines: Sequence[str]) -> list[str]:
    """Return lines with those below the first that have a sign told as people, where all of these name somebody."""
    signed = {at: line[sign.end() :] for at, line in enumerate(lines) if at and (sign := MARK.match(line))}
    if not all(map(_names_somebody, signed.values())):
        return [*lines]
    return [_as_people(signed[at]) if at in signed else line for at, line in enumerate(lines)]


def _names_somebody(line: str) -> bool:
    label = labelled(line)
    if label is not None:
        return label[0] != "room" and names_people(label[1], True)
    return names_people(line, True) and not ROOM_WORDS.match(line)


def _as_people(line: str) -> str:
    return line if labelled(line) is not None else f"Speakers: {line}"
