"""A document cut into passages: by heading and page, each with the headings above it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from charlotte.documents.broken_lines import ENDS, FULL, with_whole_sentences
from charlotte.documents.paper import Block, Paper
from charlotte.knowledge.heads_of_answers import with_heads_of_answers
from charlotte.knowledge.languages import LANGUAGES, language_of, likeliest, stated
from charlotte.knowledge.passage import Document, Passage
from charlotte.knowledge.sentences import sentences
from charlotte.knowledge.table_rows import row_said, with_heads

LONGEST = 900
"""Characters of a passage: about 200 tokens, so that its vector means one thing and it can be shown on a card."""
MOST_PASSAGES = 20_000
OPENING = 2
"""A heading among so many first pieces is the document's title."""
FACTS = ".json"


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
    blocks = paper.told or paper.blocks
    heads = (block for block in blocks[:OPENING] if block.kind == "heading")
    first = next(heads, None) if not name.casefold().endswith(FACTS) else None  # the first of facts is no title
    title = paper.title or (first.text if first else None) or _spelled(name)
    whole = "\n".join(block.text for block in blocks)[:20_000]
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
        for number, section in enumerate(_sections(with_heads_of_answers(blocks, language), title), 1)
        if number <= MOST_PASSAGES
    )
    return Document(name, title, language, paper.pages, sha256, passages)


def _sections(blocks: tuple[Block, ...], title: str) -> Iterator[_Section]:
    above: dict[int, str] = {}
    head: tuple[str, ...] = ()
    blocks = with_heads(with_whole_sentences(blocks))
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
            line = row_said(block.cells, head)
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


def _with_label(loose: _Section, empty: _Section) -> tuple[list[_Section], _Section]:
    """Return the labels so far with that of a section that holds nothing, and those of another place before it."""
    path, label = empty.path[:-1], empty.path[-1]
    if loose.lines and (loose.path, loose.page) == (path, empty.page):
        return [], _Section(path, empty.page, [*loose.lines, label])
    return [loose] if loose.lines else [], _Section(path, empty.page, [label])


def _indented(block: Block) -> str:
    """Return a block as a line; what is an item of what shows by its indentation."""
    text = ""
    for line in (line.strip() for line in block.text.split("\n")):
        text = _with_next(text, line) if text and line else text or line
    text = text.strip(" ,")
    return "  " * (block.level - 1) + "- " + text if block.kind == "item" else text


def _with_next(text: str, line: str) -> str:
    """Return a line with the next one of the same paragraph: behind a comma, unless a sentence ends or goes on."""
    is_broken = len(text) >= FULL and line[:1].islower()
    if text.endswith(ENDS) or is_broken:
        return f"{text} {line}"
    return f"{text.rstrip(' ,')}, {line.lstrip(' ,')}"


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
