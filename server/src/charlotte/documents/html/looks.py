"""What only its looks keep apart on a page: `<span>Ada Orr</span><span>Kiln Works</span>`, with no blank between."""

import re

APART = frozenset(("a", "span", "time", "label"))
"""Elements that a style sheet may set apart; what is only bold may be the half of a word."""
END = re.compile(r".*(?:\w(?:[^\W\dA-ZÀ-Þ_]|[\d)\].!?’”»\"])|\d\s?[AP]M)", re.DOTALL)
BEGIN = re.compile(r"[A-ZÀ-Þ]")
SMALL = re.compile(r"[^\W\d_A-ZÀ-Þ](?:[^\W\d_A-ZÀ-Þ]{3}|[^\W\d_]*\s\w)")
SEVERAL = re.compile(r"[A-ZÀ-Þ]\S*\s(?:.*\s)?\S*[^\W\d_]{2}", re.DOTALL)


def runs_on(before: str, behind: str) -> bool:
    """Return whether two pieces would run on as one word that nobody writes: "OrrKiln", "B12Speakers"."""
    return BEGIN.match(behind) is not None and END.fullmatch(before) is not None


def goes_on_small(before: str, behind: str) -> bool:
    """Return whether several words run on as one with a whole word written small: "Ada Orrpresident"."""
    return SMALL.match(behind) is not None and SEVERAL.fullmatch(before) is not None
