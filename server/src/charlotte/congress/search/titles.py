"""Finding a session by its title as heard: in part, misheard, with other words around; or by what its kind is."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from charlotte.congress.model import Session
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, SESSION_WORDS
from charlotte.congress.search.kinds import called_by_kind, without
from charlotte.congress.search.numerals import with_digits
from charlotte.congress.search.strength import CLOSE
from charlotte.congress.search.title_sounds import TitleSounds
from charlotte.congress.search.vocabulary import Vocabulary

LEAST = 0.72
"""Below this, two words are not taken for the same one misheard."""
LIGHT = 0.15
"""What a function word weighs: enough to tell "The road to Oz" from "Oz", too little to find anything."""
REVIEWED = 60
"""So many candidates by their heavy words are scored in full."""
SHORTEST_PAIR = 8
"""Letters of a word that may be two."""
PAIRED = 0.88
"""From here a word is two that are written in a title one after the other."""
SPELLED_AT_LEAST = 12
"""Letters; fewer are found by chance in some longer title."""
WORD_LIKE = 0.6
"""Less of a word that tells a title from others was not said."""
SPELLED_LIKE = 0.7
"""From here two spellings without their spaces are taken for the same words, cut at other places."""

OF_KIND = 0.88
"""What a session scores of which the kind was named: a title that says the same is the better fit."""


@dataclass(frozen=True)
class TitleHit:
    """A session whose title was named, more or less."""

    session: Session
    score: float
    of_query: float
    """How much of what was said is in the title, 0 to 1 by weight."""
    of_title: float
    """How much of the title was said, 0 to 1 by weight."""
    foreign: int = 0
    """So many of the words that were said are not in the title."""


class Titles:
    """The titles of a programme, by word."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self._sessions = sessions
        self._words = [with_digits(folded(session.title)) for session in sessions]
        self._spelled = ["".join(words) for words in self._words]
        self._written = [(session, " ".join(folded(session.title))) for session in sessions if session.title.strip()]
        self.vocabulary = Vocabulary(word for words in self._words for word in words)
        self._columns = [
            np.array([self.vocabulary.index[word] for word in words], dtype=np.int64) for words in self._words
        ]
        self._by_word: dict[int, list[int]] = defaultdict(list)
        for number, columns in enumerate(self._columns):
            for column in set(columns.tolist()):
                self._by_word[column].append(number)
        pairs = [(one, other) for words in self._words for one, other in pairwise(words) if _is_telling(one, other)]
        self._pairs = {one + other: (one, other) for one, other in pairs}
        self._joined = Vocabulary(self._pairs)
        self._by_ear = TitleSounds([session.title for session in sessions])
        self._rarest = log(1 + len(sessions)) + 1
        self._weights = np.array([self._weight(word) for word in self.vocabulary.words], dtype=np.float32)
        self._kinds = tuple(called_by_kind(sessions))

    def find(self, query: str, among: Container[str] | None = None, limit: int = 10) -> list[TitleHit]:
        """Return the sessions whose title or kind may be meant, best first; `among` holds the ids to choose from."""
        words = heard_words(query)
        best = {hit.session.id: hit for hit in self._by_title(words, among)}
        for hit in self._by_kind(words, among):
            if hit.session.id not in best or best[hit.session.id].score < hit.score:
                best[hit.session.id] = hit
        return sorted(best.values(), key=lambda hit: (-hit.score, hit.session.title, hit.session.id))[:limit]

    def _by_kind(self, words: Sequence[str], among: Container[str] | None) -> Iterator[TitleHit]:
        """Yield the sessions of which the words name the kind, and nothing that their titles lack."""
        for session, name in self._kinds:
            rest = without(words, name) if among is None or session.id in among else None
            if rest is None:
                continue
            telling = [word for word in rest if word not in FUNCTION_WORDS and word not in SESSION_WORDS]
            titled = next(iter(self._by_title(telling, {session.id})), None) if telling else None
            share = len(name) / (len(name) + len(telling))
            of_query = share + (1 - share) * (titled.of_query if titled else 0.0)
            yield TitleHit(session, OF_KIND * of_query, of_query, titled.of_title if titled else 0.0)

    def _by_title(self, words: Sequence[str], among: Container[str] | None) -> list[TitleHit]:
        heard = self.apart(words)
        if not heard:
            return []
        similar = self.similarities(heard)
        weights = self.weights(heard, similar)
        spelled = "".join(heard)
        hits = []
        for number in self._candidates(similar, weights):
            if among is not None and self._sessions[number].id not in among:
                continue
            hit = self._hit(number, similar, weights)
            if hit.score < CLOSE:
                alike = _spelled_alike(spelled, self._spelled[number], self._words[number])
                hit = replace(hit, score=max(hit.score, alike))
            if hit.score > 0:
                hits.append(hit)
        return hits

    def apart(self, heard: Sequence[str]) -> tuple[str, ...]:
        """Return the words with each that no title holds, but two of its words together, as these two."""
        strange = [word for word in heard if len(word) >= SHORTEST_PAIR and word not in self.vocabulary]
        likeness = self._joined.similarities(strange)
        pairs = {
            word: self._pairs[self._joined.words[int(row.argmax())]]
            for word, row in zip(strange, likeness, strict=True)
            if row.size and row.max() >= PAIRED
        }
        return tuple(part for word in heard for part in pairs.get(word, (word,)))

    def by_sound(self, query: str, among: Container[str] | None = None) -> list[TitleHit]:
        """Return the sessions of the one title that sounds like some part of the query; mostly there is none."""
        found = self._by_ear.standing_out(query)
        if found is None:
            return []
        score = CLOSE + max(found.alike - CLOSE, 0) / 2
        meant = [session for session in self._sessions if session.title == found.title]
        return [
            TitleHit(session, score, found.alike, found.alike, found.beside)
            for session in meant
            if among is None or session.id in among
        ]

    def mentioned(self, said: Sequence[str]) -> list[Session]:
        """Return the sessions whose whole titles stand among folded words, in order; longer titles win."""
        text = f" {' '.join(said)} "
        taken, found = [False] * len(text), []
        ordered = sorted(self._written, key=lambda one: (-len(one[1]), not one[0].happens))
        for session, title in ordered:
            at = text.find(f" {title} ")
            if at >= 0 and title not in FUNCTION_WORDS and not any(taken[at + 1 : at + 1 + len(title)]):
                taken[at + 1 : at + 1 + len(title)] = [True] * len(title)
                found.append((at, session))
        return [session for _, session in sorted(found, key=lambda one: one[0])]

    def similarities(self, heard: Sequence[str]) -> NDArray[np.float32]:
        """Return a matrix (heard, vocabulary); a word that was heard as two counts for both of them."""
        similar = self.vocabulary.similarities(heard)
        pairs = [
            at
            for at, (one, other) in enumerate(zip(heard, heard[1:], strict=False))
            if one + other in self.vocabulary or one not in self.vocabulary or other not in self.vocabulary
        ]
        joined = self.vocabulary.similarities([heard[at] + heard[at + 1] for at in pairs])
        joined[joined < 0.85] = 0
        for row, at in enumerate(pairs):
            np.maximum(similar[at], joined[row], out=similar[at])
            np.maximum(similar[at + 1], joined[row], out=similar[at + 1])
        similar[similar < LEAST] = 0
        return similar

    def weights(self, heard: Sequence[str], similar: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how much each heard word says: rare words more, words of no title as much as the rarest."""
        weights = np.full(len(heard), self._rarest, dtype=np.float32)
        for row, word in enumerate(heard):
            if word in FUNCTION_WORDS or word in SESSION_WORDS:
                weights[row] = LIGHT
            elif similar[row].any():
                weights[row] = float(self._weights[int(similar[row].argmax())])
        return weights

    def _candidates(self, similar: NDArray[np.float32], weights: NDArray[np.float32]) -> list[int]:
        gathered: dict[int, float] = defaultdict(float)
        heavy = np.flatnonzero(weights > LIGHT)
        for row in heavy if len(heavy) else range(len(weights)):
            best: dict[int, float] = {}
            for column in np.flatnonzero(similar[row]).tolist():
                for number in self._by_word[column]:
                    best[number] = max(best.get(number, 0.0), float(similar[row, column]))
            for number, score in best.items():
                gathered[number] += score * float(weights[row])
        return sorted(gathered, key=lambda number: -gathered[number])[:REVIEWED]

    def _hit(self, number: int, similar: NDArray[np.float32], weights: NDArray[np.float32]) -> TitleHit:
        columns = self._columns[number]
        block = similar[:, columns]
        title_weights = self._weights[columns]
        of_query = float((block.max(axis=1) * weights).sum() / weights.sum())
        of_title = float((block.max(axis=0) * title_weights).sum() / title_weights.sum())
        # A part of a title is enough when all that was said is in it; a whole title stands out among other words.
        # What was said must carry weight itself: "and the" is all of no title.
        carried = min(1.0, float((block.max(axis=0) * title_weights).sum()) / (0.8 * self._rarest))
        partly = of_query * (0.84 + 0.16 * of_title)
        wholly = of_title * (0.72 + 0.28 * of_query)
        score = max(partly, wholly) * (0.75 + 0.25 * carried if of_title < 0.99 else 1.0)
        foreign = int((block.max(axis=1) == 0).sum())
        return TitleHit(self._sessions[number], min(score, 1.0), of_query, of_title, foreign)

    def _weight(self, word: str) -> float:
        if word in FUNCTION_WORDS or word in SESSION_WORDS:
            return LIGHT
        held = len(self._by_word[self.vocabulary.index[word]])
        return max(self._rarest - log(held) if held else self._rarest, 2 * LIGHT)


def _is_telling(one: str, other: str) -> bool:
    return one not in FUNCTION_WORDS and other not in FUNCTION_WORDS


def _spelled_alike(heard: str, title: str, title_words: Sequence[str]) -> float:
    """Return how alike a stretch of a title sounds where a recogniser cut the words elsewhere, 0 to 1."""
    if min(len(heard), len(title)) < SPELLED_AT_LEAST:
        return 0.0
    alike = fuzz.partial_ratio(heard, title) / 100
    if alike < SPELLED_LIKE:
        return 0.0
    # "The state of …" is not yet one of several titles that begin so.
    telling = [word for word in title_words if word not in FUNCTION_WORDS] if len(title) <= len(heard) else []
    if any(fuzz.partial_ratio(heard, word) / 100 < WORD_LIKE for word in telling):
        return 0.0
    # Above what may be said as fact it counts half: words that fit are the better judge of what belongs to a title.
    return min(alike, CLOSE + (alike - CLOSE) / 2)


def heard_words(query: str) -> tuple[str, ...]:
    """Return the words of a query, with number words as the digits that titles hold."""
    return with_digits(folded(query))


def same_talk(one: Session, other: Session) -> bool:
    """Return whether two rows list one talk: the same title, or one with a word such as "Keynote" before it."""
    titles = folded(one.title), folded(other.title)
    shorter, longer = sorted(titles, key=len)
    return shorter == longer or (one.speakers == other.speakers != () and longer[-len(shorter) :] == shorter)


def one_begins_the_other(one: Session, other: Session) -> bool:
    """Return whether one is a session and the other its first talk: the room and the time of both are the same."""
    holds = one.title == other.subtitle or other.title == one.subtitle
    return holds and (one.room, one.start) == (other.room, other.start)
