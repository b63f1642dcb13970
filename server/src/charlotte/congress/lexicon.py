"""Spots what a sentence mentions: people, sessions, rooms, tracks and days of one congress, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from charlotte.congress.days import spot_days
from charlotte.congress.model import Person
from charlotte.congress.search.folding import Word, folded, words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS, ROOM_WORDS, SESSION_WORDS
from charlotte.congress.search.numerals import with_digits
from charlotte.congress.search.search import Search
from charlotte.congress.search.strength import CLOSE, Hit, Strength, strength
from charlotte.congress.search.titles import PHRASE

MentionKind = Literal["person", "session", "room", "track", "day"]

LONGEST_NAME = 4
LONGEST_ROOM = 8
"""Words: "a b quattro punto uno tre sei" has seven."""
SEVERAL_WORDS = 0.75
"""From here several words in a row are taken for a name."""
NEVER = 1.01
RIVAL = 0.03
"""Mentions of the same words within this of the best one cannot be told from it."""
HALF = 0.5


@dataclass(frozen=True)
class Mention:
    """Something of the congress that a sentence names."""

    kind: MentionKind
    id: str | None
    """Person or session id, name of a room or track, ISO date; None for a room that the data does not hold."""
    name: str
    start: int
    """Offset in characters of the sentence."""
    end: int
    score: float
    share: float = 1.0
    """For a session, how much of its title was said: little of it may as well be a topic."""

    @property
    def strength(self) -> Strength:
        """The score in words."""
        return strength(self.score)


class Lexicon:
    """The names of one programme."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._tracks = {with_digits(folded(track)): track for track in search.programme.tracks}

    def spot(self, sentence: str, today: date) -> tuple[Mention, ...]:
        """Return all mentions in order; of different kinds they may overlap, of one kind only where they are rivals."""
        said = words(sentence)
        if not said:
            return ()
        found = [
            *self._persons(said),
            *self._sessions(said),
            *self._rooms(said),
            *self._named_tracks(said),
            *self._days(sentence, today),
        ]
        return tuple(sorted(found, key=lambda mention: (mention.start, mention.kind, -mention.score)))

    def _persons(self, said: list[Word]) -> Iterator[Mention]:
        taken: set[int] = set()
        for first, length, hits in sorted(self._named_windows(said), key=_weight, reverse=True):
            span = range(first, first + length)
            if not taken.isdisjoint(span):
                continue
            taken.update(span)
            start, end = said[first].start, said[first + length - 1].end
            for hit in hits:
                if hits[0].score - hit.score < RIVAL:
                    yield Mention("person", hit.value.id, hit.value.name, start, end, hit.score)

    def _named_windows(self, said: list[Word]) -> Iterator[tuple[int, int, list[Hit[Person]]]]:
        """Yield stretches of words that may be a name: first word, number of words, who may be meant."""
        people = self._search.people
        similar = people.vocabulary.similarities([word.text for word in said])
        for row, word in enumerate(said):
            if word.text in HONORIFICS or word.text in SESSION_WORDS or word.text in ROOM_WORDS:
                similar[row] = 0
            elif word.text in FUNCTION_WORDS:  # "de", "di", "van" belong to names, but only as they are written
                similar[row][similar[row] < 1] = 0
        named = [bool(row.any()) for row in similar]
        for length in range(LONGEST_NAME, 0, -1):
            for first in range(len(said) - length + 1):
                window = said[first : first + length]
                if not all(named[first : first + length]) or all(word.text in FUNCTION_WORDS for word in window):
                    continue
                hits = people.find_in(similar[first : first + length])
                if hits and hits[0].score >= (SEVERAL_WORDS if length > 1 else self._lone(said, first)):
                    yield first, length, hits

    def _lone(self, said: list[Word], at: int) -> float:
        """Return how well a single word must be heard to be a name."""
        word = said[at]
        if at > 0 and said[at - 1].text in HONORIFICS:
            return 0.72
        # "bloom" may be a word of titles first; written as a name it may be one.
        as_name = word.original[0].isupper() and at > 0
        usual = word.text in self._search.titles.vocabulary and not as_name
        return NEVER if len(word.text) < 4 or usual else 0.86 if as_name else 0.93

    def _sessions(self, said: list[Word]) -> Iterator[Mention]:
        heard = with_digits([word.text for word in said])
        kept: list[tuple[int, int, float]] = []
        for hit, first, last in self._search.titles.spot(heard):
            content = sum(1 for word in heard[first:last] if word not in FUNCTION_WORDS and word not in SESSION_WORDS)
            # One word of a long title is a topic at most.
            named = content > 1 or hit.of_title >= HALF or hit.in_a_row >= PHRASE
            if not named or any(_outdone(hit.score, first, last, other) for other in kept):
                continue
            kept.append((first, last, hit.score))
            start, end = said[first].start, said[last - 1].end
            yield Mention("session", hit.session.id, hit.session.title, start, end, hit.score, round(hit.of_title, 3))

    def _rooms(self, said: list[Word]) -> Iterator[Mention]:
        taken: set[int] = set()
        for length in range(min(LONGEST_ROOM, len(said)), 0, -1):
            for first in range(len(said) - length + 1):
                span = range(first, first + length)
                if taken.isdisjoint(span) and (mention := self._room(said, first, length)) is not None:
                    taken.update(span)
                    yield mention
        for at, word in enumerate(said[:-1]):
            if word.text in ROOM_WORDS and at not in taken and at + 1 not in taken:
                following = said[at + 1]
                if following.text not in FUNCTION_WORDS and following.text not in SESSION_WORDS:
                    yield self._heard_room(said, at)

    def _room(self, said: list[Word], first: int, length: int) -> Mention | None:
        """Return the room that a stretch of words names outright."""
        window = said[first : first + length]
        texts = [word.text for word in window]
        if texts[0] in FUNCTION_WORDS and length == 1 or texts[-1] in FUNCTION_WORDS | ROOM_WORDS:
            return None
        after_room_word = texts[0] in ROOM_WORDS or (first > 0 and said[first - 1].text in ROOM_WORDS)
        joined = " ".join(word.original for word in window)
        room = self._search.places.exact(joined)
        if room is None and length == 1:
            room = self._search.places.by_part(texts[0]) if not texts[0].isdigit() or after_room_word else None
        # A lone letter or digit ("V", "2") is a room only where the sentence says so.
        if room is None or (sum(map(len, texts)) < 2 and not after_room_word):
            return None
        return Mention("room", room.name, room.name, window[0].start, window[-1].end, 1.0)

    def _heard_room(self, said: list[Word], at: int) -> Mention:
        """Return what a word for "room" introduces: a room as misheard, or one that the data does not hold."""
        best: Mention | None = None
        for length in (3, 2, 1):
            window = said[at + 1 : at + 1 + length]
            hits = self._search.rooms(" ".join(word.original for word in window))
            if hits and (best is None or hits[0].score > best.score):
                room = hits[0].value.name
                best = Mention("room", room, room, said[at].start, window[-1].end, hits[0].score)
        following = said[at + 1]
        unknown = Mention("room", None, following.original, said[at].start, following.end, 0.0)
        return best or unknown

    def _named_tracks(self, said: list[Word]) -> Iterator[Mention]:
        heard = with_digits([word.text for word in said])
        for named, track in self._tracks.items():
            for first in range(len(heard) - len(named) + 1):
                if heard[first : first + len(named)] == named and not all(word in FUNCTION_WORDS for word in named):
                    yield Mention("track", track, track, said[first].start, said[first + len(named) - 1].end, 1.0)
                    break

    def _days(self, sentence: str, today: date) -> Iterator[Mention]:
        for day in spot_days(sentence, today, self._search.programme.days):
            text = day.day.isoformat()
            yield Mention("day", text, text, day.start, day.end, 1.0)


def _weight(window: tuple[int, int, list[Hit[Person]]]) -> float:
    _, length, hits = window
    return hits[0].score + 0.08 * (length - 1)


def _outdone(score: float, first: int, last: int, kept: tuple[int, int, float]) -> bool:
    """Return whether a title that fits the same words better, or more of them well, is mentioned already."""
    begin, end, best = kept
    contained = begin <= first and last <= end and last - first < end - begin
    return (begin < last and first < end and best - score >= RIVAL) or (contained and best >= CLOSE)
