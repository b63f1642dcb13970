"""How long something takes, told right behind when it begins: "10.00 h (30’) Opening", "14:00 | 45 min | Walk"."""

import re
from datetime import datetime, timedelta

from charlotte.congress.importers.shapes.times.lengths import read_length, says_length
from charlotte.congress.importers.shapes.times.when import read_when

BRACKETED = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,20}?)\s*[)\]]\s*")
APART = re.compile(
    r"\s*(?:[|·–—-]\s+)?(\d{1,3}\s?(?:['’′]|min(?:ut\w*)?\.?))\s*(?:[|·:,;–—-]\s*|\s(?=\S)|$)", re.IGNORECASE
)


def with_length(time: str, behind: str) -> tuple[str, str]:
    """Return a start with the end that the length behind it gives, and what follows the length.

    A length behind a start and an end says the same once more: "11:00 - 11:30 (30min)".
    """
    found = BRACKETED.match(behind) or APART.match(behind)
    if found is None or not says_length(found[1]):
        return time, behind
    when, length = read_when(time), read_length(found[1])
    rest = behind[found.end() :]
    if when.start is None or length is None or length >= timedelta(days=1):
        return time, behind
    if when.end is not None:
        span = datetime.combine(datetime.min, when.end) - datetime.combine(datetime.min, when.start)
        return (time, rest) if span == length else (time, behind)
    end = datetime.combine(datetime.min, when.start) + length
    return f"{time} - {end:%H:%M}", rest
