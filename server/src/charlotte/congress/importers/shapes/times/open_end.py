"""What says behind a start that nobody knows the end: "8 pm till late", "20 Uhr – open end", "ore 21 fino a tardi"."""

import re

LATE = (
    r"late|close|closing(?: time)?|dawn|sunrise|the (?:early|small) hours|open[ -]end(?:ed)?|ende offen|"
    r"spät(?: in die nacht)?|in die nacht|"
    r"tardi|tarda notte|notte fonda|tard|tard dans la nuit|l[’']aube|tarde|la madrugada|el cierre|el amanecer"
)
SIGN = r"(?:[–—-]\s*)?(?:until|till|[’']til|bis|fino a|sino a|hasta|jusque|jusqu[’']à)\s+"
ALONE = r"open[ -]end(?:ed)?|ende offen"
ENDS = r"(?=\s*(?:$|[^\w\s]))"
OPEN_END = re.compile(
    rf"[\s,]*(?:{SIGN}(?:{LATE})(?:{ENDS}|(?=\s+(?-i:[A-ZÀ-Þ])))|[–—-]\s*(?-i:late){ENDS}|"
    rf"(?:[–—-]\s*|\()?(?:{ALONE})(?:\)|{ENDS}|(?=\s+(?-i:[A-ZÀ-Þ]))))",
    re.IGNORECASE,
)


def with_open_end(time: str, behind: str) -> tuple[str, str]:
    """Return a start with what says behind it that its end is open, and what follows that."""
    found = OPEN_END.match(behind)
    return (f"{time} {found[0].strip(' ,')}", behind[found.end() :]) if found is not None else (time, behind)
