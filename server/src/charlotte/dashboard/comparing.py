"""What changed between two briefs, and between the instructions they make: pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from charlotte.session.configuration.brief import FACTS, Brief


@dataclass(frozen=True)
class Change:
    """One value before and after; null = not told."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Line:
    """One line of a text that is compared with an earlier one."""

    kind: Literal["same", "added", "removed", "left_out"]
    text: str


def changes(before: Brief, after: Brief) -> list[Change]:
    """Return every value that differs, in the order of the page."""
    names = [fact.name for fact in FACTS]
    found = [Change(name, before.variables.get(name), after.variables.get(name)) for name in names]
    found.append(Change("voice", before.voice, after.voice))
    return [change for change in found if change.before != change.after]


def compared(before: str, after: str, *, around: int = 1) -> list[Line]:
    """Return the lines that differ with a little of what stands around them."""
    old, new = before.splitlines(), after.splitlines()
    lines: list[Line] = []
    for group in SequenceMatcher(a=old, b=new, autojunk=False).get_grouped_opcodes(around):
        if lines:
            lines.append(Line("left_out", ""))
        for tag, a, b, c, d in group:
            lines.extend(_told(tag, old[a:b], new[c:d]))
    return lines


def _told(tag: str, old: list[str], new: list[str]) -> Iterator[Line]:
    if tag == "equal":
        yield from (Line("same", text) for text in old)
        return
    yield from (Line("removed", text) for text in old)
    yield from (Line("added", text) for text in new)
