"""Learn which family a question belongs to and what it asks for, from sentences that are kept beside this file.

    cd server && python -m benchmarks.families            how well it does on sentences it did not see
    cd server && python -m benchmarks.families --write    and write the weights that the dialogue reads

Multinomial logistic regression for the family, one against the rest for each fact, on the vector that
multilingual-e5-small makes of a question. Sentences of one place in the files of the five languages say the same and
are left out together, so that nothing is judged by its own translation.
"""

import argparse
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from charlotte.engine.dialogue.families.family import ASKED, FAMILIES
from charlotte.engine.dialogue.families.weights import FILE, of_logits
from charlotte.engine.embedding.e5 import E5, E5Model
from charlotte.engine.embedding.e5 import FILE as E5_FILE
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.models.manifest import model
from charlotte.engine.models.store import Store
from charlotte.settings import Settings

Numbers = NDArray[np.float32]

DATA = Path(__file__).parent / "data" / "families"
WEIGHTS = Path(__file__).parents[1] / "src" / "charlotte" / "engine" / "dialogue" / "families" / FILE
FOLDS, STEPS = 10, 400
SCALE = 12.0
"""Vectors of this model are near one another; this far apart, one weight for all is neither too strong nor too weak."""
DECAY = {"family": 0.002, "asks": 0.0005}
"""Of weights, so that they do not learn sentences by heart: the best of 0.002, 0.0005, 0.0002 on unseen sentences."""
EACH = 5
"""Sentences made of a frame."""
OF_A_FRAME = 0.3
"""What a made sentence counts beside one that somebody wrote."""


@dataclass(frozen=True)
class Sentence:
    """One sentence with what it is."""

    text: str
    language: str
    family: str
    asks: frozenset[str]
    group: int
    """Sentences of one group say the same; -1: made of a frame, never judged by."""


def sentences() -> Iterator[Sentence]:
    """Yield what was written."""
    groups: dict[tuple[str, int], int] = {}
    for path in sorted(DATA.glob("*.jsonl")):
        language, _, part = path.stem.partition("-")
        for at, line in enumerate(path.read_text("utf-8").splitlines()):
            row = json.loads(line)
            group = groups.setdefault((part, at), len(groups))
            yield Sentence(row["text"], language, row["family"], frozenset(row["asks"]), group)


def made(rng: np.random.Generator) -> Iterator[Sentence]:
    """Yield frames filled with names, rooms, times and what congresses are about."""
    for language, frames in tomllib.loads((DATA / "frames.toml").read_text("utf-8")).items():
        for line in frames["lines"]:
            labels, _, frame = line.partition("|")
            family, _, asks = labels.partition(":")
            for text in sorted({_filled(frame, frames, rng) for _ in range(EACH)}):
                yield Sentence(" ".join(text.split()), language, family.strip(), frozenset(asks.split()), -1)


def _filled(frame: str, fillers: dict[str, list[str]], rng: np.random.Generator) -> str:
    return re.sub(r"\{(\w)\}", lambda slot: str(rng.choice(fillers[slot[1]])), frame)


def fit(vectors: Numbers, targets: Numbers, counts: Numbers, *, decay: float, one_of: bool) -> Numbers:
    """Return weights, the last row for no vector at all, by accelerated descent."""
    inputs = np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])
    total = counts.sum()
    steepest = float(np.linalg.eigvalsh((inputs * counts[:, None]).T @ inputs / total)[-1]) * (0.5 if one_of else 0.25)
    decays = np.full((inputs.shape[1], 1), decay, np.float32)
    decays[-1] = 0
    found = ahead = np.zeros((inputs.shape[1], targets.shape[1]), np.float32)
    pace = 1.0
    for _ in range(STEPS):
        error = (of_logits(inputs @ ahead, one_of=one_of) - targets) * counts[:, None]
        better = ahead - (inputs.T @ error / total + decays * ahead) / (steepest + decay)
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = better + (pace - 1) / faster * (better - found)
        found, pace = better, faster
    return found


@dataclass(frozen=True)
class Sheet:
    """Sentences as numbers."""

    vectors: Numbers
    family: Numbers
    asks: Numbers
    counts: Numbers

    def only(self, chosen: NDArray[np.bool_]) -> "Sheet":
        """Return some of the rows."""
        return Sheet(self.vectors[chosen], self.family[chosen], self.asks[chosen], self.counts[chosen])


