"""PDF: lines with their size and place; larger or bold lines are headings, what every page repeats is dropped."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError

from charlotte.documents.broken_lines import rejoined
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.paper import Block, Paper, Remark
from charlotte.documents.pdf.columns import Columns, columns_of
from charlotte.documents.pdf.flow import CLOCK, flow_of
from charlotte.documents.pdf.flush import put_behind, set_flush_left
from charlotte.documents.pdf.line import Line, line_of
from charlotte.documents.pdf.middle import raised
from charlotte.documents.pdf.paragraphs import SetLine, is_one, paragraphs_of
from charlotte.documents.pdf.prose import blocks_of, level_of, levels_of
from charlotte.documents.pdf.rows import Placed, rows_of
from charlotte.documents.pdf.ruled import Ruled, ruled_tables
from charlotte.documents.pdf.telling import told_of

MOST_PAGES = 500
REPEATED = 0.6
"""What stands on this share of the pages, at the same height, is no part of the text."""
FEWEST_COLUMNS = 3
"""Texts side by side that are the head of a table; it counts once, however many pages repeat it."""
PAIR = 2
_DIGITS = re.compile(r"\d+")


def read(raw: bytes) -> Paper:
    """Read a document."""
    if b"%PDF-" not in raw[:1024]:
        raise UnreadableDocument("is no PDF")
    try:
        lines, pages, tables = _lines(raw)
    except PDFPasswordIncorrect:
        raise UnreadableDocument("is locked with a password") from None
    except PDFSyntaxError:
        raise UnreadableDocument("is damaged or cut off") from None
    warnings = []
    if pages > MOST_PAGES:
        pages = MOST_PAGES
        message = f"Only the first {MOST_PAGES} pages were read."
        warnings.append(Remark(code="pages_cut", message=message, values={"most": MOST_PAGES}))
    if not lines:
        warnings.append(Remark(code="only_pictures", message="It holds no text, only pictures."))
    kept = _without_repeated(lines, pages)
    levels, parts = levels_of(kept), list(_in_turn(kept, {table.page for table in tables}))
    blocks = rejoined(blocks_of(kept, levels))
    set_so = (_whole(_raised(_flush_left(part), tables)) for part in parts)
    layout = tuple(block for part in set_so for block in _with_tables(part, tables, levels))
    flow = rejoined(block for part in parts for block in flow_of(put_behind([line.runs for line in part])))
    told = told_of(kept, tables)
    return Paper(pages=pages, blocks=blocks, layout=layout, flow=flow, told=told, warnings=tuple(warnings))


def _flush_left(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the cells of columns that are set flush right at their columns' left."""
    runs = set_flush_left([line.runs for line in lines])
    return [
        line if told == line.runs else replace(line, runs=told, left=told[0].left)
        for line, told in zip(lines, runs, strict=True)
    ]


def _raised(lines: Sequence[Line], tables: Sequence[Ruled]) -> list[Line]:
    """Return the lines with the cells of rows that are set in their middle where these rows begin."""
    if {line.page for line in lines} & {table.page for table in tables} or not all(line.runs for line in lines):
        return [*lines]
    found: list[Line] = []
    for line, parts in zip(lines, raised([line.runs for line in lines]), strict=True):
        if parts == [line.runs]:
            found.append(line)
            continue
        for runs in parts:
            text = " ".join(run.text for run in runs)
            at = replace(line, text=text, runs=runs, left=runs[0].left, bottom=runs[0].bottom)
            found.append(at if len(parts) == 1 else replace(at, pieces=(), styled=()))
    return found


def _lines(raw: bytes) -> tuple[list[Line], int, list[Ruled]]:
    lines: list[Line] = []
    tables: list[Ruled] = []
    number = 0
    for number, page in enumerate(extract_pages(io.BytesIO(raw), laparams=LAParams(), maxpages=MOST_PAGES + 1), 1):
        if number > MOST_PAGES:
            break
        boxes = [box for box in page if isinstance(box, LTTextBox)]
        for at, box in enumerate(boxes):
            lines += [made for line in box if isinstance(line, LTTextLine) and (made := line_of(line, number, at))]
        tables += ruled_tables(page, number)
    return lines, number, tables


def _whole(lines: list[Line]) -> list[Line]:
    """Return lines with paragraphs whole that were only broken in a narrow column, or tell their parts by styles."""
    held = [one for one in _with_times(lines) if one[0].runs and is_one([run for line in one for run in line.runs])]
    if not all(line.styled for one in held for line in one):
        return lines
    told = [
        SetLine(
            one[0].page,
            one[0].left,
            one[-1].runs[-1].right,
            one[0].bottom,
            one[-1].size,
            tuple(part for line in one for part in line.styled),
        )
        for one in held
    ]
    found = [([line for at in group for line in held[at]], text) for group, text in paragraphs_of(told)]
    firsts = {id(group[0]): text for group, text in found}
    gone = {id(line) for group, _ in found for line in group[1:]}
    kept = (one for one in lines if id(one) not in gone)
    return [_said(one, firsts[id(one)]) if id(one) in firsts else one for one in kept]


