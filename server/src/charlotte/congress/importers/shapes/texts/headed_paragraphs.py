"""Paragraphs that begin with what a session is called, where and when it is and who leads it; its talks may follow."""

from collections.abc import Sequence, Set

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.texts.emphasis import as_set
from charlotte.congress.importers.shapes.times.day_line import day_in
from charlotte.congress.importers.shapes.values.headings import is_place, told_below
from charlotte.documents.paper import Block

PLAIN = 6
"""The level of a heading that nothing sets apart."""


def headed(block: Block, rooms: Set[str]) -> list[Block]:
    """Return a paragraph as the heading of a session, and what stands below it; nothing where it is none.

    Its lines below the title, or one of them above it, say only where and when the session is, and who leads it.
    """
    head, rest = _head_and_rest(block, rooms)
    lines = _title_first(head.text.split("\n"), rooms)
    first, below = lines[0], "\n".join(lines[1:])
    if not below or day_in(first) or labelled(first) or begins_with_time(first) or told_below(below, rooms) is None:
        return []
    level = block.level if block.kind == "heading" else PLAIN
    heading = Block(kind="heading", level=level, text="\n".join(lines), page=block.page)
    return [heading, *([rest] if rest is not None else [])]


def _head_and_rest(block: Block, rooms: Set[str]) -> tuple[Block, Block | None]:
    """Return the lines of a paragraph above its first talk, as they are set, and those from there on."""
    marked = block.marked[0].split("\n") if block.marked else []
    lines = block.text.split("\n") if block.kind == "text" else marked
    if block.kind not in ("text", "heading") or len(block.marked) > 1 or marked and len(marked) != len(lines):
        return Block(kind="text", text=""), None
    timed = (at for at, line in enumerate(lines) if at and begins_with_time(line))
    ends = next((at for at in timed if at > 1 or not _says_when_and_where(lines[at], rooms)), len(lines))
    head = block.model_copy(update={"kind": "text", "text": "\n".join(lines[:ends])})
    head = head.model_copy(update={"marked": ("\n".join(marked[:ends]),) if marked else ()})
    rest = block.model_copy(update={"text": "\n".join(lines[ends:])})
    rest = rest.model_copy(update={"marked": ("\n".join(marked[ends:]),) if marked else ()})
    return as_set(head, frozenset(rooms)), rest if ends < len(lines) else None


def _title_first(lines: Sequence[str], rooms: Set[str]) -> list[str]:
    """Return the lines of a head with the title first, where the line above it only says where and when.

    One that begins with the time is that of an entry like others.
    """
    is_above = len(lines) > 1 and begins_with_time(lines[0]) is None and _says_when_and_where(lines[0], rooms)
    is_below = is_above and told_below(lines[1], rooms) is None
    return [lines[1], lines[0], *lines[2:]] if is_below else [*lines]


def _says_when_and_where(line: str, rooms: Set[str]) -> bool:
    """Return whether a line says from when to when and where a session is, maybe who leads it, and nothing else.

    Beside who leads, a name is where, whatever it is called.
    """
    named = told_below(line, rooms)
    return named is not None and bool(named.time) and (bool(named.chairs) or is_place(named.room, rooms))
