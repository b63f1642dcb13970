"""The passages of one congress, found by words (SQLite's FTS5 over stems) and by nearness of meaning (vectors)."""

import math
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from charlotte.congress.search.folding import folded
from charlotte.congress.search.meanings import WordsByMeaning
from charlotte.congress.search.stems import stem, stems
from charlotte.knowledge.concepts import in_several_words, of_word
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.query import OPTION, Query, Term
from charlotte.knowledge.quotes.candidate import Candidate, candidates

CANDIDATES = 50
"""Of each way of searching; what both find comes first."""
FUSION = 60
"""The constant of reciprocal rank fusion, as its authors measured it."""
HEADINGS_WEIGHT = 2.0
TABLE = "CREATE VIRTUAL TABLE passage USING fts5(headings, body, content='', tokenize=\"unicode61 tokenchars '+#:.'\")"
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Found:
    """A passage that may answer, and how near its meaning is (cosine), where vectors are there."""

    passage: Passage
    score: float
    nearness: float | None = None
    at: int = -1
    """Where it stands among the passages."""


@dataclass
class Index:
    """Built once for a version of the documents, in a thread; searched from any."""

    version: int
    passages: tuple[Passage, ...]
    vectors: Vectors | None = None
    """One row a passage, of length 1; None until a model has read them all."""
    sentences: Vectors | None = None
    """One row a candidate, as `vectors`; None until a model has read them all too."""
    candidates: tuple[Candidate, ...] = ()
    """Everything that may be quoted."""
    _concepts: dict[str, set[str]] = field(default_factory=dict)
    """Under which stems each concept stands in these passages."""
    _with: Counter[str] = field(default_factory=Counter)
    """In how many passages each stem stands."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.candidates = tuple(candidates(self.passages))
        self._table = sqlite3.connect(":memory:", check_same_thread=False)
        self._table.execute(TABLE)
        rows = []
        vocabulary: set[tuple[str, str]] = set()
        for at, one in enumerate(self.passages):
            headings, body = folded(" ".join((one.title, *one.path))), folded(OPTION.sub(" ", one.text))
            phrases = in_several_words(" ".join((*headings, *body)))
            made = {word: stem(word, one.language) for word in {*headings, *body}}
            vocabulary.update(made.items())
            self._with.update(set(made.values()))
            marks = [_mark(name) for name in sorted(phrases)]
            self._with.update(marks)
            told = " ".join((*map(made.__getitem__, body), *marks))
            rows.append((at, " ".join(map(made.__getitem__, headings)), told))
        self._table.executemany("INSERT INTO passage(rowid, headings, body) VALUES (?, ?, ?)", rows)
        self._meanings = WordsByMeaning(
            {word for word, _ in vocabulary}, {one.language for one in self.passages if one.language}
        )
        for word, stored in vocabulary:
            for concept in of_word(word):
                self._concepts.setdefault(concept, set()).add(stored)

    def in_their_words(self, query: Query) -> Query:
        """Return a question whose words stand in no passage with those of the passages that may mean the same."""
        terms = (
            term if term.concepts or term.is_name or self.knows(term) else replace(term, stems=self._meant(term, query))
            for term in query.terms
        )
        return replace(query, terms=tuple(terms))

    def _meant(self, term: Term, query: Query) -> frozenset[str]:
        said = (word for word in folded(term.written) if len(word) > 1)
        alike = (other for word in said for other in self._meanings.alike(word, query.language))
        return term.stems.union(*map(stems, alike))

    def by_words(self, query: Query, limit: int = CANDIDATES) -> list[int]:
        """Return the passages that speak of what is asked, the best first."""
        wanted = sorted({found for term in query.terms for found in self._stems_of(term)})
        return self._match(wanted, limit)

    def by_concept(self, name: str, limit: int = CANDIDATES) -> list[int]:
        """Return the passages that speak of a concept, the best first."""
        return self._match(sorted({_mark(name), *self._concepts.get(name, ())}), limit)

    def by_plain_words(self, question: str, limit: int = CANDIDATES) -> list[int]:
        """Return what plain full text finds for the words as they are: what everything else is measured beside."""
        return self._match(sorted({found for word in folded(question) for found in stems(word)}), limit)

    def by_meaning(self, vector: Vectors, limit: int = CANDIDATES) -> list[int]:
        """Return the passages whose meaning is nearest, the nearest first."""
        if self.vectors is None or not len(self.vectors):
            return []
        near = self.vectors @ vector
        some = min(limit, len(near))
        best = np.argpartition(-near, some - 1)[:some]
        return [int(at) for at in best[np.argsort(-near[best])]]

    def by_sentence(self, vector: Vectors, limit: int = CANDIDATES) -> list[int]:
        """Return the passages one of whose sentences is nearest in meaning, the nearest first."""
        if self.sentences is None or not len(self.sentences):
            return []
        order = np.argsort(-(self.sentences @ vector), kind="stable")
        return list(dict.fromkeys(self.candidates[at].passage_at for at in order))[:limit]

    def fused(self, rankings: Iterable[Sequence[int]], vector: Vectors | None, limit: int) -> list[Found]:
        """Return the passages that several rankings agree on, the best first."""
        scores: dict[int, float] = {}
        for ranking in rankings:
            for rank, at in enumerate(ranking):
                scores[at] = scores.get(at, 0.0) + 1 / (FUSION + rank + 1)
        best = sorted(scores, key=lambda at: (-scores[at], at))[:limit]
        near = self.vectors @ vector if self.vectors is not None and vector is not None else None
        return [Found(self.passages[at], scores[at], float(near[at]) if near is not None else None, at) for at in best]

    def rarity(self, term: Term) -> float:
        """Return how much a term tells one passage from others."""
        count = len(self.passages)
        with_it = min(count, sum(self._with[stored] for stored in self._stems_of(term)))
        return math.log(1 + (count + 1) / (with_it + 0.5))

    def knows(self, term: Term) -> bool:
        """Return whether any passage speaks of it."""
        return any(self._with[stored] for stored in self._stems_of(term))

    def _match(self, wanted: Sequence[str], limit: int) -> list[int]:
        if not wanted or not limit:
            return []
        asked = " OR ".join(f'"{one}"' for one in wanted)
        with self._lock:
            rows = self._table.execute(
                "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, ?, 1.0), rowid LIMIT ?",
                (asked, HEADINGS_WEIGHT, limit),
            ).fetchall()
        return [row[0] for row in rows]

    def _stems_of(self, term: Term) -> set[str]:
        """Return the stems under which a term stands in these passages: for a concept, those of all its names."""
        names = term.concepts | term.related
        return {_mark(name) for name in names}.union(term.stems, *(self._concepts.get(name, ()) for name in names))


def _mark(concept: str) -> str:
    """Return the word under which a concept is indexed that stands in a passage in several words."""
    return f"concept:{concept.replace('_', '')}"
