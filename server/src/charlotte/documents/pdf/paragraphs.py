"""Lines of a PDF that were only broken because their column is narrow, told apart by how they are set.

A heading goes on in the next line, and so does a talk whose time hangs out to the left: a bold title and names in
italics, however they are broken, are a title and below it who speaks.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charlotte.documents.pdf.flow import BEGINS, CLOCK
from charlotte.documents.pdf.runs import Run

EDGE = 2.0
"""Points; so close to each other the lines of a paragraph begin."""
LEADING = 1.5
"""Of a line's size: the farthest that the next line of a paragraph stands below the last."""
HANGS = 8.0
"""Points by which what follows a time that hangs out is set to the right of it."""
FEWEST_STYLES = 3
"""Of a text that is set in so many ways that they tell its parts."""
FEWEST = 2
"""Paragraphs that go from one style to another."""
MOSTLY = 0.6
MOST_LINES = 5
"""Of a title and who speaks."""
LETTERS = 2
SAME = 0.2
GAP = 1.2
"""Of a line's size: a gap that may be one between a time and a title, or two parts of a line."""


def is_one(runs: Sequence[Run]) -> bool:
    """Return whether the parts of a line are no cells: only its time stands far from the rest."""
    gaps = zip(runs, runs[1:], strict=False)
    return all(
        two.left - one.right < GAP * one.size or at == 0 and CLOCK.fullmatch(one.text) is not None
        for at, (one, two) in enumerate(gaps)
    )


@dataclass(frozen=True)
class SetLine:
    """A line with the styles of its parts; measures are points."""

    page: int
    left: float
    right: float
    bottom: float
    size: float
    styled: tuple[tuple[str, str], ...]
    """The font and the text of each part."""

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(text for _, text in self.styled)

    @property
    def said(self) -> list[tuple[str, str]]:
        """Its parts without a time that it begins with in a style of its own."""
        return [one for at, one in enumerate(self.styled) if at or not CLOCK.fullmatch(one[1].strip())]

    @property
    def width_of_sign(self) -> float:
        """How wide one of its signs is."""
        return (self.right - self.left) / max(len(self.text), 1)


def paragraphs_of(lines: Sequence[SetLine]) -> list[tuple[list[int], str]]:
    """Return the lines that go on in others, by their places, each with what it says as a whole."""
    styles = {(font, round(line.size, 1)) for line in lines for font, _ in line.styled}
    if len(styles) < FEWEST_STYLES:
        return []
    groups = [*_groups(lines)]
    mixed = [_is_mixed([lines[at] for at in group]) for group in groups]
    is_styled = sum(mixed) >= FEWEST
    is_apart = is_styled or _sets_names_apart(lines, groups)
    limits = _limits(lines)
    found = []
    for group, is_mixed in zip(groups, mixed, strict=True):
        held = [lines[at] for at in group]
        hangs = BEGINS.match(held[0].text) is not None and len(held) > 1 and held[1].left - held[0].left >= HANGS
        if is_styled and is_mixed and BEGINS.match(held[0].text):
            found.append((group, _in_styles(held, limits[held[0].page])))
        elif len(held) > 1 and (not hangs or is_apart):
            found.append((group, _in_lines(held, limits[held[0].page])))
    return found


def _sets_names_apart(lines: Sequence[SetLine], groups: Sequence[Sequence[int]]) -> bool:
    """Return whether what stands below titles that hang behind their times is mostly set in another way than these."""
    timed = [(group, lines[group[0]]) for group in groups if BEGINS.match(lines[group[0]].text)]
    below = [
        min(
            (line for line in lines if _is_below(line, first) and line.bottom < lines[group[-1]].bottom),
            key=lambda line: -line.bottom,
            default=None,
        )
        for group, first in timed
    ]
    told = [(first, line) for (_, first), line in zip(timed, below, strict=True) if line is not None]
    apart = sum(_style(first) != _style(line) for first, line in told)
    return apart >= FEWEST and apart >= MOSTLY * len(told)


