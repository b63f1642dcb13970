"""Learn which family a question belongs to and what it asks for, from sentences that are kept beside this file.

    cd server && python -m benchmarks.families            how well it does on sentences it did not see
    cd server && python -m benchmarks.families --write    and write the weights that the dialogue reads

Multinomial logistic regression for the family, one against the rest for each fact, on the vector that
multilingual-e5-small makes of a question and on its words and letters. What is judged together is left out together:
a file with all its sentences, and whatever says nearly the same in any language, so that nothing is judged by its own
translation or by another filling of its frame.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from benchmarks.sentences import Sentence, made, sentences
from charlotte.engine.dialogue.families.family import ASKED, FAMILIES
from charlotte.engine.dialogue.families.letters import BUCKETS, buckets
from charlotte.engine.dialogue.families.weights import FILE, of_logits
from charlotte.engine.embedding.e5 import E5, E5Model
from charlotte.engine.embedding.e5 import FILE as E5_FILE
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.models.manifest import model
from charlotte.engine.models.store import Store
from charlotte.settings import Settings

Numbers = NDArray[np.float32]
Chosen = NDArray[np.bool_]

WEIGHTS = Path(__file__).parents[1] / "src" / "charlotte" / "engine" / "dialogue" / "families" / FILE
FOLDS, STEPS = 6, 120
SCALE = 12.0
"""Vectors of this model are near one another; this far apart, one weight for all is neither too strong nor too weak."""
LETTERS = 6.0
"""How much words and letters count beside the vector."""
DIRECTIONS = 400
"""In which what the letters say differs most; the rest is of a few sentences only."""
DECAY = {"family": 0.002, "asks": 0.0005}
"""Of weights, so that they do not learn sentences by heart: the best of 0.002, 0.0005, 0.0002 on unseen sentences."""
TWIN = 0.95
"""From this likeness on, two sentences say the same."""
SURE = (0.5, 0.7, 0.8, 0.9)
"""Likelihoods whose precision is told."""


def fit(inputs: Numbers, targets: Numbers, counts: Numbers, *, decay: float, one_of: bool) -> Numbers:
    """Return weights, the last row for no input at all, by accelerated descent; `counts` has the shape of `targets`."""
    inputs = np.hstack([inputs, np.ones((len(inputs), 1), np.float32)])
    total = counts.sum(axis=0, keepdims=True)
    share = (counts / total).max(axis=1, keepdims=True)
    steepest = _largest((inputs * share).T @ inputs) * (0.5 if one_of else 0.25)
    decays = np.full((inputs.shape[1], 1), decay, np.float32)
    decays[-1] = 0
    found = ahead = np.zeros((inputs.shape[1], targets.shape[1]), np.float32)
    pace = 1.0
    for _ in range(STEPS):
        error = (of_logits(inputs @ ahead, one_of=one_of) - targets) * (counts / total)
        better = ahead - (inputs.T @ error + decays * ahead) / (steepest + decay)
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = better + (pace - 1) / faster * (better - found)
        found, pace = better, faster
    return found


def _largest(square: Numbers) -> float:
    """Return the largest eigenvalue, a little more to be safe."""
    direction = np.ones(len(square), np.float32)
    for _ in range(30):
        direction = square @ direction
        direction /= np.linalg.norm(direction)
    return float(direction @ square @ direction) * 1.05


@dataclass(frozen=True)
class Sheet:
    """Sentences as numbers, a row for each."""

    vectors: Numbers
    letters: Numbers
    """How far its letters point in each direction."""
    family: Numbers
    asks: Numbers
    counts: Numbers
    known: Numbers
    """1 where somebody said whether it asks for a fact."""

    def only(self, chosen: Chosen) -> "Sheet":
        """Return some of the rows."""
        return Sheet(*(getattr(self, name)[chosen] for name in self.__dataclass_fields__))


def vectors_of(read: E5Model, texts: Sequence[str], kept: Path | None) -> Numbers:
    """Return a row for each text; those of an earlier run are taken from a file."""
    known: dict[str, Numbers] = {}
    if kept is not None and kept.exists():
        with np.load(kept) as held:
            known = dict(zip(held["texts"].tolist(), held["rows"], strict=True))
    known |= {text: read.question(text) for text in dict.fromkeys(texts) if text not in known}
    if kept is not None:
        np.savez(kept, texts=np.array(list(known)), rows=np.stack(list(known.values())))
    return np.stack([known[text] for text in texts]).astype(np.float32)


def directions_of(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return where letters point, a column a direction, and each text in these directions."""
    held = np.zeros((len(texts), BUCKETS), np.float32)
    for row, text in enumerate(texts):
        found = buckets(text)
        held[row, found] = LETTERS / max(len(found), 1) ** 0.5
    rng = np.random.default_rng(1)
    basis = held.T @ (held @ rng.standard_normal((BUCKETS, DIRECTIONS), np.float32))
    basis, _ = np.linalg.qr(basis)
    basis, _ = np.linalg.qr(held.T @ (held @ basis))
    return basis, held @ basis


def sheet(rows: Sequence[Sentence], vectors: Numbers, letters: Numbers) -> Sheet:
    """Return sentences as numbers; those of a family that is rare count more."""
    family = np.array([[row.family == name for name in FAMILIES] for row in rows], np.float32)
    asks = np.array([[name in row.asks for name in ASKED] for row in rows], np.float32)
    known = np.array([[name not in row.unknown for name in ASKED] for row in rows], np.float32)
    weights = np.array([row.counts for row in rows], np.float32)
    share = family.T @ weights
    rare = np.sqrt(share.mean() / np.maximum(share, 1))
    return Sheet(vectors, letters, family, asks, weights * (family @ rare).astype(np.float32), known)


