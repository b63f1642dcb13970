"""Search in documents: recall@5 and time on 10,000 passages, by words and meaning, beside plain full text.

Thirty practical facts, each in one of five languages, hide among passages of a real programme; the same question is
asked about each in all five. Plain full text is the same FTS5 index, asked for the stems of the question's words as
they are.

Run as `python -m benchmarks.retrieval` (needs multilingual-e5-small; the vectors are kept in `--cache`).
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from charlotte.congress.importers.folder import read_path
from charlotte.engine.embedding.e5 import FILE, E5Model
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.models.manifest import model
from charlotte.engine.models.progress import silent
from charlotte.engine.models.pull import pull
from charlotte.engine.models.store import Store
from charlotte.knowledge.answering import answers
from charlotte.knowledge.index import Index, Vectors
from charlotte.knowledge.languages import likeliest
from charlotte.knowledge.library import READ
from charlotte.knowledge.passage import Passage, read_as
from charlotte.knowledge.query import query_of
from charlotte.knowledge.vectors import digest
from charlotte.settings import default_models_dir

from .summary import machine, p50_p95

HERE = Path(__file__).parent
FACTS = HERE / "data" / "practical_facts.json"
PROGRAMME = HERE.parent / "tests" / "data" / "events" / "fosdem-2025"
LINE_WORDS = 16
AT_MOST = 5
BATCH = 32
KEPT_EVERY = 25
"""Batches; reading ten thousand passages takes a quarter of an hour on one idle core."""


@dataclass(frozen=True)
class Asked:
    """A question, and the passage that answers it."""

    text: str
    language: str
    passage_id: str
    is_foreign: bool
    """Whether the passage is in another language."""


def corpus(count: int) -> tuple[tuple[Passage, ...], list[Asked]]:
    """Return the passages, the facts among them, and the questions."""
    facts = json.loads(FACTS.read_text(encoding="utf-8"))["facts"]
    needles = [
        Passage(one["id"], "guide", "Guide", (one["heading"],), None, one["language"], one["text"]) for one in facts
    ]
    hay = list(_hay(count - len(needles)))
    if len(hay) < count - len(needles):
        raise SystemExit(f"The programme yields {len(hay)} passages, not {count}.")
    every = max(1, len(hay) // len(needles))
    for at, needle in enumerate(needles):
        hay.insert(at * every, needle)
    asked = [
        Asked(text, language, one["id"], language != one["language"])
        for one in facts
        for language, text in one["questions"].items()
    ]
    return tuple(hay), asked


def _hay(count: int) -> Iterator[Passage]:
    """Yield stretches of abstracts; where the programme has too few, overlapping ones."""
    made = 0
    sessions = read_path(PROGRAMME).agenda.sessions
    for shift in range(0, LINE_WORDS, 3):
        for session in sessions:
            said = (session.abstract or "").split()[shift:]
            for at in range(0, len(said) - LINE_WORDS // 2, LINE_WORDS):
                if made >= count:
                    return
                made += 1
                text = " ".join(said[at : at + LINE_WORDS])
                name = f"{session.id}.{shift}.{at}"
                yield Passage(name, session.id, session.title, (), None, likeliest(text)[0], text)


def vectors_of(reader: E5Model, passages: Sequence[Passage], cache: Path) -> tuple[Vectors, float]:
    """Return a vector for each passage, and the seconds that one takes to make."""
    known: dict[str, Vectors] = {}
    if cache.exists():
        with np.load(cache) as kept:
            known = dict(zip(kept["names"].tolist(), kept["vectors"], strict=True))
    texts = [read_as(one) for one in passages]
    missing = sorted((text for text in texts if digest(text) not in known), key=len)
    began = time.process_time()
    for at in range(0, len(missing), BATCH):
        batch = missing[at : at + BATCH]
        made = reader.passages(batch)
        known |= dict(zip(map(digest, batch), made, strict=True))
        if (at // BATCH) % KEPT_EVERY == KEPT_EVERY - 1 or at + BATCH >= len(missing):
            cache.parent.mkdir(parents=True, exist_ok=True)
            np.savez(cache, names=np.array(list(known)), vectors=np.stack(list(known.values())))
            print(f"{at + len(batch)} of {len(missing)} read", file=sys.stderr, flush=True)
    each = (time.process_time() - began) / len(missing) if missing else 0.0
    return np.stack([known[digest(text)] for text in texts]), each


def measured(asked: Sequence[Asked], search: Callable[[str], Sequence[str]]) -> dict[str, Any]:
    """Return recall@5, by whether the passage is in the question's language, and the time a search takes."""
    hits: dict[bool, list[bool]] = {False: [], True: []}
    first: list[bool] = []
    took: list[float] = []
    for one in asked:
        began = time.perf_counter()
        found = search(one.text)
        took.append(1000 * (time.perf_counter() - began))
        hits[one.is_foreign].append(one.passage_id in found[:AT_MOST])
        first.append(found[:1] == [one.passage_id])
    every = hits[False] + hits[True]
    return {
        "recall_at_5": _share(every),
        "recall_at_5_same_language": _share(hits[False]),
        "recall_at_5_other_language": _share(hits[True]),
        "first": _share(first),
        "ms": p50_p95(took),
    }


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 3)


async def run(count: int, cache: Path, models: Path) -> dict[str, Any]:
    """Measure every way of searching over the same passages."""
    store = Store(models)
    await pull(store, [model(EMBEDDER)], silent)
    reader = E5Model(store.verified(model(EMBEDDER)) / FILE)
    passages, asked = corpus(count)
    vectors, each = vectors_of(reader, passages, cache)
    began = time.perf_counter()
    index = Index(1, passages, vectors)
    built = time.perf_counter() - began
    names = [one.id for one in passages]

    def words(question: str) -> list[str]:
        return [names[at] for at in index.by_words(query_of(question), AT_MOST)]

    def fused(question: str) -> list[str]:
        query, vector = query_of(question), _fresh(reader, question)
        found = index.fused([index.by_words(query), index.by_meaning(vector)], vector, AT_MOST)
        return [one.passage.id for one in found]

    def answered(question: str) -> list[str]:
        query, vector = query_of(question), _fresh(reader, question)
        found = index.fused([index.by_words(query), index.by_meaning(vector)], vector, READ)
        return [one.found.passage.id for one in answers(query, found, index)[:AT_MOST]]

    ways: dict[str, Callable[[str], Sequence[str]]] = {
        "plain full text": lambda question: [names[at] for at in index.by_plain_words(question, AT_MOST)],
        "words and concepts": words,
        "meaning": lambda question: [names[at] for at in index.by_meaning(_fresh(reader, question), AT_MOST)],
        "both, fused": fused,
        "both, fused, sentences looked at": answered,
    }
    for search in ways.values():
        search("warm up")
    return {
        "machine": machine(),
        "passages": len(passages),
        "questions": len(asked),
        "index_built_s": round(built, 2),
        "cpu_s_per_passage_read": round(each, 4),
        "ways": {name: measured(asked, search) for name, search in ways.items()},
    }


def _fresh(reader: E5Model, question: str) -> Vectors:
    """Return a vector made anew, as for a question that nobody asked before."""
    reader.question.cache_clear()
    return reader.question(question)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--cache", type=Path, default=Path("/tmp/charlotte-retrieval.npz"))
    parser.add_argument("--models", type=Path, default=default_models_dir())
    options = parser.parse_args()
    print(json.dumps(asyncio.run(run(options.passages, options.cache, options.models)), indent=2))


if __name__ == "__main__":
    main()