def _is_below(line: SetLine, first: SetLine) -> bool:
    is_near = line.page == first.page and 0 < first.bottom - line.bottom < MOST_LINES * LEADING * first.size
    return is_near and line.left - first.left >= HANGS


def _style(line: SetLine) -> tuple[str, float]:
    return (line.said[-1][0] if line.said else "", round(line.size, 1))


def _limits(lines: Sequence[SetLine]) -> dict[int, float]:
    return {page: max(line.right for line in lines if line.page == page) for page in {line.page for line in lines}}


def _groups(lines: Sequence[SetLine]) -> Iterator[list[int]]:
    """Yield the places of lines that may be one paragraph each, from the top."""
    order = sorted(range(len(lines)), key=lambda at: (lines[at].page, -lines[at].bottom, lines[at].left))
    heights = Counter((line.page, round(line.bottom)) for line in lines)
    limits = _limits(lines)
    group: list[int] = []
    for at in order:
        alone = heights[lines[at].page, round(lines[at].bottom)] == 1
        if group and alone and _goes_on([lines[one] for one in group], lines[at], limits[lines[at].page]):
            group.append(at)
            continue
        if group:
            yield group
        group = [at] if alone else []
    if group:
        yield group


def _goes_on(group: Sequence[SetLine], line: SetLine, limit: float) -> bool:
    last, first = group[-1], group[0]
    near = 0 < last.bottom - line.bottom <= LEADING * line.size and abs(last.size - line.size) < SAME
    if last.page != line.page or not near or BEGINS.match(line.text):
        return False
    if BEGINS.match(first.text) and line.left - first.left >= HANGS:
        return len(group) == 1 or abs(line.left - last.left) < EDGE
    told = last.said and line.said and last.said[-1][0] == line.said[0][0]
    return bool(told) and abs(last.left - line.left) < EDGE and _is_full(last, line, limit)


def _is_full(line: SetLine, following: SetLine, limit: float) -> bool:
    """Return whether the first word of the next line had no place in a line."""
    word = following.text.split()[0] if following.text.split() else ""
    return line.right + (len(word) + 1.5) * line.width_of_sign > limit


def _is_mixed(lines: Sequence[SetLine]) -> bool:
    """Return whether a paragraph goes from one style to another in a line, and never back."""
    told = [font for line in lines for font, text in line.said if sum(map(str.isalpha, text)) >= LETTERS]
    runs = [font for at, font in enumerate(told) if not at or told[at - 1] != font]
    within = any(len({font for font, text in line.said if any(map(str.isalpha, text))}) > 1 for line in lines)
    return within and len(runs) == len({*runs}) > 1


def _in_styles(lines: Sequence[SetLine], limit: float) -> str:
    """Return a paragraph with each style on a line of its own, its time ahead."""
    whole, before = "", ""
    for at, line in enumerate(lines):
        for number, (font, text) in enumerate(line.styled):
            is_time = not at and not number and CLOCK.fullmatch(text.strip()) is not None
            is_same = font == before or not any(map(str.isalpha, text))
            breaks = (
                bool(before) and not is_same or bool(at and not number) and not _is_full(lines[at - 1], line, limit)
            )
            whole = f"{whole}{chr(10) if breaks else ' '}{text.strip()}".strip()
            before = before if is_time or not any(map(str.isalpha, text)) else font
    return whole


def _in_lines(lines: Sequence[SetLine], limit: float) -> str:
    """Return a paragraph with its lines whole where one was full, and each for itself where it was not."""
    whole = lines[0].text
    for above, line in zip(lines, lines[1:], strict=False):
        is_alike = {font for font, _ in above.said} == {font for font, _ in line.said}
        # "CANCELLED" below a title is no part of it; what closes a bracket is.
        is_open = whole.count("(") > whole.count(")")
        is_alike = is_alike and (is_open or line.text.isupper() == above.text.isupper())
        whole += f"{' ' if is_alike and _is_full(above, line, limit) else chr(10)}{line.text}"
    return whole
