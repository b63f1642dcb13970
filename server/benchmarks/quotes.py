"""Learn which sentence of documents answers a question, from questions that are kept beside this file.

    cd server && python -m benchmarks.quotes            how well it does on congresses it did not see
    cd server && python -m benchmarks.quotes --write    and write the weights that the search reads

`data/quotes` holds for each invented congress a document, and a line for each question: its language, the question,
and words of the sentence that answers, several joined by " & "; nothing where no sentence does. What `elsewhere.txt`
asks no document answers. Weights are learned so that of all sentences and no answer the right one is likeliest.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.embedding.e5 import E5, E5Model
from charlotte.engine.embedding.e5 import FILE as E5_FILE
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.models.manifest import model
from charlotte.engine.models.store import Store
from charlotte.knowledge.answering import answers
from charlotte.knowledge.folder import read_one
from charlotte.knowledge.index import Index
from charlotte.knowledge.passage import read_as
from charlotte.knowledge.query import query_of
from charlotte.knowledge.quotes.choice import CLOSE, EXACT, WEAK
from charlotte.knowledge.quotes.features import NAMES, features
from charlotte.knowledge.quotes.seeing import READ, seen
from charlotte.knowledge.quotes.weights import FILE, alike, of_logits
from charlotte.settings import Settings

Numbers = NDArray[np.float32]
DATA = Path(__file__).parent / "data" / "quotes"
ELSEWHERE = "elsewhere.txt"
WEIGHTS = Path(__file__).parents[1] / "src" / "charlotte" / "knowledge" / "quotes" / FILE
EVERY = 5
"""Of what no document answers, one in so many is asked of each congress."""
FOLDS, STEPS, PACE = 5, 200, 0.03
DECAY, OF_MEANING = 0.01, 0.1
"""Of weights of features, the best of 0.001, 0.003, 0.01 and 0.03 on unseen congresses; and of directions, of which
there are many more."""
NOTHING = -3.0
"""Where the weight of all begins: most sentences answer nothing."""


@dataclass(frozen=True)
class Asked:
    """A question with its sentences as numbers, and which of them answer."""

    congress: str
    language: str
    spoken_in: str
    """The document's language."""
    text: str
    rows: Numbers
    alike: Numbers
    right: NDArray[np.bool_]
    told: tuple[str, ...]
    """The sentences with what they stand under."""
    by_rules: tuple[str, bool]
    """How sure rules alone are of what they would quote, and whether it is right."""

    @property
    def is_answered(self) -> bool:
        """Whether any sentence answers."""
        return bool(self.right.any())


