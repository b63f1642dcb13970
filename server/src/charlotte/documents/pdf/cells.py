"""The cells that lines and filled areas on a page mark off, from nothing but where these are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pdfminer.layout import LTCurve, LTLine, LTPage, LTRect

NEAR = 3.0
"""Points; so close to each other two lines are one."""
THIN = 3.0
"""Points; a filled area that is no wider is a line."""
MOST = 0.6
"""Of its length that a side of a cell must be drawn."""
WHOLE = 0.95
"""Of a page; what is as large lies behind all of it."""
MOST_EDGES = 20_000
MOST_LINES = 400
"""On one page; with more it is a drawing."""


@dataclass(frozen=True)
class Edge:
    """A straight line: `at` is its place across, `begin` and `end` how far it goes."""

    upright: bool
    at: float
    begin: float
    end: float


@dataclass(frozen=True)
class Cell:
    """A cell of a table, the first row at the top; measures are points from the page's left bottom corner."""

    row: int
    column: int
    high: int
    wide: int
    left: float
    right: float
    foot: float
    top: float


def edges_of(page: LTPage) -> list[Edge]:
    """Return the lines that a page draws, and the sides of the areas that it fills."""
    found: list[Edge] = []
    for shape in page:
        if isinstance(shape, LTLine | LTRect) or isinstance(shape, LTCurve) and _is_thin(shape):
            found += _sides(shape, page)
        if len(found) > MOST_EDGES:
            return []
    return _merged(found)


def cells_of(edges: Sequence[Edge]) -> Iterator[list[Cell]]:
    """Yield the cells of each table that lines make; what they leave open is none."""
    if not 0 < len(edges) <= MOST_LINES:
        return
    for group in _touching(edges):
        across = _places(edge.at for edge in group if edge.upright)
        down = _places(edge.at for edge in group if not edge.upright)
        if len(across) > 2 and len(down) > 2:
            cells = _cells(group, across, down[::-1])
            if cells:
                yield cells


def _is_thin(shape: LTCurve) -> bool:
    return min(shape.width, shape.height) <= THIN


def _sides(shape: LTCurve, page: LTPage) -> Iterator[Edge]:
    left, foot, right, top = shape.bbox
    if right - left >= WHOLE * page.width and top - foot >= WHOLE * page.height:
        return
    if top - foot <= THIN:
        if right - left > THIN:
            yield Edge(False, (top + foot) / 2, left, right)
    elif right - left <= THIN:
        yield Edge(True, (left + right) / 2, foot, top)
    elif isinstance(shape, LTRect):
        yield from (Edge(False, foot, left, right), Edge(False, top, left, right))
        yield from (Edge(True, left, foot, top), Edge(True, right, foot, top))


def _merged(edges: Sequence[Edge]) -> list[Edge]:
    """Return the lines with those one that go on in each other."""
    found: list[Edge] = []
    for upright in (False, True):
        place = 0.0
        lines: dict[float, list[Edge]] = {}
        for edge in sorted((one for one in edges if one.upright is upright), key=lambda one: one.at):
            if not lines or edge.at - place > NEAR:
                place = edge.at
            lines.setdefault(place, []).append(edge)
        for at, told in lines.items():
            begin = end = None
            for edge in sorted(told, key=lambda one: one.begin):
                if begin is None or end is None or edge.begin - end > NEAR:
                    if begin is not None and end is not None:
                        found.append(Edge(upright, at, begin, end))
                    begin, end = edge.begin, edge.end
                else:
                    end = max(end, edge.end)
            if begin is not None and end is not None:
                found.append(Edge(upright, at, begin, end))
    return found


def _touching(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Return the lines in groups that hang together."""
    groups: list[list[Edge]] = []
    left = list(edges)
    while left:
        group, rim = [], [left.pop()]
        while rim:
            edge = rim.pop()
            group.append(edge)
            met = [other for other in left if _meet(edge, other)]
            left = [other for other in left if other not in met]
            rim += met
        groups.append(group)
    return groups


def _meet(one: Edge, other: Edge) -> bool:
    if one.upright is other.upright:
        return False
    crosses = one.begin - NEAR <= other.at <= one.end + NEAR
    return crosses and other.begin - NEAR <= one.at <= other.end + NEAR


def _places(found: Iterable[float]) -> list[float]:
    places: list[float] = []
    for at in sorted(found):
        if not places or at - places[-1] > NEAR:
            places.append(at)
    return places


def _cells(edges: Sequence[Edge], across: Sequence[float], down: Sequence[float]) -> list[Cell]:
    """Return the cells between lines; none where one of them is no rectangle."""
    owner: dict[tuple[int, int], int] = {}
    found: list[Cell] = []
    for row in range(len(down) - 1):
        for column in range(len(across) - 1):
            if (row, column) in owner:
                continue
            wide = high = 1
            while column + wide < len(across) - 1 and not _is_drawn(
                edges, True, across[column + wide], down[row + 1], down[row]
            ):
                wide += 1
            while row + high < len(down) - 1 and not _is_drawn(
                edges, False, down[row + high], across[column], across[column + wide]
            ):
                high += 1
            units = [(r, c) for r in range(row, row + high) for c in range(column, column + wide)]
            if any(unit in owner for unit in units):
                return []
            owner |= dict.fromkeys(units, len(found))
            sides = (across[column], across[column + wide], down[row + high], down[row])
            found.append(Cell(row, column, high, wide, *sides))
    return found


def _is_drawn(edges: Sequence[Edge], upright: bool, at: float, begin: float, end: float) -> bool:
    """Return whether a line stands along a side of a cell."""
    along = [edge for edge in edges if edge.upright is upright and abs(edge.at - at) <= NEAR]
    drawn = sum(max(0.0, min(edge.end, end) - max(edge.begin, begin)) for edge in along)
    return drawn >= MOST * (end - begin)
