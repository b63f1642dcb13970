"""Sessions beside each other that a typed programme counts by letters: "(a) Salt", "(b) Reeds", below their time."""

import re
from collections.abc import Sequence

LETTER = re.compile(r"^(?P<indent>[ ]*)\(?(?P<letter>[A-Za-z])\)[ ]+(?=\S)")
TIMED = re.compile(r"^[ ]*\d{1,2}[.:h]\d{2}")
SIGN = "•"
FEWEST = 2


def with_signs(lines: Sequence[str]) -> list[str]:
    """Return lines with the sign of a list for the letters by which they are counted from the first on."""
    found = list(lines)
    for run in _runs(lines):
        for at in run if len(run) >= FEWEST else ():
            letter = LETTER.match(lines[at])
            assert letter is not None, "a run is of lines with letters"
            sign = f"{letter['indent']}{SIGN}"
            found[at] = f"{sign.ljust(letter.end() - 1)} {lines[at][letter.end() :]}"
    return found


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """Return the places of the lines that count on from each other: a, b, c, with no time between."""
    runs: list[list[int]] = []
    due = ""
    for at, line in enumerate(lines):
        letter = LETTER.match(line)
        if letter is None:
            due = "" if TIMED.match(line) else due
        elif letter["letter"] in ("a", "A"):
            runs.append([at])
            due = chr(ord(letter["letter"]) + 1)
        elif letter["letter"] == due:
            runs[-1].append(at)
            due = chr(ord(due) + 1)
        else:
            due = ""
    return runs
