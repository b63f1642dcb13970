"""Spots what a sentence names of one congress: its people, its room, and the sessions whose titles stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from charlotte.congress.model import Person, Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.content import Spoken
from charlotte.congress.search.folding import Words, folded, words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS, ROOM_WORDS, SESSION_WORDS
from charlotte.congress.search.meanings import as_names
from charlotte.congress.search.people import named
from charlotte.congress.search.search import Search
from charlotte.congress.search.spoken_names import SpokenNames
from charlotte.congress.search.strength import CLOSE
from charlotte.congress.search.titles import TitleHit

LONGEST_NAME = 4
LONGEST_CODE = 4
LONGEST_CALLED = 6
"""Words: "la sala piccola al primo piano" has six."""
WHOLE_CODE = 4
"""Digits that are a room's code and nothing else, in a programme that has such codes."""
BEFORE_ROOMS = frozenset("in en im dans nell nella l al at inside".split())
LONGEST_ROOM = 8
"""Words: "a b quattro punto uno tre sei" has seven."""
SEVERAL_WORDS = 0.75
"""From here several words in a row are taken for a name."""
SEVERAL_WORDS_AT_MOST = 0.92
SHORTEST_NAME = 8
"""Letters of a first and last name that were heard as one word."""
LONE_WORD = 0.86
"""From here one word is taken for a surname."""
AFTER_HONORIFIC = 0.72
"""Enough for a surname where a word such as "professor" says that a person is meant."""
SURELY_HEARD = 0.82
"""How much a title must sound like some part of a question of which nothing else is known."""
SURNAME_ALONE = 0.95
"""What a surname says of its bearer, compared with the whole name."""
FIRST_NAME_ALONE = 0.7
"""The likeness of somebody of whom only the first name was understood."""


@dataclass(frozen=True)
class SpottedPerson:
    """A person, the words (first, last exclusive) that name them, and how sure that is, 0 to 1."""

    person: Person
    first: int
    last: int
    likeness: float
    whole: bool
    """First and last name, not the last alone."""
    by_sound: bool = False
    """The words are none of the name, they only sound like it."""


@dataclass(frozen=True)
class SpottedRoom:
    """A room and the words (first, last exclusive) that name it."""

    name: str
    first: int
    last: int


