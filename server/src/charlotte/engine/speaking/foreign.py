"""Titles in another language inside an answer: marked in its text, so that a voice that can says them as they are."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from charlotte.engine.dialogue.heard.language import likeliest
from charlotte.engine.speaking.speakable import LONGEST, speakable

LANGUAGES = ("it", "en", "fr", "de", "es")
SURE = 0.8
"""Of a title's language; below it the title is said in the language of the answer, as people do who do not know."""
LEAST = 12
"""Characters from which a language can be told at all."""
_QUOTED = re.compile(r"(?<!\w)[«“]([^«»“”]+)[»”]")
_BEGIN = {language: chr(0xE001 + at) for at, language in enumerate(LANGUAGES)}
_END = "\ue000"
_MARK = re.compile(f"[{_END}{''.join(_BEGIN.values())}]")
MOST = 200
"""Titles in one text."""
_PLACES = 0xE100
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SPAN = re.compile(f"([{''.join(_BEGIN.values())}])([^{_END}]*){_END}?")
_OF_MARK = {mark: language for language, mark in _BEGIN.items()}


class Span(NamedTuple):
    """Words of one language."""

    text: str
    language: str


def speakable_with_titles(text: str, language: str) -> str:
    """Return what a voice should say, quoted titles that are in another language between marks."""
    titles: dict[str, str] = {}

    def lifted(quoted: re.Match[str]) -> str:
        own = language_of(quoted[1])
        if own is None or own == language or len(titles) == MOST:
            return quoted[0]
        place = chr(_PLACES + len(titles))
        titles[place] = f"{_BEGIN[own]}{speakable(quoted[1], own)}{_END}"
        return f" {place} "

    kept = _PRIVATE.sub(" ", text[:LONGEST])
    said = speakable(_QUOTED.sub(lifted, kept), language, keeping=frozenset(titles))
    return "".join(titles.get(character, character) for character in said)


def language_of(title: str) -> str | None:
    """Return the language a title is surely in."""
    guess, likelihood = likeliest(title)
    return guess if likelihood >= SURE and len(title) >= LEAST else None


def closed(clauses: Iterable[str]) -> list[str]:
    """Return the clauses of a marked text, each with whole marks, wherever a title was cut."""
    whole, open_mark = [], ""
    for clause in clauses:
        clause = open_mark + clause
        marks = _MARK.findall(clause)
        open_mark = marks[-1] if marks and marks[-1] != _END else ""
        whole.append(clause + (_END if open_mark else ""))
    return whole


def spans(clause: str, language: str) -> list[Span]:
    """Return the spans of a clause in their order; without marks it is one."""
    found, at = [], 0
    for span in _SPAN.finditer(clause):
        found += [Span(clause[at : span.start()], language), Span(span[2], _OF_MARK[span[1]])]
        at = span.end()
    found.append(Span(clause[at:], language))
    return [span for span in found if span.text.strip()]


def unmarked(clause: str) -> str:
    """Return a clause as it is for a voice of one language."""
    return _MARK.sub("", clause)
