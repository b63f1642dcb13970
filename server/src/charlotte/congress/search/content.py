"""Finding the one session of which a whole sentence speaks, by its rare words, where no name was recognised."""

from collections import defaultdict
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz

from charlotte.congress.model import Session
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS, SESSION_WORDS
from charlotte.congress.search.meanings import phrases
from charlotte.congress.search.numerals import with_digits
from charlotte.congress.search.stems import stems
from charlotte.congress.search.titles import same_talk
from charlotte.congress.search.topics import Topics

IN_TEXT = 0.5
"""What a word counts that stands in what is said of a session and not in its title."""
SAME_BEGINNING, COGNATE = 4, 70
"""Letters, and percent of alikeness, from which words of two languages are one: "algoritmi" and "Algorithmen"."""
AKIN = 0.6
"""What such a word counts, compared with the same word."""
SAME_SENSE = 0.8
"""What a word counts that means the same in another language, or in other words."""
LONG = 5
"""Letters; shorter words are too easily like others."""
DISTANCE = 1.35
"""So many times as much as the second the one that is meant must hold."""
MOST = 3
"""More that are close cannot be asked back."""
TELLING = 4
"""Letters of a single word that names a session."""
UNKNOWN = 0.7
"""What a word counts that no session holds, compared with the rarest."""
PLAIN = frozenset(
    "minute minutes minuti minuto minuten minutos stunde stunden hours suoi sue ihren ihrem seinen suyos".split()
)
"""Words that tell nothing about a session, besides those that tell nothing anywhere."""


@dataclass(frozen=True)
class Spoken:
    """A session and how much of a sentence's words it holds."""

    session: Session
    weight: float
    titled: int
    """So many of the words are in its title."""
    held: int
    """So many of them are anywhere in it."""
    rarest: int
    """In so many titles the rarest of those words is that is no short one; 0 where there is none."""
    coverage: float
    """How much of the sentence's words it holds, 0 to 1 by weight."""


class Content:
    """The words of titles across languages, and of what is said of the sessions."""

    def __init__(self, sessions: Sequence[Session], topics: Topics) -> None:
        self._sessions = [session for session in sessions if session.happens and session.title.strip()]
        self._topics = topics
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        self._by_phrase: dict[str, set[str]] = defaultdict(set)
        for session in self._sessions:
            telling = content_words(with_digits(folded(session.title)))
            for phrase in phrases(telling):
                self._by_phrase[phrase].add(session.id)
            for word in set(telling):
                self._by_word[word].add(session.id)
                for form in stems(word):
                    self._by_stem[form].add(session.id)

    def best(self, said: Sequence[str], asked_in: str | None = None, names: Container[str] = ()) -> list[Spoken]:
        """Return the sessions that hold most of a sentence's words, most first.

        `asked_in` is its language, ISO 639-1; `names` are the words of it that name and mean nothing.
        """
        weight: dict[str, float] = defaultdict(float)
        titled: dict[str, int] = defaultdict(int)
        held: dict[str, int] = defaultdict(int)
        rarest: dict[str, int] = {}
        total = 0.0
        telling = content_words(said)
        together = self._together(telling, asked_in, names)
        for word in dict.fromkeys(telling):
            in_titles = self._titled(word)
            share = 1.0
            if not in_titles and word in together:
                in_titles, share = together[word], SAME_SENSE
            if not in_titles and asked_in is not None and word not in names:
                in_titles, share = self._meant(word, asked_in), SAME_SENSE
            if not in_titles and len(word) >= LONG:
                in_titles, share = self._akin(word), AKIN
            anywhere = {hit.session.id for hit in self._topics.find(word, limit=1000, enough=0.99)}
            of_title, of_text = self._weight(len(in_titles)), IN_TEXT * self._weight(len(anywhere | in_titles))
            for one in in_titles:
                weight[one] += share * of_title
                titled[one] += 1
                if len(word) >= TELLING:
                    rarest[one] = min(rarest.get(one, len(in_titles)), len(in_titles))
            for one in anywhere - in_titles:
                weight[one] += of_text
            for one in anywhere | in_titles:
                held[one] += 1
            if in_titles or anywhere:
                total += of_title if in_titles else of_text
            else:
                total += UNKNOWN * of_title
        found = [
            Spoken(one, weight[one.id], titled[one.id], held[one.id], rarest.get(one.id, 0), weight[one.id] / total)
            for one in self._sessions
            if one.id in weight
        ]
        return sorted(found, key=lambda spoken: (-spoken.weight, spoken.session.id))

    def _titled(self, word: str) -> set[str]:
        """Return the sessions whose title holds a word, in any of its forms."""
        return set(self._by_word.get(word, ())).union(*(self._by_stem.get(form, ()) for form in stems(word)))

    def _meant(self, word: str, asked_in: str) -> set[str]:
        """Return the sessions whose title holds a word that may mean the same."""
        return self._called(self._topics.meanings.alike(word, asked_in))

    def _called(self, said: Collection[str]) -> set[str]:
        return set().union(*(held.get(one, ()) for one in said for held in (self._by_word, self._by_phrase)))

    def _together(self, telling: Sequence[str], asked_in: str | None, names: Container[str]) -> dict[str, set[str]]:
        """Return, by each word of a phrase that was said, the sessions whose title holds what the phrase means."""
        found: dict[str, set[str]] = defaultdict(set)
        for phrase, same in self._topics.meanings.of_phrases(telling, asked_in) if asked_in is not None else ():
            for word in phrase.split() if not any(word in names for word in phrase.split()) else ():
                found[word] |= self._called(same)
        return found

    def _akin(self, word: str) -> set[str]:
        """Return the sessions whose title holds a word of another language that is like this one."""
        beginning = word[:SAME_BEGINNING]
        alike = [other for other in self._by_word if other.startswith(beginning) and len(other) >= LONG]
        return set().union(*(self._by_word[other] for other in alike if fuzz.ratio(word, other) >= COGNATE))

    def _weight(self, held: int) -> float:
        return log(1 + len(self._sessions) / (1 + held))


def content_words(said: Sequence[str]) -> list[str]:
    """Return the words that may tell one session from another."""
    return [
        word
        for word in said
        if len(word) > 1 and not any(word in plain for plain in (FUNCTION_WORDS, SESSION_WORDS, ROOM_WORDS, PLAIN))
    ]


def standing_out(found: Sequence[Spoken]) -> list[Spoken]:
    """Return the one that clearly holds most, or the few between which nothing can be told."""
    if not found:
        return []
    close = [
        other
        for other in found[1:]
        if other.weight * DISTANCE > found[0].weight and not same_talk(other.session, found[0].session)
    ]
    return [found[0], *close] if len(close) < MOST else []
