"""Talks of a session of which only the time is set apart: `<p><b>9.45</b> Salt marshes<br><i>Ada Orr</i></p>`."""

from collections.abc import Mapping

from charlotte.congress.importers.shapes.html.elements import Element
from charlotte.congress.importers.shapes.html.parts import part_of
from charlotte.congress.importers.shapes.times.when import read_when

PIECES = frozenset(("p", "li", "tr", "dd", "div", "dt"))
ASIDES = frozenset(("em", "i", "small", "cite"))
PEOPLE = ("speakers", "chairs")
LONGEST = 600
SHORTEST = 4
"""Letters behind the time that may be a title."""


def pieces_of(extent: Element, clocks: Mapping[int, str]) -> list[tuple[Element, int]]:
    """Return the pieces of a session's part of the page that begin with a time while the session lasts, and its place.

    `clocks` are the times in it; the first that tells an end is the session's own.
    """
    own = next((read_when(said) for said in clocks.values() if read_when(said).end is not None), None)
    if own is None or own.start is None or own.end is None:
        return []
    found = []
    for one in extent.all():
        when = read_when(clocks[one.at]) if one.at in clocks else None
        piece = _piece(one, extent) if when is not None else None
        if when is None or when.start is None or piece is None or not own.start <= when.start < own.end:
            continue
        if sum(piece.at <= at <= piece.last for at in clocks) == 1 and _begins(piece, one):
            found.append((piece, one.at))
    return found


def _piece(clock: Element, extent: Element) -> Element | None:
    around = (one for one in clock.above() if one.at > extent.at)
    return next((one for one in around if one.tag in PIECES), None)


def _begins(piece: Element, clock: Element) -> bool:
    """Return whether a piece begins with a time and goes on with a title; its asides are set on lines of their own."""
    if not 0 < piece.size <= LONGEST or not piece.text.startswith(clock.text):
        return False
    people = [one for one in piece.all() if part_of(one) in PEOPLE]
    for inner in piece.all():
        if not any(one.at <= inner.at <= one.last for one in people):  # where they work may be slanted
            _part(inner)
    rest = piece.lines(frozenset((clock.at,)))
    return bool(rest) and sum(map(str.isalpha, rest[0])) >= SHORTEST


def _part(element: Element) -> None:
    """Break the line before what is slanted and ends it, and behind what is struck through."""
    parted: list[Element | str] = []
    for at, one in enumerate(element.content):
        last = not any(isinstance(each, Element) or each.strip() for each in element.content[at + 1 :])
        if isinstance(one, Element) and one.tag in ASIDES and last and parted:
            parted.append("\n")
        parted.append(one)
        if isinstance(one, Element) and one.is_struck and not last:
            parted.append("\n")
    element.content = parted
