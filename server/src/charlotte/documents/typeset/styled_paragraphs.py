"""Paragraphs that only the names of their styles tell apart, as layout programs keep them: which of them are headings.

A style heads what stands below it where its paragraphs are short lines, never two of them in a row, each with one and
the same style below it and any above it. What always stands below one and the same style belongs to that instead.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_HEADING = 80
FEWEST = 2
MOSTLY = 0.8
LARGER = 1.25
LOWEST = 5
TIMED = re.compile(r"\W*\d{1,2}\s?(?:[.:h]\s?\d{2}|h\b|Uhr\b|[ap]\.?m\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a table that stands among them."""

    style: str
    markup: str
    text: str
    size: float = 0.0
    """Of its letters, in points; 0 = nothing tells it."""
    is_table: bool = False

    @property
    def is_line(self) -> bool:
        """Whether it may be a heading: one short line that tells no time, and is no sentence."""
        said = self.text
        is_short = 0 < len(said) <= LONGEST_HEADING and not any(sign in said for sign in "\n\t")
        return is_short and not self.is_table and TIMED.match(said) is None and said[-1] not in ".,;"


def written(paragraphs: Sequence[Paragraph]) -> str:
    """Return paragraphs as HTML, with headings where their styles head."""
    levels = _levels(paragraphs)
    return "".join(_written(one, levels.get(one.style, 0)) for one in paragraphs)


def _written(one: Paragraph, level: int) -> str:
    if one.is_table:
        return one.markup
    tag = f"h{level}" if level and one.is_line else "p"
    return f"<{tag}>{one.markup}</{tag}>"


def _levels(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """Return the levels of the styles that head, the rarer and larger ones above the others."""
    told = [one for one in paragraphs if one.text.strip() or one.is_table]
    every = Counter(one.style for one in told)
    lines = Counter(one.style for one in told if one.is_line)
    sizes = {one.style: one.size for one in told}
    usual = _usual_size(told)
    heads = [
        style
        for style, count in every.items()
        if lines[style] >= MOSTLY * count and (sizes[style] > LARGER * usual > 0 or _heads(style, told))
    ]
    ranked = sorted(heads, key=lambda style: (-sizes[style], every[style]))
    return {style: min(at, LOWEST) for at, style in enumerate(ranked, 1)}


def _heads(style: str, told: Sequence[Paragraph]) -> bool:
    """Return whether the paragraphs of a style stand above others as headings do."""
    if sum(one.style == style for one in told) < FEWEST:
        return False
    below = Counter(two.style for one, two in pairwise(told) if one.style == style)
    above = Counter(one.style for one, two in pairwise(told) if two.style == style)
    is_last = told[-1].style == style
    return not is_last and style not in below and len(below) == 1 and (len(above) > 1 or told[0].style == style)


def _usual_size(told: Sequence[Paragraph]) -> float:
    letters: dict[float, int] = defaultdict(int)
    for one in told:
        letters[one.size] += len(one.text)
    return max(letters, key=lambda size: letters[size], default=0.0)
