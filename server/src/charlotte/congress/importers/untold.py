"""What an organiser wrote and no session tells: a warning for each, so that nothing is lost in silence."""

import re
from collections.abc import Iterable, Iterator

from charlotte.congress.model import RowWarning

MOST = 20
"""Of one file."""
LONGEST = 160
WORD = re.compile(r"[^\W\d_]{3,}")
FEWEST_WORDS = 2


def in_no_session(place: str, text: str) -> RowWarning:
    """Return the warning for what stands in a file and in no session that was read."""
    said = " ".join(text.split())[:LONGEST]
    return RowWarning(place, "in_no_session", f"{said!r} is in no session that was read.", {"text": said})


def lines_in_no_session(lines: Iterable[tuple[str, str]]) -> Iterator[RowWarning]:
    """Yield a warning for each line, told with its place, that says something in words."""
    told = [(place, line) for place, line in lines if len(WORD.findall(line)) >= FEWEST_WORDS]
    yield from (in_no_session(place, line) for place, line in told[:MOST])
