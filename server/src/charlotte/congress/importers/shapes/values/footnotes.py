"""Footnotes below a programme, each behind the sign that stands behind the titles that it speaks of."""

import re

from charlotte.congress.importers.wording import says_changed

SIGNED = re.compile(r"\s*\(?(\*{1,3}|[†‡§¹²³])\s*\)?\s*([^\W\d].{3,200})$")
NUMBERED = re.compile(r"\s*\(?(\d)\)\s*([^\W\d].{3,200})$")


def footnote_in(line: str) -> tuple[str, str] | None:
    """Return the sign of a footnote and what it says; a number is one only where it tells a change."""
    if found := SIGNED.match(line):
        return found[1], found[2].strip()
    numbered = NUMBERED.match(line)
    if numbered is None or says_changed(numbered[2]) is None:
        return None
    return f"({numbered[1]})", numbered[2].strip()