def learned(seen: Sheet) -> tuple[Numbers, Numbers, Numbers]:
    """Return weights of the vector, of the directions of letters, and of neither; a column a family or fact."""
    mean = seen.vectors.mean(axis=0)
    inputs = np.hstack([(seen.vectors - mean) * SCALE, seen.letters])
    plain = np.repeat(seen.counts[:, None], len(FAMILIES), axis=1)
    family = fit(inputs, seen.family, plain, decay=DECAY["family"], one_of=True)
    asks = fit(inputs, seen.asks, seen.counts[:, None] * seen.known, decay=DECAY["asks"], one_of=False)
    found = np.hstack([family, asks])
    size = seen.vectors.shape[1]
    meaning = found[:size] * SCALE
    return meaning, found[size:-1], found[-1:] - mean @ meaning


def fold_of(row: Sentence) -> int:
    """Return with which sentences one is judged; -1: it is made of a frame, always seen and never judged by."""
    if not row.group:
        return -1
    return int(row.group) % FOLDS if row.group.isdecimal() else crc32(row.group.encode()) % FOLDS


def crossed(all_rows: Sheet, folds: NDArray[np.int_]) -> Numbers:
    """Return the logits of each sentence by weights that saw neither it nor what says nearly the same."""
    told = np.zeros((len(folds), len(FAMILIES) + len(ASKED)), np.float32)
    for fold in range(FOLDS):
        unseen = folds == fold
        near = np.zeros(len(folds), np.bool_)
        near[~unseen] = (all_rows.vectors[~unseen] @ all_rows.vectors[unseen].T).max(axis=1) > TWIN
        meaning, letters, neither = learned(all_rows.only(~unseen & ~near))
        told[unseen] = all_rows.vectors[unseen] @ meaning + all_rows.letters[unseen] @ letters + neither
    return told


def report(rows: Sequence[Sentence], logits: Numbers, wanted: Sheet) -> None:
    """Print how often the family and each fact are right, by language, and what their likelihoods are worth."""
    family = of_logits(logits[:, : len(FAMILIES)], one_of=True)
    asks = of_logits(logits[:, len(FAMILIES) :], one_of=False)
    told, right = family.argmax(axis=1), wanted.family.argmax(axis=1)
    languages = sorted({row.language for row in rows})
    here = {name: np.array([row.language == name for row in rows]) for name in languages}
    by_language = " ".join(f"{name} {np.mean((told == right)[here[name]]):.1%}" for name in languages)
    print(f"{len(rows)} sentences, family right in {np.mean(told == right):.1%}: {by_language}")
    print(f"{'':16}{'n':>5} found sound  right by language{'':11}sound (found) above {SURE}")
    for at, name in enumerate(FAMILIES):
        _line(name, family[:, at], right == at, told == at, np.ones(len(rows), np.bool_), here)
    for at, name in enumerate(ASKED):
        _line(name, asks[:, at], wanted.asks[:, at] > 0, asks[:, at] > 0.5, wanted.known[:, at] > 0, here)
    wrong = Counter((FAMILIES[one], FAMILIES[other]) for one, other in zip(right, told, strict=True) if one != other)
    print("taken for:", ", ".join(f"{one} for {other} {n}" for (one, other), n in wrong.most_common(12)))


def _line(name: str, chance: Numbers, is_it: Chosen, said: Chosen, known: Chosen, here: dict[str, Chosen]) -> None:
    found, sound = _share(said, is_it & known), _share(is_it, said & known)
    right = " ".join(f"{of} {_share(said == is_it, known & rows)}" for of, rows in here.items())
    above = " ".join(
        f"{_share(is_it, known & (chance > least))} ({_share(chance > least, is_it & known)})" for least in SURE
    )
    print(f"{name:16}{(is_it & known).sum():5} {found:>5} {sound:>5}  {right}  {above}")


def _share(right: Chosen, among: Chosen) -> str:
    return f"{np.mean(right[among]):.0%}" if among.any() else "–"


def main() -> None:
    """Cross-validate, and write the weights where asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write the weights that the dialogue reads")
    options.add_argument("--vectors", type=Path, help="a file that keeps vectors from one run to the next")
    chosen = options.parse_args()
    manifest = model(EMBEDDER)
    read = E5Model(Store(Settings().models).verified(manifest) / E5_FILE)
    rows = [*sentences(), *made(np.random.default_rng(1))]
    texts = [row.text.strip()[:300] for row in rows]
    basis, letters = directions_of(texts)
    numbers = sheet(rows, vectors_of(read, texts, chosen.vectors), letters)
    if chosen.write:
        meaning, of_letters, neither = learned(numbers)
        digest = next(file.sha256 for file in manifest.files if file.name == E5_FILE)
        np.savez_compressed(
            WEIGHTS,
            meaning=np.vstack([meaning, neither]).astype(np.float16),
            letters=(basis @ of_letters * LETTERS).astype(np.float16),
            embedder=np.array(E5.name),
            sha256=np.array(digest),
        )
        print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")
    folds = np.array([fold_of(row) for row in rows])
    judged = folds >= 0
    logits = crossed(numbers, folds)
    report([row for row in rows if row.group], logits[judged], numbers.only(judged))


if __name__ == "__main__":
    main()
