"""How long something takes, as people and machines write it."""

import re
from datetime import timedelta
from functools import lru_cache
from typing import Literal

from charlotte.congress.importers.times import duration
from charlotte.congress.search.folding import fold

Unit = Literal["minutes", "hours", "seconds"]
PER_UNIT = {"minutes": 60, "hours": 3600, "seconds": 1}
MACHINE = re.compile(r"pt(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")
HOURS = r"(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|or[ae]|heures?|std|stunden?|horas?)\b\.?"
MINUTES = r"(\d+)\s*(?:'|m|min|mins|minut[eios]+|minuten|minutes?)(?![a-z])\.?"
SPOKEN = re.compile(rf"(?:{HOURS})?\s*(?:e|and|und|et|y|,)?\s*(?:{MINUTES})?")
HOUR_MINUTES = re.compile(r"(\d{1,2})\s?h\s?(\d{2})(?:\s?m(?:in)?)?")
BEHIND = re.compile(r"\s*[(\[]([^()\[\]]{2,30})[)\]]\s*$")
LONGEST = timedelta(days=14)


@lru_cache(maxsize=5_000)
def read_length(text: str, unit: Unit = "minutes") -> timedelta | None:
    """Return a length; a bare number counts in the column's unit. None when it is none, zero or absurd."""
    cleaned = fold(text.replace("′", "'").replace("’", "'")).strip()
    if len(cleaned) > 40:
        return None
    if re.fullmatch(r"\d{1,8}(?:[.,]\d+)?", cleaned):
        length = timedelta(seconds=float(cleaned.replace(",", ".")) * PER_UNIT[unit])
    elif found := HOUR_MINUTES.fullmatch(cleaned):
        length = timedelta(hours=int(found[1]), minutes=int(found[2]))
    elif (found := MACHINE.fullmatch(cleaned)) and cleaned != "pt":
        length = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0), seconds=int(found[3] or 0))
    elif (found := SPOKEN.fullmatch(cleaned)) and (found[1] or found[2]):
        length = timedelta(hours=float((found[1] or "0").replace(",", ".")), minutes=int(found[2] or 0))
    else:
        return _clock_like(cleaned)
    return length if timedelta(0) < length <= LONGEST else None


def says_length(text: str) -> bool:
    """Return whether a text is a length with its unit, so that nothing else could be meant."""
    cleaned = fold(text.replace("′", "'")).strip()
    return not cleaned.isdigit() and not re.fullmatch(r"[\d:.,]+", cleaned) and read_length(text) is not None


def length_behind(title: str) -> tuple[str, str]:
    """Return a title without the length in brackets behind it, and the length: "Cider tasting (45 min)"."""
    found = BEHIND.search(title)
    if found is None or not found.start() or not says_length(found[1]):
        return title, ""
    return title[: found.start()].strip(), found[1].strip()


def _clock_like(text: str) -> timedelta | None:
    found = re.fullmatch(r"(\d{1,2}):(\d{2}):(\d{2})", text)
    if found:  # a length with seconds, as spreadsheets write it, not days
        length = timedelta(hours=int(found[1]), minutes=int(found[2]))
        return length if length > timedelta(0) else None
    return duration(text)
