"""Names that a description sets in italics or bold behind a title: "10.30: Hives on roofs, <em>Ada Orr (Kiln)</em>"."""

import re

from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.wording import plain

SET_APART = re.compile(
    r"[\s,;:|–—-]*<(em|i|b|strong)\b[^<>]*>([^<>]{3,200})</\1>[\s.]*(?=</?(?:li|p|div|ul|ol|td)\b|<br|\n|$)",
    re.IGNORECASE,
)
"""The last of a line."""


def with_names_below(text: str) -> str:
    """Return a text in which names that are set apart at the end of a line stand on a line of their own."""
    return SET_APART.sub(lambda found: f"\n{found[2]}" if names_people(plain(found[2]), True) else found[0], text)
