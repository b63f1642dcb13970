"""How a line begins that is a talk or an item of its own: with its time, or with a bullet or a number."""

import re

_HALF = r"\s?(?-i:[ap]m\b|[ap]\.\s?m\.|AM\b|PM\b)"
_CLOCK = rf"(?:\d{{1,2}}(?:[:.h]|\sh\s?)\d{{2}}(?:{_HALF})?|\d{{1,2}}\s?h(?!\w)|\d{{1,2}}{_HALF})"
TIMED = re.compile(
    rf"^\W{{0,3}}(?:(?:h|ore|alle(?: ore)?|um|at|à|a las?|kl)\.?\s+)?"
    rf"({_CLOCK})\s*(?:uhr|h|hs)?\s*(?:[-–—:]\s*(?:({_CLOCK})\s*(?:uhr|h|hs)?)?\s*[:–—-]?)?\s+"
    r"(?=(?:[«„“”\"‹]\s)?\S*[^\W\d])(?=.*[^\W\d]{3})",
    re.IGNORECASE,
)
LISTED = re.compile(r"^\s*(?:[-–—•·*▪◦‣]|\d{1,2}[.)]|[a-h]\))\s+(?=\S)")
