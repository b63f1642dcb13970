"""Lists below a line that says only when, each of whose items is held then: "10h - 10h45", "* Salle Maine : …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.documents.paper import Block

BULLET = re.compile(r"\s*[*•‣▪–-]\s+(\S.*)")
FEWEST, MOSTLY = 3, 0.7
"""Times with a list below them, and the share of all lines that say only when."""


@dataclass
class _Slot:
    time: Block
    items: list[Block] = field(default_factory=list)


def with_items_timed(blocks: Sequence[Block]) -> list[Block]:
    """Return pieces with the time before each item of the lists below it; as they are where few times have a list."""
    parts = [*_parts(blocks)]
    slots = [part for part in parts if isinstance(part, _Slot)]
    listed = [slot for slot in slots if slot.items and not any(labelled(item.text) for item in slot.items)]
    several = [slot for slot in listed if len(slot.items) > 1]
    if len(listed) < FEWEST or len(listed) < MOSTLY * len(slots) or 3 * len(several) < len(listed):
        return [*blocks]
    return [block for part in parts for block in (_timed(part) if isinstance(part, _Slot) else [part])]


def _parts(blocks: Sequence[Block]) -> Iterator[Block | _Slot]:
    slot: _Slot | None = None
    for block in (one for whole in blocks for one in _apart(whole)):
        if slot is not None and block.kind == "item":
            slot.items.append(block)
            continue
        if slot is not None:
            yield slot
        slot = _Slot(block) if _is_time(block) else None
        if slot is None:
            yield block
    if slot is not None:
        yield slot


def _apart(block: Block) -> list[Block]:
    """Return a paragraph of a time and marked lines below it as the time and its items; any other as it is."""
    first, *lines = block.text.split("\n")
    items = [line for line in map(BULLET.match, lines) if line is not None]
    time = block.model_copy(update={"text": first.strip(), "marked": ()})
    if block.kind != "text" or not lines or len(items) < len(lines) or not _is_time(time):
        return [block]
    return [time, *(Block(kind="item", text=item[1].strip(), page=block.page) for item in items)]


def _is_time(block: Block) -> bool:
    """Return whether a paragraph is from when until when, and nothing else."""
    if block.kind not in ("text", "heading") or "\n" in block.text.strip():
        return False
    timed = begins_with_time(block.text.strip())
    return timed is not None and not timed[1] and read_when(block.text).end is not None


def _timed(slot: _Slot) -> list[Block]:
    """Return the items of a slot as lines that begin with its time; its time alone where it has none."""
    if not slot.items:
        return [slot.time]
    when = slot.time.text.strip()
    return [Block(kind="text", text=f"{when} {item.text.strip()}", page=item.page) for item in slot.items]
