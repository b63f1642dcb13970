"""Names that a description sets in italics or bold behind a title: "10.30: Hives on roofs, <em>Ada Orr (Kiln)</em>"."""

import re

from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.wording import plain

SET_APART = re.compile(
    r"[\s,;:|–—-]{0,12}<(em|i|b|strong)\b[^<>]*>([^<>]{3,200})</\1>[\s.]*(?=</?(?:li|p|div|ul|ol|td)\b|<br|\n|$)",
    re.IGNORECASE,
)
"""The last of a line."""
MARKS = "<*_"
HEAVY = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,200}?)(?<=\S)\1")
SLANTED = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]{3,200}?)(?<=\S)\1(?![\w*_])")
"""How light markup sets a word apart: `**10.30** Hives on roofs, *Ada Orr*`."""


def with_names_below(text: str) -> str:
    """Return a text in which names that are set apart at the end of a line stand on a line of their own."""
    if not {*MARKS} & {*text}:
        return text
    text = SLANTED.sub(r"<em>\2</em>", HEAVY.sub(r"<b>\2</b>", text))
    return SET_APART.sub(lambda found: f"\n{found[2]}" if names_people(plain(found[2]), True) else found[0], text)
