"""What a line tells by a sign: how long it takes, "(30')" or "(45 min)", where, "@ Lobby", and its code, "[P-04]"."""

import re
from collections.abc import Sequence

LENGTH = re.compile(
    r"\s*[(\[]\s*(?:ca\.?\s*)?(\d{1,3})\s*(?:['’′]|min(?:s|\.|utes?|uti|uten|utos)?)\s*[)\]]", re.IGNORECASE
)
AHEAD = re.compile(r"(\d{1,3})\s?(?:m|['’′]|min(?:s|\.|utes?|uti|uten|utos)?)(?:\s+|$)(?!\d)", re.IGNORECASE)
"""What a line below a title begins with: "30m", "45 min Blue Room"."""
PLACE = re.compile(r"\s+@\s+([^\W\d_a-zß-ÿ][^@()]{1,40}?|\d[^@()]{1,20}?)(?=\s*$|\s+[–—|·-]\s|\s*\()")
CODE = re.compile(r"[\[(]\s*([A-Z]{1,4}[-. ]?\d{1,3}[a-z]?)\s*[\])]\s*[–—:.-]?\s*(?=\S)")
"""Under which a talk is listed elsewhere: "[P-04] Reeds"."""
DASH = re.compile(r"^\s*[–—-]\s+")
FIRST = 3
"""Lines of a session that may tell it."""


def told_by_signs(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return lines without such signs, and what they tell by field."""
    kept = [*lines]
    cells: dict[str, str] = {}
    for at, line in enumerate(kept[:FIRST]):
        if at and (length := AHEAD.match(line)) is not None:
            cells.setdefault("duration", f"{length[1]} min")
            line = line[length.end() :].strip()
        if (length := LENGTH.search(line)) is not None:
            cells.setdefault("duration", f"{length[1]} min")
            line = f"{line[: length.start()]} {line[length.end() :].lstrip()}".strip()
        if not at and (code := CODE.match(line)) is not None:
            cells["id"] = code[1]
            line = line[code.end() :]
        if (place := PLACE.search(line)) is not None:
            cells.setdefault("room", place[1].strip())
            line = f"{line[: place.start()]} {line[place.end() :].lstrip()}".strip()
        kept[at] = line
    if not cells:
        return kept, cells
    return [DASH.sub("", line) if at else line for at, line in enumerate(filter(None, kept))], cells


def without_place(line: str) -> str:
    """Return a line without the place behind its sign."""
    return PLACE.sub("", line)
