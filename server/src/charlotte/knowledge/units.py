"""The sentences of a passage, each with what it belongs to, and how one or several of them are quoted: pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from charlotte.knowledge.passage import Passage
from charlotte.knowledge.quotable import is_whole, may_be_quoted, without_mailbox
from charlotte.knowledge.sentences import sentences

LONGEST_QUOTE = 320
FEW_WORDS = 3
ITEM = re.compile(r"^(\s*)- ")
MARK = re.compile(r"^(?:[QADFRP]|Domanda|Risposta|Frage|Antwort|Question|Answer|Réponse|Pregunta|Respuesta)\s?[:.]\s+")


@dataclass(frozen=True)
class Unit:
    """A sentence, where it stands, and the item above it that it belongs to."""

    text: str
    line: int
    above: str
    asked: str
    """The question before it, which it answers."""
    is_item: bool
    is_first: bool


def units(passage: Passage) -> Iterator[Unit]:
    """Yield the sentences; an item that others belong to, or a question, is said before what follows it."""
    above: list[tuple[int, str]] = []
    asked = ""
    number = 0
    for line, written in enumerate(passage.text.split("\n")):
        item = ITEM.match(written)
        depth = len(item[1]) if item else -1
        above = [(deep, text) for deep, text in above if deep < depth]
        text = written[item.end() :] if item else written
        lead = " ".join(said for _, said in above)
        for sentence in map(_without_mark, sentences(text.strip())):
            if sentence.endswith("?"):
                asked = sentence
                continue
            yield Unit(sentence, line, lead, asked, item is not None, number == 0)
            number += 1
        if item:
            above.append((depth, text.strip().rstrip(" :")))


def _without_mark(sentence: str) -> str:
    """Return a sentence without the letter that says whether it asks or answers, and without a mailbox."""
    return without_mailbox(MARK.sub("", sentence))


def quote(units: Sequence[Unit], at: int) -> str:
    """Return a sentence with what it needs: the item it belongs to, and what follows its colon."""
    unit = units[at]
    said = f"{unit.above}: {unit.text}" if unit.above and len(unit.above) < 100 else unit.text
    for follower in units[at + 1 :]:
        if not (_opens(said, unit, follower) or _says_too_little(units[at], follower, said)):
            break
        if not may_be_quoted(follower.text) or not is_whole(follower.text):
            break
        ended = said.endswith((":", ".", "!", "?", "…"))
        longer = f"{said} {follower.text}" if ended else f"{said}, {follower.text}"
        if len(longer) > LONGEST_QUOTE:
            break
        said = longer
    return said if len(said) <= LONGEST_QUOTE else said[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"


def _opens(said: str, unit: Unit, follower: Unit) -> bool:
    """Return whether a colon announces what follows: the next sentence, or all items of a list."""
    if said.endswith(":"):
        return True
    return unit.text.endswith(":") and follower.is_item and (not unit.is_item or bool(follower.above))


def _says_too_little(unit: Unit, follower: Unit, said: str) -> bool:
    """Return whether a sentence says nothing alone, as "Yes!" does, and the next one goes on."""
    together = not unit.is_item and not follower.is_item and follower.line - unit.line <= 1
    return together and said == unit.text and len(said.split()) <= FEW_WORDS


def together(units: Sequence[Unit], chosen: Iterable[int]) -> str:
    """Return several sentences of a passage in their order, as far as they fit; the first chosen is always there."""
    kept: list[tuple[int, str]] = []
    for at in chosen:
        said = quote(units, at)
        if any(said in other or units[at].text in other for _, other in kept):
            continue
        kept = [(place, other) for place, other in kept if other not in said]
        if kept and sum(len(other) + 2 for _, other in kept) + len(said) > LONGEST_QUOTE:
            continue
        kept.append((at, said))
    pieces = [said for _, said in sorted(kept)]
    return " ".join(
        said if said.endswith((".", "!", "?", "…", ":")) or said == pieces[-1] else f"{said};" for said in pieces
    )
