"""Learn which stretch of a question says how something is described, from questions in which it is marked.

    cd server && python -m benchmarks.descriptions            how well it does on questions it did not see
    cd server && python -m benchmarks.descriptions --write    and write the weights that the dialogue reads

A log-linear model over all stretches of a question: what stands inside, what before and behind. The questions in
`data/described` are marked by hand; those made of the frames in `data/families` are marked by what fills them, and
count less. Lines at the same place of the five languages' files are alike and are left out together.
"""

import argparse
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.sentences import sentences
from charlotte.congress.search.content import content_words
from charlotte.congress.search.folding import Words, words
from charlotte.engine.dialogue.descriptions.signs import BUCKETS, Buckets, begins, ends, inside, number
from charlotte.engine.dialogue.descriptions.span import FILE, Weights

DATA = Path(__file__).parent / "data"
WEIGHTS = Path(__file__).parents[1] / "src" / "charlotte" / "engine" / "dialogue" / "descriptions" / FILE
FAMILIES = ("session", "topic", "person")
USUAL = 5
"""Different sentences in which a word stands that says nothing of what they are about."""
FOLDS, BLOCK = 5, 5
EACH = 2
"""Questions made of a frame."""
OF_A_FRAME = 0.15
ROUNDS, RATE, DECAY = 25, 0.25, 2e-4


@dataclass(frozen=True)
class Marked:
    """A question and its description: first and last word (exclusive)."""

    said: Words
    first: int
    last: int
    fold: int
    """Negative where it was made of a frame."""
    language: str


def marked() -> Iterator[Marked]:
    """Yield what was marked by hand; of a question with two descriptions the second one."""
    for path in sorted((DATA / "described").glob("*.txt")):
        for at, line in enumerate(path.read_text("utf-8").splitlines()):
            if line.strip():
                yield _marked(line, at // BLOCK % FOLDS, path.stem)


def made(rng: np.random.Generator) -> Iterator[Marked]:
    """Yield frames of which one place is filled with a description."""
    for language, frames in tomllib.loads((DATA / "families" / "frames.toml").read_text("utf-8")).items():
        for line in frames["lines"]:
            labels, _, frame = line.partition("|")
            if labels.partition(":")[0].strip() not in FAMILIES or len(re.findall(r"\{[xp]\}", frame)) != 1:
                continue
            pieces = re.split(r"\{(\w)\}", re.sub(r"\{([xp])\}", r"[{\1}]", frame))
            for _ in range(EACH):
                filled = [str(rng.choice(frames[one])) if at % 2 else one for at, one in enumerate(pieces)]
                yield _marked(" ".join("".join(filled).split()), -1, language)


def _marked(line: str, fold: int, language: str) -> Marked:
    before, _, rest = line.rpartition("[")
    start = len(_plain(before))
    end = start + rest.index("]")
    said = words(_plain(line))
    held = [at for at, (begin, stop) in enumerate(said.places) if begin < end and stop > start]
    return Marked(said, held[0], held[-1] + 1, fold, language)


def _plain(line: str) -> str:
    return line.replace("[", "").replace("]", "")


def usual() -> frozenset[int]:
    """Return the numbers of words that stand in many sentences."""
    counts = Counter(token for one in sentences() for token in set(words(one.text).tokens))
    return frozenset(number(word) for word, count in counts.items() if count >= USUAL)


def learn(examples: Sequence[Marked], known: frozenset[int], rng: np.random.Generator) -> Weights:
    """Return weights, by stochastic ascent with a step of its own for each sign."""
    weights = Weights(np.zeros(BUCKETS, np.float32), known)
    steps = np.full(BUCKETS, 1e-3, np.float32)
    seen = [(inside(one.said, known), begins(one.said, known), ends(one.said, known)) for one in examples]
    for _ in range(ROUNDS):
        for at in rng.permutation(len(examples)):
            one = examples[at]
            change = _change(weights, one, seen[at]) * (1.0 if one.fold >= 0 else OF_A_FRAME)
            touched = np.flatnonzero(change)
            change = change[touched] - DECAY * weights.signs[touched]
            steps[touched] += change**2
            weights.signs[touched] += RATE * change / np.sqrt(steps[touched])
    return weights


def _change(
    weights: Weights, one: Marked, seen: tuple[list[Buckets], list[Buckets], list[Buckets]]
) -> NDArray[np.float32]:
    scores = weights.scores(one.said)
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    wanted = np.zeros_like(likely)
    wanted[one.first, one.last - 1] = 1
    off = wanted - likely
    change = np.zeros(BUCKETS, np.float32)
    cumulated = off[:, ::-1].cumsum(axis=1)[:, ::-1]  # of stretches that begin here and end there or later
    for at, (held, first, last) in enumerate(zip(*seen, strict=True)):
        np.add.at(change, first, off[at].sum())
        np.add.at(change, last, off[:, at].sum())
        np.add.at(change, held, cumulated[: at + 1, at].sum())
    return change


def main() -> None:
    """Print how many are found, and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    rng = np.random.default_rng(7)
    own, frames, known = list(marked()), list(made(rng)), usual()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for fold in range(FOLDS):
        weights = learn([one for one in (*own, *frames) if one.fold != fold], known, rng)
        for one in own:
            if one.fold == fold:
                first, last = weights.span(one.said)
                count = counts[one.language]
                count[0] += 1
                count[1] += (first, last) == (one.first, one.last)
                count[2] += _content(one, first, last)
    for language, (all_of, exact, same) in sorted(counts.items()):
        print(f"{language}: {all_of} questions, {exact} stretches right, {same} but for small words")
    if arguments.write:
        weights = learn([*own, *frames], known, rng)
        np.savez_compressed(WEIGHTS, signs=weights.signs.astype(np.float16), usual=np.array(sorted(known), np.uint32))


def _content(one: Marked, first: int, last: int) -> bool:
    """Return whether a stretch holds the same words that say something."""
    return content_words(one.said.tokens[first:last]) == content_words(one.said.tokens[one.first : one.last])


if __name__ == "__main__":
    main()
