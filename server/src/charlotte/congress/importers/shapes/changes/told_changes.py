"""The sentences of a page, outside of its tables, that tell a change."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from charlotte.congress.importers.shapes.changes.change_words import tells_change, tells_withdrawal
from charlotte.congress.importers.shapes.values.footnotes import footnote_in
from charlotte.congress.importers.shapes.values.sentences import sentences_of
from charlotte.documents.marks import MARKS, TAB, runs_of
from charlotte.documents.paper import Block

LONGEST = 400
MOST = 200
WRAPPED = re.compile(r"(?<=[^\s.!?:])[ \t]*\n[ \t]*(?=[a-zß-ÿ]{2})")
"""Where a sentence was broken that goes on in the next line."""
OF_THEM = re.compile(
    r"\W*(?:her|his|their|she|he|they|ihre?|seine?|sie|er|il suo|la sua|lei|lui|son|sa|leur|elle|il|su|ella|él)\s",
    re.IGNORECASE,
)
"""How a sentence begins that speaks of whom the one before names."""
SHORTEST = 8
"""Signs of a struck-through piece that may be a title."""


@dataclass(frozen=True)
class ToldChange:
    """A sentence that tells a change, and where it stands."""

    text: str
    place: str
    mark: str = ""
    """Of a footnote, the sign that stands behind the titles that it speaks of."""
    is_clause: bool = False
    """Whether it is a part of a sentence, which tells the change as a whole."""
    ahead: str = ""
    """The sentence before it, where it says "her talk" of whom that one names."""


def remarks_of(name: str, blocks: Iterable[Block]) -> tuple[ToldChange, ...]:
    """Return the sentences of a page, outside of its tables, that tell a change."""
    found: list[ToldChange] = []
    for number, block in enumerate(blocks, 1):
        if block.kind == "row" or len(found) >= MOST:
            continue
        text = WRAPPED.sub(" ", (block.marked[0] if block.marked else block.text).replace(TAB, "\n"))
        for line in text.split("\n"):
            if footnote := footnote_in("".join(sign for sign in line if sign not in MARKS)):
                found.append(ToldChange(footnote[1], f"{name}, piece {number}", footnote[0]))
                continue
            runs = runs_of(line)
            struck = sum(len(run.text) for run in runs if run.struck)
            is_struck = struck >= 0.6 * sum(len(run.text) for run in runs)
            said = "".join(
                f"«{run.text.strip()}»" if run.struck and len(run.text) > SHORTEST else run.text for run in runs
            )
            said = "".join(sign for sign in said if sign not in MARKS).strip(" •·*-–—")
            sentences = sentences_of(said) if len(said) <= LONGEST * 4 else []
            for before, text in zip(("", *sentences), sentences, strict=False):
                if len(text) > LONGEST:
                    continue
                told = tells_change(text) or tells_withdrawal(text)
                if told or is_struck and len(sentences) == 1:
                    is_gone = is_struck and not told
                    ahead = before if OF_THEM.match(text) else ""
                    said = f"{text} [cancelled]" if is_gone else text
                    found.append(ToldChange(said, f"{name}, piece {number}", ahead=ahead))
    return tuple(found)
