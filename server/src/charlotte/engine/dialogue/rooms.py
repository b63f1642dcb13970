"""Finding the rooms of a congress in a sentence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from charlotte.congress.model import Room
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.folding import Words, compact, folded_words, windows
from charlotte.engine.dialogue.grammar import LANGUAGES, load
from charlotte.engine.dialogue.likeness import alike

LONGEST_NAME = 5
_ROOM_WORDS_ALIKE = 0.85


@dataclass(frozen=True)
class SpottedRoom:
    """A room and the words (first, last exclusive) that name it."""

    name: str
    first: int
    last: int


def find_room(words: Words, programme: Programme) -> SpottedRoom | None:
    """Return the room that a sentence names, the longest name first."""
    best: tuple[int, SpottedRoom] | None = None
    stretches = [(first, last, "".join(words.tokens[first:last])) for first, last in windows(words, LONGEST_NAME)]
    for room in programme.rooms:
        for form in _room_forms(room):
            for first, last, said in stretches:
                if said != form.joined and not _sounds_like(words.tokens[first:last], form):
                    continue
                noun = _after_room_noun(words, first)
                if form.needs_noun and not noun:
                    continue
                weight = len(form.joined) + (5 if form.needs_noun else 0)
                if best is None or weight > best[0]:
                    best = (weight, SpottedRoom(room.name, first - 1 if noun else first, last))
    return best[1] if best else None


@dataclass(frozen=True)
class _Form:
    """One way to say a room."""

    tokens: tuple[str, ...]
    joined: str
    needs_noun: bool
    """A word for "room" must stand before it."""


@lru_cache(maxsize=4_000)
def _room_forms(room: Room) -> tuple[_Form, ...]:
    """Return what a room may be called."""
    forms: dict[str, bool] = {}
    for name in (room.name, *room.aliases):
        outside = re.sub(r"\(.*?\)", " ", name)
        inside = re.findall(r"\((.*?)\)", name)
        for part in (name, outside, *inside):
            form = folded_words(part)
            if not form:
                continue
            forms.setdefault(form, len(compact(form)) < 2)
            core = _without_noun(form)
            if core and core != form:
                for short in (core, core.split()[0]):
                    forms.setdefault(short, len(compact(short)) < 4)
    return tuple(_Form(tuple(form.split()), compact(form), needs) for form, needs in forms.items())


def _without_noun(form: str) -> str:
    first, _, rest = form.partition(" ")
    return rest if first in _room_nouns() else form


@lru_cache
def _room_nouns() -> frozenset[str]:
    found = {"seminar", "hall", "room", "sala", "salle", "saal", "raum", "aula", "amphi", "seminario", "seminarraum"}
    return frozenset(found)


def _after_room_noun(words: Words, first: int) -> bool:
    return first > 0 and any(load(code).is_all("frame", "rooms", words.tokens[first - 1]) for code in LANGUAGES)


def _sounds_like(heard: tuple[str, ...], form: _Form) -> bool:
    """Whether words are a misheard room name; codes must be exact."""
    if len(heard) != len(form.tokens) or len(form.joined) < 5 or any(c.isdigit() for c in form.joined):
        return False
    return all(alike(one, word) >= _ROOM_WORDS_ALIKE for one, word in zip(heard, form.tokens, strict=True))
