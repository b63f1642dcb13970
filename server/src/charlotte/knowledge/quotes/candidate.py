"""What of documents may be quoted: sentences, items and rows, each with what it belongs to. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charlotte.knowledge.heads_of_answers import ENDS
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.quotable import is_finished, is_whole, may_be_quoted
from charlotte.knowledge.units import Unit, units

_LABEL = re.compile(r"\s*(?:- )?([^.:;!?|\d]{2,40}):\s")
"""What a line begins with that says what all its sentences are about: "Dogs: on a lead. Not in the halls."."""

LONGEST_LABEL = 3
"""Words."""


@dataclass(frozen=True)
class Candidate:
    """One sentence, item or row of a passage."""

    passage_at: int
    """Of all passages."""
    at: int
    """Of the units of its passage."""
    unit: Unit
    context: str
    """What it stands under: heading, label of its line, item above, question before."""

    @property
    def whole(self) -> str:
        """The sentence as a model reads it: what it is about first."""
        return f"{self.context}: {self.unit.text}" if self.context else self.unit.text


def candidates(passages: Sequence[Passage]) -> Iterator[Candidate]:
    """Yield everything that may be quoted, passage by passage."""
    for passage_at, passage in enumerate(passages):
        if not all(map(is_finished, passage.path)):
            continue
        lines = passage.text.split("\n")
        for at, unit in enumerate(units(passage)):
            if may_be_quoted(unit.text) and is_whole(unit.text) and not is_a_name(unit) and not _is_a_label(unit):
                yield Candidate(passage_at, at, unit, _context(passage, unit, lines[unit.line]))


def is_a_name(unit: Unit) -> bool:
    """Return whether an item is one word of a list of names, as of a menu's pages, and says nothing."""
    return unit.is_item and not unit.above and not unit.asked and unit.text.isalpha()


def _is_a_label(unit: Unit) -> bool:
    """Return whether a line is what stands over others, as the head of a table that is none: "Course", "To bring"."""
    text = unit.text
    alone = not (unit.is_item or unit.above or unit.asked) and not text.endswith((".", "!", "…"))
    return alone and len(text.split()) <= LONGEST_LABEL and not any(sign.isdigit() or sign in ":;|" for sign in text)


def _context(passage: Passage, unit: Unit, line: str) -> str:
    """Return what a sentence is about; a question above it says that only together with its own heading."""
    label = _LABEL.match(line)
    told = label[1] if label and not unit.text.startswith(label[1]) else ""
    under = passage.path[-2:] if passage.path and passage.path[-1].endswith(ENDS) else passage.path[-1:]
    parts = (*under, unit.above, unit.asked, unit.before.rstrip("."), told)
    return ", ".join(dict.fromkeys(part for part in parts if part))
