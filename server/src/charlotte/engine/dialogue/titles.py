"""How well words of a question fit the title of a session."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from charlotte.congress.model import Session
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.folding import folded_words
from charlotte.engine.dialogue.grammar import LANGUAGES, load
from charlotte.engine.dialogue.likeness import Vocabulary

SURE = 0.80
WEAK = 0.62
CLOSE_BY = 0.04
"""Two titles whose fit differs by less are both possible."""
_ALIKE_WORD = 0.74
_FEW_WORDS = 5
_PHRASE = 3
_STOP_WEIGHT = 0.15


@dataclass(frozen=True)
class Fit:
    """A session and how well the words fit its title, 0 to 1."""

    session: Session
    score: float


@dataclass(frozen=True)
class _Title:
    session: Session
    text: str
    tokens: tuple[str, ...]


class TitleIndex:
    """The titles of one version of a programme, with how telling each word is."""

    def __init__(self, programme: Programme) -> None:
        self._titles = [_title(session) for session in programme.sessions if session.title.strip()]
        self._holding: dict[str, list[int]] = {}
        for at, title in enumerate(self._titles):
            for token in set(title.tokens):
                self._holding.setdefault(token, []).append(at)
        counts = Counter(token for title in self._titles for token in set(title.tokens))
        total = max(len(self._titles), 2)
        stop = _stop_words()
        self._weights = {
            token: _STOP_WEIGHT if token in stop else 0.4 + math.log(total / count) / math.log(total)
            for token, count in counts.items()
        }
        self._vocabulary = Vocabulary(counts)
        self._stop = stop

    def fits(self, said: str, *, limit: int = 5) -> list[Fit]:
        """Return the sessions whose titles fit best, the best first."""
        tokens = said.split()
        if not tokens or (len(tokens) < _PHRASE and all(token in self._stop for token in tokens)):
            return []
        near = [self._vocabulary.near(token, _ALIKE_WORD) for token in tokens]
        weights = [self._weight(token) for token in tokens]
        candidates = {
            at
            for token, likenesses in zip(tokens, near, strict=True)
            if token not in self._stop or len(tokens) < _FEW_WORDS
            for known in likenesses
            for at in self._holding[known]
        }
        found = []
        for at in candidates:
            title = self._titles[at]
            score = _score(said, title, near, weights, self._weights)
            if score >= WEAK:
                found.append(Fit(title.session, score))
        # Of rows that list the same title, those that take place come first.
        return sorted(found, key=lambda fit: (-round(fit.score, 3), not fit.session.happens))[:limit]

    def mentioned(self, text: str) -> list[Session]:
        """Return the sessions whose whole title stands in folded `text`, in order of appearance; longer titles win."""
        padded, taken, found = f" {text} ", [False] * (len(text) + 2), []
        for title in sorted(self._titles, key=lambda title: (-len(title.text), not title.session.happens)):
            at = padded.find(f" {title.text} ")
            if at >= 0 and title.text not in self._stop and not any(taken[at + 1 : at + 1 + len(title.text)]):
                taken[at + 1 : at + 1 + len(title.text)] = [True] * len(title.text)
                found.append((at, title.session))
        return [session for _, session in sorted(found, key=lambda pair: pair[0])]

    def _weight(self, token: str) -> float:
        if token in self._stop:
            return _STOP_WEIGHT
        return self._weights.get(token, 1.2 if len(token) > 2 else 0.4)


def _title(session: Session) -> _Title:
    text = folded_words(session.title)
    return _Title(session, text, tuple(text.split()))


@lru_cache
def _stop_words() -> frozenset[str]:
    return frozenset(
        token
        for code in LANGUAGES
        for token in load(code).hints
        if load(code).is_all("frame", "stop", token) or len(token) == 1
    )


def _score(
    said: str,
    title: _Title,
    near: Sequence[Mapping[str, float]],
    weights: Sequence[float],
    title_weights: dict[str, float],
) -> float:
    own = set(title.tokens)
    matched = 0.0
    hit: dict[str, float] = {}
    for candidates, weight in zip(near, weights, strict=True):
        best = max(((likeness, known) for known, likeness in candidates.items() if known in own), default=None)
        if best is not None:
            matched += weight * best[0] ** 2
            hit[best[1]] = max(hit.get(best[1], 0.0), best[0])
    whole = sum(weights)
    covered = matched / whole if whole else 0.0
    if covered < 0.45 and len(near) > 1:
        joined = said.replace(" ", "")
        if fuzz.partial_ratio(joined, title.text.replace(" ", "")) < 85:
            return 0.0
    own_weight = sum(title_weights[token] for token in own)
    coverage = sum(title_weights[token] * likeness for token, likeness in hit.items()) / own_weight if own_weight else 0
    shorter_said = len(said) <= len(title.text)
    in_order = (fuzz.partial_ratio(said, title.text) if shorter_said else fuzz.ratio(said, title.text)) / 100
    begins = fuzz.ratio(said, title.text[: len(said)]) / 100
    return 0.55 * covered + 0.2 * in_order + 0.1 * begins + 0.15 * max(coverage, 0.5 * begins)