def _with_times(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield each line alone, or a time with the one line that stands right of it on its height."""
    heights: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        heights.setdefault((line.page, round(line.bottom)), []).append(line)
    for line in lines:
        beside = sorted(heights[line.page, round(line.bottom)], key=lambda one: one.left)
        is_timed = len(beside) == PAIR and CLOCK.fullmatch(beside[0].text) is not None and len(beside[1].runs) == 1
        if is_timed and line is beside[0]:
            yield tuple(beside)
        elif not is_timed:
            yield (line,)


def _said(line: Line, text: str) -> Line:
    """Return the first line of a paragraph with all that this says; one of several lines is no heading."""
    return replace(line, text=text, pieces=(), runs=line.runs[:1], is_bold=line.is_bold and "\n" not in text)


def _without_repeated(lines: Sequence[Line], pages: int) -> list[Line]:
    if pages < 2:
        return list(lines)
    on = Counter(mark for mark, _ in {(line.mark, line.page) for line in lines})
    repeated = [on[line.mark] >= max(2, REPEATED * pages) for line in lines]
    # Beside what changes from page to page, a time or a place is a cell that happens to stand as high.
    changing = {(line.page, line.height) for line, again in zip(lines, repeated, strict=True) if not again}
    beside = Counter((line.page, line.height) for line in lines)
    seen: set[tuple[str, int]] = set()
    kept = []
    for line, again in zip(lines, repeated, strict=True):
        heads = beside[line.page, line.height] >= FEWEST_COLUMNS and line.mark not in seen
        seen.add(line.mark)
        if not again or (line.page, line.height) in changing or heads:
            kept.append(line)
    return kept


def _in_turn(lines: Sequence[Line], with_tables: Set[int]) -> Iterator[list[Line]]:
    """Yield the lines in parts that are read one after the other: whole pages, or the columns of one."""
    whole: list[Line] = []
    for page in dict.fromkeys(line.page for line in lines):
        here = [line for line in lines if line.page == page]
        parts = [here] if page in with_tables else list(_columns(here))
        if len(parts) == 1:
            whole += here
            continue
        if whole:
            yield whole
            whole = []
        yield from parts
    if whole:
        yield whole


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield what stands above the columns of a page, each of these, and what stands below."""
    columns = columns_of([line.runs for line in lines])
    if columns is None:
        yield list(lines)
        return
    cut = [part for line in lines for part in _cut(line, columns)]
    places = [columns.of(part.runs[0]) if part.runs else None for part in cut]
    above = [line for line, at in zip(cut, places, strict=True) if at is None and line.bottom > columns.top]
    below = [line for line, at in zip(cut, places, strict=True) if at is None and line.bottom <= columns.top]
    if above:
        yield above
    for column in (0, 1):
        yield from _columns([line for line, at in zip(cut, places, strict=True) if at == column])
    if below:
        yield below


def _cut(line: Line, columns: Columns) -> Iterator[Line]:
    """Yield a line, or its parts where it goes over into the next column."""
    sides = [tuple(run for run in line.runs if columns.of(run) == side) for side in (0, 1)]
    if not all(sides):
        yield line
        return
    for runs in sides:
        text = " ".join(run.text for run in runs)
        yield replace(line, text=text, runs=runs, left=runs[0].left, pieces=())


def _with_tables(lines: Sequence[Line], tables: Sequence[Ruled], levels: Mapping[float, int]) -> Iterator[Block]:
    """Yield the layout of lines, the tables that their pages draw where they stand among them."""
    pages = {line.page for line in lines}
    tables = [table for table in tables if table.page in pages]
    left = [
        line for line in lines if not any(one.page == line.page and one.holds(line.left, line.bottom) for one in tables)
    ]
    for table in tables:
        above = [line for line in left if (line.page, -line.bottom) < (table.page, -table.top)]
        yield from _layout(above, levels)
        yield from table.rows
        left = [line for line in left if (line.page, -line.bottom) >= (table.page, -table.top)]
    yield from _layout(left, levels)


def _layout(lines: Sequence[Line], levels: Mapping[float, int]) -> tuple[Block, ...]:
    return rows_of(
        [
            Placed(
                line.page,
                line.text,
                line.left,
                line.bottom,
                line.size,
                level_of(line, levels),
                line.pieces,
                tuple((run.left, run.text) for run in line.runs) if len(line.runs) > 1 else (),
                line.runs[-1].right if line.runs else 0.0,
                line.runs[-1].font if line.runs else "",
            )
            for line in lines
        ]
    )
