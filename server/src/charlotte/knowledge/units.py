"""The sentences of a passage, each with what it belongs to, and how one or several of them are quoted: pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from charlotte.knowledge.heads_of_answers import is_of_a_visitor
from charlotte.knowledge.leaning import leans
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.quotable import is_whole, may_be_quoted, without_mailbox
from charlotte.knowledge.sentences import sentences

LONGEST_QUOTE = 320
FEW_WORDS = 3
ITEM = re.compile(r"^(\s*)- ")
NOTE = re.compile(r"(\*{1,3}|[¹²³⁴⁵†])\)?\s*\w")
"""How a note begins that a mark leads to."""
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
    before: str = ""
    """The sentence that it leans on."""


def units(passage: Passage) -> Iterator[Unit]:
    """Yield the sentences; an item that others belong to, or what a visitor asks, is said before what follows it."""
    above: list[tuple[int, str]] = []
    asked = ""
    number = 0
    for line, written in enumerate(passage.text.split("\n")):
        item = ITEM.match(written)
        depth = len(item[1]) if item else -1
        above = [(deep, text) for deep, text in above if deep < depth]
        text = written[item.end() :] if item else written
        lead = " ".join(said for _, said in above)
        said = [_without_mark(sentence) for sentence in sentences(text.strip())]
        for at, sentence in enumerate(said):
            if sentence.endswith("?") or at == 0 and len(said) > 1 and is_of_a_visitor(sentence, passage.language):
                asked = sentence
                continue
            before = said[at - 1] if at and leans(sentence, passage.language) and not said[at - 1].endswith("?") else ""
            yield Unit(sentence, line, lead, asked, item is not None, number == 0, "" if before == asked else before)
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
        follower = units[at + 1].text if at + 1 < len(units) else ""
        if follower and follower in said and any(follower in other for _, other in kept):
            said = units[at].text  # "Network: Guests." before "Password: …", which is told already
        kept = [(place, other) for place, other in kept if other not in said]
        if kept and sum(len(other) + 2 for _, other in kept) + len(said) > LONGEST_QUOTE:
            continue
        kept.append((at, said))
    kept += _leant_on(units, kept)
    pieces = [said for _, said in sorted(kept)]
    pieces += [note for note in _notes(units, pieces) if sum(map(len, pieces)) + len(note) < LONGEST_QUOTE]
    return " ".join(
        said if said.endswith((".", "!", "?", "…", ":")) or said == pieces[-1] else f"{said};" for said in pieces
    )


def _leant_on(units: Sequence[Unit], kept: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the sentences that others lean on, where they are not told anyway and there is room for them."""
    room = LONGEST_QUOTE - sum(len(said) + 1 for _, said in kept)
    for at, _ in kept:
        before = units[at].before
        if not before or units[at].above or any(before in said for _, said in kept) or len(before) >= room:
            continue
        if may_be_quoted(before) and is_whole(before):
            room -= len(before) + 1
            yield at - 1, before


def _notes(units: Sequence[Unit], said: Sequence[str]) -> Iterator[str]:
    """Yield the notes that marks in what is quoted lead to: "Cloakroom*" and "* Closed at noon."."""
    for unit in units:
        note = NOTE.match(unit.text)
        if note is not None and not any(unit.text in other for other in said) and may_be_quoted(unit.text):
            mark = re.compile(rf"(?<=[^\W_.,;)]){re.escape(note[1])}(?![\w*])")
            if any(mark.search(other) for other in said):
                yield unit.text