class Lexicon:
    """The names of one version of a programme."""

    def __init__(self, search: Search, asked_in: str | None = None, names: frozenset[str] = frozenset()) -> None:
        """Take what finds names; of a question the language (ISO 639-1) and the words written as names, where known."""
        self._search = search
        self._asked_in = asked_in
        self._names = names

    def for_question(self, said: str, language: str) -> "Lexicon":
        """Return the same, for a question in a language."""
        return Lexicon(self._search, language, as_names(words(said), language))

    @property
    def programme(self) -> Programme:
        """The programme whose names these are."""
        return self._search.programme

    def titled(self, said: str, limit: int = 5) -> list[TitleHit]:
        """Return the sessions whose titles the words may be, best first; of equal ones, those that take place."""
        content = [word for word in said.split() if word not in FUNCTION_WORDS]
        if not content and len(said.split()) < 3:
            return []
        hits = self._search.titles.find(said, limit=4 * limit)
        return sorted(hits, key=lambda hit: (-round(hit.score, 3), not hit.session.happens))[:limit]

    def titled_by_sound(self, said: str) -> list[TitleHit]:
        """Return the sessions of the one title that a whole question surely sounds like in some part."""
        hits = self._search.titles.by_sound(said)
        return hits if hits and hits[0].of_query >= SURELY_HEARD else []

    def spoken_of(self, said: list[str]) -> list[Spoken]:
        """Return the sessions that hold most of some folded words, most first."""
        return self._search.content.best(self._search.titles.apart(said), self._asked_in, self._names)

    def finds(self, query: str) -> bool:
        """Tell whether a query names a session."""
        return self._search.sessions(query, asked_in=self._asked_in).strength in ("exact", "close")

    def finds_topic(self, topic: str) -> bool:
        """Tell whether sessions are about a topic."""
        return self._search.about(topic, asked_in=self._asked_in).strength in ("exact", "close")

    def mentions(self, word: str) -> bool:
        """Tell whether sessions are about what a word says, in the very words: any verb means something somewhere."""
        return self._search.about(word).strength in ("exact", "close")

    def finds_person(self, name: str) -> bool:
        """Tell whether somebody may be meant by a name."""
        return bool(self._search.persons(name))

    def people_of(self, said: Sequence[str]) -> tuple[int, tuple[Person, ...]]:
        """Return how many of the first words name a company or institute, and who is of it."""
        return self._search.affiliations.at(said)

    def in_titles(self, word: str) -> bool:
        """Tell whether a folded word stands in a title."""
        return self._search.affiliations.is_titled(word)

    def track(self, said: Sequence[str]) -> str | None:
        """Return the one track that all of some folded words surely name."""
        hits = self._search.tracks(" ".join(said)) if said else []
        if not hits or hits[0].score < CLOSE or (len(hits) > 1 and hits[1].score == hits[0].score):
            return None
        return hits[0].value

    def track_called(self, said: Sequence[str]) -> str | None:
        """Return the track whose whole name some folded words are."""
        called = " ".join(said)
        named = self.programme.names_of_tracks.items() if called else ()
        return next((track for track, names in named if called in {" ".join(folded(name)) for name in names}), None)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word belongs to a title, a name or a room of the congress."""
        search = self._search
        return word in search.titles.vocabulary or word in search.people.vocabulary or search.places.has_word(word)

    def spoken(self, language: str) -> SpokenNames:
        """Return the names of rooms and people as they sound in a language."""
        return self._search.spoken[language]

    def mentioned(self, said: Words) -> list[Session]:
        """Return the sessions whose whole titles stand in a text, in order of appearance; longer titles win."""
        return self._search.titles.mentioned(said.tokens)

    def people(self, said: Words) -> tuple[SpottedPerson, ...]:
        """Return the people whom a sentence may name, likeliest first, each once."""
        best: dict[str, SpottedPerson] = {}
        for spotted in chain(self._named(said), self._run_together(said)):
            held = best.get(spotted.person.id)
            if held is None or (spotted.likeness, spotted.whole) > (held.likeness, held.whole):
                best[spotted.person.id] = spotted
        if not any(spotted.whole and spotted.likeness >= SEVERAL_WORDS for spotted in best.values()):
            best |= {spotted.person.id: spotted for spotted in self._by_sound(said)}
        found = best.values()
        return tuple(
            sorted(found, key=lambda one: (_is_within_another(one, found), -one.likeness, -len(one.person.name)))
        )

    def _by_sound(self, said: Words) -> Iterator[SpottedPerson]:
        """Yield who is named by words that are cut elsewhere, one of them no word that we know."""
        heard = self._search.names.standing_out(said)
        if heard is not None:
            person, first, last, alike = heard
            if not all(token in FUNCTION_WORDS or self.knows(token) for token in said.tokens[first:last]):
                yield SpottedPerson(person, first, last, min(alike, SEVERAL_WORDS_AT_MOST), True, by_sound=True)

    def _named(self, said: Words) -> Iterator[SpottedPerson]:
        tokens = said.tokens
        similar = self._similar_names(tokens)
        is_named = [bool(row.any()) for row in similar]
        for first, last in said.windows(LONGEST_NAME):
            proper = [word for word in tokens[first:last] if word not in FUNCTION_WORDS]
            if not proper or not all(is_named[first:last]):
                continue
            for hit in self._search.people.find_in(similar[first:last]):
                if last - first == 1:
                    likeness, whole = self._lone(tokens, first, hit.value, hit.score)
                else:
                    likeness, whole = hit.score if hit.score >= SEVERAL_WORDS else 0.0, len(proper) > 1
                if likeness > 0:
                    yield SpottedPerson(hit.value, first, last, likeness, whole)

    def _run_together(self, said: Words) -> Iterator[SpottedPerson]:
        """Yield who is named by a word that is no word of a name, but sounds like a whole one."""
        for at, word in enumerate(said.tokens):
            if len(word) < SHORTEST_NAME or word in FUNCTION_WORDS or word in SESSION_WORDS or word in ROOM_WORDS:
                continue
            hit = self._search.people.run_together(word)
            if hit is not None and len(named(hit.value.name)) > 1:
                yield SpottedPerson(hit.value, at, at + 1, min(hit.score, SEVERAL_WORDS_AT_MOST), True)

    def _similar_names(self, tokens: tuple[str, ...]) -> NDArray[np.float32]:
        similar = self._search.people.vocabulary.similarities(tokens)
        for row, word in enumerate(tokens):
            if word in HONORIFICS or word in SESSION_WORDS or word in ROOM_WORDS:
                similar[row] = 0
            elif word in FUNCTION_WORDS:  # "de", "di", "van" belong to names, but only as they are written
                similar[row][similar[row] < 1] = 0
        return similar

    def _lone(self, tokens: tuple[str, ...], at: int, person: Person, score: float) -> tuple[float, bool]:
        """Return how surely one word names a person, and whether it is their whole name."""
        word = tokens[at]
        names = [named(name) for name in (person.name, *person.aliases)]
        if (word,) in names:
            return 1.0, True
        if len(word) > 3 and any(word == name[0] for name in names) and not any(word in name[1:] for name in names):
            return FIRST_NAME_ALONE, False
        surnames = self._search.people.vocabulary.similarities([word])[0]
        index = self._search.people.vocabulary.index
        likeness = max((float(surnames[index[part]]) for name in names for part in name[1:]), default=0.0)
        titled = at > 0 and tokens[at - 1] in HONORIFICS
        if len(word) < 3 or likeness < (AFTER_HONORIFIC if titled else LONE_WORD):
            return 0.0, False
        return SURNAME_ALONE * min(likeness, score + 0.01), False

    def room(self, said: Words) -> SpottedRoom | None:
        """Return the room that a sentence names: by the most words, else as misheard after a word for "room"."""
        for length in range(min(LONGEST_ROOM, len(said.tokens)), 0, -1):
            for first in range(len(said.tokens) - length + 1):
                if (spotted := self._outright(said, first, first + length)) is not None:
                    return spotted
        spotted = self._called(said) or self._misheard_code(said) or self._by_its_sound(said)
        if spotted is not None:
            return spotted
        if (spotted := self._only_such(said)) is not None:
            return spotted
        heard = [self._misheard(said, at) for at, word in enumerate(said.tokens[:-1]) if word in ROOM_WORDS]
        return next((spotted for spotted in heard if spotted), None)

    def rooms(self, said: Words, *, or_all: bool) -> tuple[str, ...]:
        """Return the rooms that a sentence surely names, in no order; `or_all` = where it names less than two."""
        found: list[str] = []
        taken: set[int] = set()
        for first, last in sorted(said.windows(LONGEST_ROOM), key=lambda window: window[0] - window[1]):
            if taken.isdisjoint(range(first, last)) and (spotted := self._outright(said, first, last)) is not None:
                taken |= set(range(spotted.first, spotted.last))
                found.append(spotted.name)
        every = [room.name for room in self.programme.rooms] if or_all and len(set(found)) < 2 else found
        return tuple(dict.fromkeys(every))

    def _called(self, said: Words) -> SpottedRoom | None:
        """Return the room that words of another language call by its name, the longest stretch of them."""
        for first, last in sorted(said.windows(LONGEST_CALLED), key=lambda window: window[0] - window[1]):
            # "In the library" is one; "a parsing library" is none.
            lone = last - first == 1 and first > 0 and said.tokens[first - 1] not in FUNCTION_WORDS
            if not lone and (room := self._search.places.called(said.tokens[first:last])) is not None:
                return SpottedRoom(room.name, first, last)
        return None

    def _only_such(self, said: Words) -> SpottedRoom | None:
        """Return the only room of a kind of place that is named behind "in the"."""
        for at, word in enumerate(said.tokens[1:], 1):
            led = said.tokens[at - 1] in BEFORE_ROOMS or at > 1 and said.tokens[at - 2] in BEFORE_ROOMS
            if (
                led
                and said.tokens[at - 1] in FUNCTION_WORDS
                and (room := self._search.places.only_such(word)) is not None
            ):
                return SpottedRoom(room.name, at, at + 1)
        return None

    def _misheard_code(self, said: Words) -> SpottedRoom | None:
        for length in range(min(LONGEST_CODE, len(said.tokens)), 0, -1):
            for first in range(len(said.tokens) - length + 1):
                written = said.written(first, first + length)
                room = self._search.places.misheard_code(written)
                # "up 4,136" is UB4.136; a word before less than a whole code is a word.
                whole = sum(map(str.isdigit, written)) >= WHOLE_CODE
                if room is not None and (whole or said.tokens[first] not in FUNCTION_WORDS):
                    return SpottedRoom(room.name, first, first + length)
        code = self._search.places.codes.find(said)
        return SpottedRoom(*code) if code is not None else None

    def _by_its_sound(self, said: Words) -> SpottedRoom | None:
        places, windows = self._search.places, list(said.windows(LONGEST_NAME))
        for first, last in windows:
            room = places.by_sound(said.written(first, last)) if said.tokens[first] not in FUNCTION_WORDS else None
            if room is not None:
                return SpottedRoom(room.name, first, last)
        strange = [
            (first, last)
            for first, last in windows
            if said.tokens[first] not in FUNCTION_WORDS and not self.knows(said.tokens[first])
        ]
        for first, last in strange:  # "enfidée", where "en" and "am" are one sound
            if (room := places.by_sound(said.written(first, last), "fr")) is not None:
                return SpottedRoom(room.name, first, last)
        for first, last in strange:
            is_led = first > 0 and said.tokens[first - 1] in BEFORE_ROOMS | ROOM_WORDS
            if (room := places.nearly_by_sound(said.written(first, last), is_led=is_led)) is not None:
                return SpottedRoom(room.name, first, last)
        return None

    def _outright(self, said: Words, first: int, last: int) -> SpottedRoom | None:
        """Return the room that a stretch of words names as it is written."""
        texts = said.tokens[first:last]
        exact = self._search.places.exact
        if texts[0] in FUNCTION_WORDS and len(texts) == 1 or texts[-1] in FUNCTION_WORDS:
            return None
        # "in the hall" names none; "Oak Hall" does.
        if texts[-1] in ROOM_WORDS and (len(texts) == 1 or exact(said.written(first, last)) is None):
            return None
        if _is_elided(said, last - 1):
            return None
        led = first > 0 and said.tokens[first - 1] in ROOM_WORDS
        as_room = led or texts[0] in ROOM_WORDS
        room = exact(said.written(first, last))
        if room is not None and texts[0] in FUNCTION_WORDS and exact(said.written(first + 1, last)) == room:
            return None
        if room is None and len(texts) == 1:
            room = self._search.places.by_part(texts[0]) if not texts[0].isdigit() or as_room else None
        # A lone letter or digit ("V", "2") is a room only where the sentence says so.
        if room is None or (sum(map(len, texts)) < 2 and not as_room):
            return None
        return SpottedRoom(room.name, first - 1 if led else first, last)

    def _misheard(self, said: Words, at: int) -> SpottedRoom | None:
        """Return the room that a word for "room" introduces, where what follows sounds like its name."""
        best: tuple[float, SpottedRoom] | None = None
        for length in (3, 2, 1):
            last = min(at + 1 + length, len(said.tokens))
            if _is_elided(said, last - 1):
                continue
            hits = self._search.rooms(said.written(at + 1, last))
            if hits and hits[0].score >= CLOSE and (best is None or hits[0].score > best[0]):
                best = (hits[0].score, SpottedRoom(hits[0].value.name, at, last))
        return best[1] if best else None


def _is_within_another(spotted: SpottedPerson, found: Iterable[SpottedPerson]) -> bool:
    """Tell whether more words around somebody's name are the whole name of another: "Ada Lind", and not only "Ada"."""
    return any(
        other.whole
        and other.likeness >= SEVERAL_WORDS
        and other.first <= spotted.first
        and spotted.last <= other.last
        and other.last - other.first > spotted.last - spotted.first
        for other in found
    )


def _is_elided(said: Words, at: int) -> bool:
    """Tell whether a word lost its end: "la salle d'Andromède" is not the room D."""
    return said.original[said.places[at][1] :].startswith(("'", "’"))
