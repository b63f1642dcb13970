"""What only its looks keep apart on a page: `<span>Ada Orr</span><span>Kiln Works</span>`, with no blank between."""

import re

APART = frozenset(("a", "span", "time", "label"))
"""Elements that a style sheet may set apart; what is only bold may be the half of a word."""
END = re.compile(r".*(?:\w(?:[^\W\dA-ZÀ-Þ_]|[\d)\].!?’”»\"])|\d\s?[AP]M)", re.DOTALL)
BEGIN = re.compile(r"[A-ZÀ-Þ]")


def runs_on(before: str, behind: str) -> bool:
    """Return whether two pieces would run on as one word that nobody writes: "OrrKiln", "B12Speakers"."""
    return BEGIN.match(behind) is not None and END.fullmatch(before) is not None