def sheet(read: E5Model, rows: Sequence[Sentence]) -> Sheet:
    """Return sentences as numbers; those of a family that is rare count more."""
    vectors = np.stack([read.question(row.text.strip()[:300]) for row in rows]).astype(np.float32)
    family = np.array([[row.family == name for name in FAMILIES] for row in rows], np.float32)
    asks = np.array([[name in row.asks for name in ASKED] for row in rows], np.float32)
    weights = np.array([OF_A_FRAME if row.group < 0 else 1.0 for row in rows], np.float32)
    share = family.T @ weights
    rare = np.sqrt(share.mean() / np.maximum(share, 1))
    return Sheet(vectors, family, asks, weights * (family @ rare).astype(np.float32))


def learned(seen: Sheet) -> dict[str, Numbers]:
    """Return the weights for vectors as the model makes them."""
    mean = seen.vectors.mean(axis=0)
    weights = {}
    for name, targets, one_of in (("family", seen.family, True), ("asks", seen.asks, False)):
        found = fit((seen.vectors - mean) * SCALE, targets, seen.counts, decay=DECAY[name], one_of=one_of)
        plain = found[:-1] * SCALE
        weights[name] = np.vstack([plain, found[-1:] - mean @ plain]).astype(np.float32)
    return weights


def crossed(all_rows: Sheet, folds: NDArray[np.int_]) -> tuple[Numbers, Numbers]:
    """Return what is said of each sentence by weights that did not see it."""
    family, asks = np.zeros_like(all_rows.family), np.zeros_like(all_rows.asks)
    for fold in range(FOLDS):
        unseen = folds == fold
        weights = learned(all_rows.only(~unseen))
        inputs = np.hstack([all_rows.vectors[unseen], np.ones((unseen.sum(), 1), np.float32)])
        family[unseen] = of_logits(inputs @ weights["family"], one_of=True)
        asks[unseen] = of_logits(inputs @ weights["asks"], one_of=False)
    return family, asks


def report(rows: Sequence[Sentence], found: tuple[Numbers, Numbers], wanted: Sheet) -> None:
    """Print how often the family and each fact are right."""
    family, asks = found
    told, right = family.argmax(axis=1), wanted.family.argmax(axis=1)
    print(f"{len(rows)} sentences, family right in {np.mean(told == right):.1%}")
    for language in sorted({row.language for row in rows}):
        here = np.array([row.language == language for row in rows])
        print(f"  {language}: {np.mean(told[here] == right[here]):.1%} of {here.sum()}")
    for at, name in enumerate(FAMILIES):
        here, said = right == at, told == at
        print(
            f"  {name}: found {np.mean(told[here] == at):.0%} of {here.sum()}, sound {np.mean(right[said] == at):.0%}"
        )
    for at, name in enumerate(ASKED):
        said = asks[:, at] > 0.5
        asked = wanted.asks[:, at] > 0
        print(f"  asks {name}: found {np.mean(said[asked]):.0%} of {asked.sum()}, sound {np.mean(asked[said]):.0%}")
    wrong = Counter((FAMILIES[one], FAMILIES[other]) for one, other in zip(right, told, strict=True) if one != other)
    print("  taken for:", ", ".join(f"{one} for {other} {n}" for (one, other), n in wrong.most_common(12)))


def main() -> None:
    """Cross-validate, and write the weights where asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write the weights that the dialogue reads")
    write = options.parse_args().write
    manifest = model(EMBEDDER)
    read = E5Model(Store(Settings().models).verified(manifest) / E5_FILE)
    written = list(sentences())
    rows = written + list(made(np.random.default_rng(1)))
    numbers = sheet(read, rows)
    # What is made of frames is always seen, and never judged by.
    folds = np.array([row.group % FOLDS if row.group >= 0 else -1 for row in rows])
    judged = folds >= 0
    family, asks = crossed(numbers, folds)
    report(written, (family[judged], asks[judged]), numbers.only(judged))
    if write:
        weights = {name: found.astype(np.float16) for name, found in learned(numbers).items()}
        digest = next(file.sha256 for file in manifest.files if file.name == E5_FILE)
        np.savez_compressed(WEIGHTS, **weights, embedder=np.array(E5.name), sha256=np.array(digest))
        print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