def questions(path: Path, number: int) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the questions about a congress, each with its language and words of what answers."""
    own = path.with_name(f"{path.name.partition('.')[0]}.txt").read_text("utf-8").splitlines()
    elsewhere = (DATA / ELSEWHERE).read_text("utf-8").splitlines()
    for line in (*own, *elsewhere[number % EVERY :: EVERY]):
        language, question, told = line.split("|")
        yield language, question, [one.strip() for one in told.split(" & ") if one.strip()]


def asked_about(path: Path, number: int, read: E5Model) -> Iterator[Asked]:
    """Yield the questions about one congress. Raises `SystemExit` where its document does not hold an answer."""
    document, _ = read_one(path.name, path.read_bytes())
    if document is None:
        raise SystemExit(f"{path} cannot be read.")
    index = Index(1, document.passages)
    index.vectors = read.passages([read_as(one) for one in document.passages])
    index.sentences = read.passages([one.whole for one in index.candidates])
    for language, question, wanted in questions(path, number):
        for one in wanted:
            if not any(one in candidate.unit.text for candidate in index.candidates):
                raise SystemExit(f"{path.name} does not hold {one!r}.")
        query, vector = index.in_their_words(query_of(question, language)), read.question(question)
        looked = seen(query, vector, index)
        found = index.fused([index.by_words(query), index.by_meaning(vector)], vector, READ)
        best = answers(query, found, index)[0]
        yield Asked(
            path.name.partition(".")[0],
            language,
            document.language,
            question,
            np.array(features(query, looked), np.float32),
            alike(vector, [each.vector for each in looked]),
            np.array([any(one in each.candidate.unit.text for one in wanted) for each in looked]),
            tuple(each.candidate.whole for each in looked),
            (best.sureness, any(one in best.quote for one in wanted)),
        )


@dataclass(frozen=True)
class Learned:
    """Weights with what features are like on the whole."""

    each: Numbers
    meaning: Numbers
    all: float

    def logits(self, asked: Asked) -> Numbers:
        """Return how far each sentence answers, beside 0 for that none does."""
        found: Numbers = asked.rows @ self.each + asked.alike @ self.meaning + np.float32(self.all)
        return found

    def likelihoods(self, asked: Asked) -> Numbers:
        """Return how likely each sentence answers."""
        return of_logits(self.logits(asked))


def fit(asked: Sequence[Asked]) -> Learned:
    """Return weights under which what answers is likeliest, by descent with momentum (Adam)."""
    every = np.concatenate([one.rows for one in asked])
    mean, spread = every.mean(axis=0), every.std(axis=0) + 1e-3
    longest, plain, directions = max(len(one.rows) for one in asked), len(NAMES), asked[0].alike.shape[1]
    inputs = np.zeros((len(asked), longest, plain + directions + 1), np.float32)
    there, right = np.zeros((2, len(asked), longest), bool)
    for at, one in enumerate(asked):
        many = len(one.rows)
        inputs[at, :many] = np.hstack([(one.rows - mean) / spread, one.alike, np.ones((many, 1), np.float32)])
        there[at, :many], right[at, :many] = True, one.right
    found = np.zeros(inputs.shape[2], np.float32)
    found[-1] = NOTHING
    decay = np.repeat(np.array([DECAY, OF_MEANING, 0], np.float32), (plain, directions, 1))
    flat = inputs.reshape(-1, len(found))
    pull, force = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, STEPS + 1):
        likely = of_logits(np.where(there, inputs @ found, -1e9))
        of_right = likely * right
        told = of_right.sum(axis=1, keepdims=True)
        wanted = np.divide(of_right, told, out=np.zeros_like(of_right), where=told > 0)
        slope = ((likely - wanted) / len(asked)).reshape(-1) @ flat + decay * found
        pull, force = 0.9 * pull + 0.1 * slope, 0.99 * force + 0.01 * slope**2
        found -= PACE * (pull / (1 - 0.9**step)) / (np.sqrt(force / (1 - 0.99**step)) + 1e-8)
    each = (found[:plain] / spread).astype(np.float32)
    return Learned(each, found[plain:-1], float(found[-1] - mean @ each))


def report(told: Sequence[tuple[Asked, Numbers]]) -> None:
    """Print how often what is likeliest answers, and what is told where nothing answers, by how sure that is."""
    answered = [(one, likely) for one, likely in told if one.is_answered]
    others = [(one, likely) for one, likely in told if not one.is_answered]
    print(f"{len(told)} questions, {sum(len(one.rows) for one, _ in told)} pairs with a sentence")
    for what, some in (
        ("all that have an answer", answered),
        ("in the document's language", [one for one in answered if one[0].language == one[0].spoken_in]),
        ("in another language", [one for one in answered if one[0].language != one[0].spoken_in]),
    ):
        print(f"  {what}: right first in {np.mean([one.right[likely.argmax()] for one, likely in some]):.1%}")
    for above in (WEAK, 0.3, 0.4, CLOSE, 0.6, EXACT):
        right = np.mean([one.right[likely.argmax()] and likely.max() >= above for one, likely in answered])
        wrong = np.mean([not one.right[likely.argmax()] and likely.max() >= above for one, likely in answered])
        said = np.mean([likely.max() >= above for _, likely in others])
        print(
            f"  above {above}: right {right:.1%}, wrong {wrong:.1%}; of {len(others)} without an answer told {said:.1%}"
        )
    sure = ("exact", "close")
    right = np.mean([one.by_rules[0] in sure and one.by_rules[1] for one, _ in answered])
    wrong = np.mean([one.by_rules[0] in sure and not one.by_rules[1] for one, _ in answered])
    said = np.mean([one.by_rules[0] in sure for one, _ in others])
    print(f"  by rules: right {right:.1%}, wrong {wrong:.1%}; without an answer told {said:.1%}")


def main() -> None:
    """Judge on congresses that were not learned from, and write the weights where asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write the weights that the search reads")
    write = options.parse_args().write
    read = E5Model(Store(Settings().models).verified(model(EMBEDDER)) / E5_FILE)
    paths = sorted(DATA.glob("*.md"))
    asked = [one for number, path in enumerate(paths) for one in asked_about(path, number, read)]
    told = []
    for fold in range(FOLDS):
        unseen = {path.name.partition(".")[0] for path in paths[fold::FOLDS]}
        learned = fit([one for one in asked if one.congress not in unseen])
        told += [(one, learned.likelihoods(one)) for one in asked if one.congress in unseen]
    report(told)
    if write:
        learned = fit(asked)
        kept = {
            "embedder": E5.name,
            "all": round(learned.all, 4),
            "weights": {name: round(float(one), 4) for name, one in zip(NAMES, learned.each, strict=True)},
            "meaning": [round(float(one), 3) for one in learned.meaning],
        }
        WEIGHTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
