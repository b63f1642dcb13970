"""Footnotes of a programme, each behind the sign that stands behind the titles, or the names, that it speaks of."""

import re

from charlotte.congress.importers.wording import says_changed

SIGNED = re.compile(r"\s*\(?(\*{1,3}|[†‡§¹²³])\s*\)?\s*([^\W\d].{3,200})$")
NUMBERED = re.compile(r"\s*\(?(\d)\)\s*([^\W\d].{3,200})$")

SIGN = r"(\*{1,2}|†|‡|§|°|#)"
PRESENTS = (
    r"(?:present\w*|pr[ée]sent\w*|vortrag\w*|vorgetragen\w*|relator\w*|relatric\w*|ponent\w*|orat(?:or|eur|rice)\w*|"
    r"speaker\w*|referent\w*|intervenant\w*|espone|expos\w+|spricht|referier\w+)"
)
LEGEND = re.compile(rf"(?:^|[\s(\"'«“]){SIGN}(?=[\w\s)\"'»”:=–-]).{{0,60}}?\b{PRESENTS}", re.IGNORECASE)
"""`* = presenting author`, `L'asterisco (*) indica chi presenta`"""


def footnote_in(line: str) -> tuple[str, str] | None:
    """Return the sign of a footnote and what it says; a number is one only where it tells a change."""
    if found := SIGNED.match(line):
        return found[1], found[2].strip()
    numbered = NUMBERED.match(line)
    if numbered is None or says_changed(numbered[2]) is None:
        return None
    return f"({numbered[1]})", numbered[2].strip()


def sign_of_presenters(line: str) -> str:
    """Return the sign of which a line says that it marks who presents; nothing where it says something else."""
    found = LEGEND.search(line)
    return found[1] if found is not None else ""
