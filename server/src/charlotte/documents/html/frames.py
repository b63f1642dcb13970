"""Tables that only frame a page, as newsletters and old sites have them: what they hold is read as the page itself."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

CELLS = frozenset(("td", "th"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
OF_TABLES = frozenset(("thead", "tbody", "tfoot"))
MOST_ROWS = 200
SEVERAL = 2


def table_of(row: LexborNode) -> LexborNode | None:
    """Return the table of a row."""
    table = row.parent
    while table is not None and table.tag in OF_TABLES:
        table = table.parent
    return table if table is not None and table.tag == "table" else None


def frames(table: LexborNode) -> bool:
    """Return whether a table holds pieces of the page, one below the other, and no cells.

    Each of its rows has one filled cell at most, or it has one row only; and some cell is a page of its own: with a
    heading that is not all it says, or with tables of several rows.
    """
    rows = [[cell for cell in _children(one) if cell.tag in CELLS and _says(cell)] for one in _rows(table)]
    rows = [cells for cells in rows if cells]
    if not rows or len(rows) > MOST_ROWS or len(rows) > 1 and any(len(cells) > 1 for cells in rows):
        return False
    return any(_is_page(cell, alone=len(cells) == 1) for cells in rows for cell in cells)


def _is_page(cell: LexborNode, *, alone: bool) -> bool:
    """Return whether a cell holds what cells of a timetable do not; beside others only tables in it show that."""
    heads = [node for node in cell.css(", ".join(sorted(HEADINGS))) if _says(node)]
    said = len((cell.text() or "").strip())
    headed = sum(len((node.text() or "").strip()) for node in heads)
    has_tables = any(len(list(_rows(table))) >= SEVERAL for table in cell.css("table"))
    return has_tables or alone and bool(heads) and said > SEVERAL * headed


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """Yield the table's own rows."""
    for one in _children(table):
        if one.tag == "tr":
            yield one
        elif one.tag in OF_TABLES:
            yield from (inner for inner in _children(one) if inner.tag == "tr")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _says(node: LexborNode) -> bool:
    return bool((node.text() or "").strip())
