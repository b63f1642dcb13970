"""A document cut into passages: by heading and page, each with the headings above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePath

from charlotte.documents.broken_lines import with_whole_sentences
from charlotte.documents.paper import Block, Paper
from charlotte.knowledge.languages import LANGUAGES, language_of, likeliest, stated
from charlotte.knowledge.passage import Document, Passage
from charlotte.knowledge.sentences import sentences

LONGEST = 900
"""Characters of a passage: about 200 tokens, so that its vector means one thing and it can be shown on a card."""
MOST_PASSAGES = 20_000
OPENING = 2
"""A heading among so many first pieces is the document's title."""
FACTS = ".json"

LONGEST_NAME, FEWEST_ROWS = 40, 3
"""Characters of a column's name, and rows below it, for a table that does not say which row is its head."""
NUMBER = re.compile(r"\d")


@dataclass
class _Section:
    path: tuple[str, ...]
    page: int | None
    lines: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        return sum(len(line) + 1 for line in self.lines)


def document_of(name: str, paper: Paper, sha256: str) -> Document:
    """Return the document with its passages."""
    heads = (block for block in paper.blocks[:OPENING] if block.kind == "heading")
    first = next(heads, None) if not name.casefold().endswith(FACTS) else None  # the first of facts is no title
    title = paper.title or (first.text if first else None) or _spelled(name)
    whole = "\n".join(block.text for block in paper.blocks)[:20_000]
    language = stated(name) or (paper.language if paper.language in LANGUAGES else None) or likeliest(whole)[0]
    passages = tuple(
        Passage(
            id=f"{name}#{number}",
            document=name,
            title=title,
            path=section.path,
            page=section.page,
            language=language_of("\n".join(section.lines), language),
            text="\n".join(section.lines),
        )
        for number, section in enumerate(_sections(paper.blocks, title), 1)
        if number <= MOST_PASSAGES
    )
    return Document(name, title, language, paper.pages, sha256, passages)


def _sections(blocks: tuple[Block, ...], title: str) -> Iterator[_Section]:
    above: dict[int, str] = {}
    head: tuple[str, ...] = ()
    blocks = _with_heads(with_whole_sentences(blocks))
    current, loose = _Section((), None), _Section((), None)
    level = 0
    for block in blocks:
        if block.kind == "heading":
            if current.lines:
                yield current
            elif current.path and block.level <= level:  # a label with nothing under it, as on maps
                done, loose = _with_label(loose, current)
                yield from done
            level = block.level
            above = {level: text for level, text in above.items() if level < block.level} | {block.level: block.text}
            path = tuple(text for _, text in sorted(above.items()) if text != title)
            current, head = _Section(path, block.page), ()
            continue
        if block.kind == "row":
            if block.is_header:
                head = block.cells
                continue
            line = _row(block.cells, head)
        else:
            line, head = _indented(block), ()
        for piece in _pieces(line):
            full = current.length + len(piece) > LONGEST
            if current.lines and (full or block.page != current.page):
                yield current
                current = _Section(current.path, block.page)
            current.page = block.page
            current.lines.append(piece)
    if not current.lines and current.path:
        done, loose = _with_label(loose, current)
        yield from done
    yield from (section for section in (current, loose) if section.lines)


def _with_heads(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with the first row of a table as its head, where numbers below it say that it is one."""
    kept: list[Block] = []
    for is_row, some in groupby(blocks, key=lambda block: block.kind == "row"):
        rows = list(some)
        if is_row and not any(row.is_header for row in rows) and _is_head(rows[0].cells, rows[1:]):
            rows[0] = rows[0].model_copy(update={"is_header": True})
        kept += rows
    return tuple(kept)


def _is_head(first: tuple[str, ...], others: list[Block]) -> bool:
    """Return whether a row names what stands below it: short words over a column in which most rows hold a number."""
    named = all(0 < len(cell) <= LONGEST_NAME and not NUMBER.search(cell) for cell in first)
    same = [row.cells for row in others if len(row.cells) == len(first)]
    if not named or len(first) < 2 or len(same) < FEWEST_ROWS or len(same) < len(others):
        return False
    return any(2 * sum(bool(NUMBER.search(row[at])) for row in same) > len(same) for at in range(len(first)))


def _with_label(loose: _Section, empty: _Section) -> tuple[list[_Section], _Section]:
    """Return the labels so far with that of a section that holds nothing, and those of another place before it."""
    path, label = empty.path[:-1], empty.path[-1]
    if loose.lines and (loose.path, loose.page) == (path, empty.page):
        return [], _Section(path, empty.page, [*loose.lines, label])
    return [loose] if loose.lines else [], _Section(path, empty.page, [label])


def _indented(block: Block) -> str:
    """Return a block as a line; what is an item of what shows by its indentation."""
    text = ", ".join(line.strip(" ,") for line in block.text.split("\n") if line.strip(" ,"))
    return "  " * (block.level - 1) + "- " + text if block.kind == "item" else text


def _row(cells: tuple[str, ...], head: tuple[str, ...]) -> str:
    named = [
        f"{head[at]}: {cell}" if at < len(head) and head[at] else cell for at, cell in enumerate(cells) if cell.strip()
    ]
    return "; ".join(named) if any(head) else " | ".join(named)


def _pieces(line: str) -> Iterator[str]:
    """Yield a line, or, when it is too long for a passage, its sentences together as far as they fit."""
    if len(line) <= LONGEST:
        yield line
        return
    piece = ""
    for sentence in sentences(line):
        for at in range(0, len(sentence), LONGEST):
            part = sentence[at : at + LONGEST]
            if piece and len(piece) + len(part) >= LONGEST:
                yield piece
                piece = ""
            piece = f"{piece} {part}".strip()
    if piece:
        yield piece


def _spelled(name: str) -> str:
    stem = PurePath(name).stem.split(".")[0]
    return stem.replace("_", " ").replace("-", " ").strip().capitalize() or name
