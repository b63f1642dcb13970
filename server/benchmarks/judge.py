"""Learn to read a question and a sentence together, and say whether the sentence answers.

    pip install torch                                     (nothing else needs it)
    cd server && python -m benchmarks.judge SQUAD.json…   learn, and report on congresses that it did not see
    cd server && python -m benchmarks.judge SQUAD.json… --write

The network is that of multilingual-e5-small; what is learned is added to its matrices as products of two thin ones
(low-rank adaptation, Hu and others 2021). It learns first from files in the form of SQuAD in the five languages beside
the questions of `data/quotes`, then from these once more. Every fifth congress is kept apart: on them it is told
how well the linear weights of `benchmarks.quotes` do with and without it, and how much it should count.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from charlotte.engine.embedding import e5_judge
from charlotte.engine.embedding.e5 import FILE as E5_FILE
from charlotte.engine.embedding.e5 import E5Model
from charlotte.engine.embedding.e5_file import Weights, open_weights
from charlotte.engine.embedding.e5_judge import MOST_ASKED, MOST_TOLD
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.models.manifest import model
from charlotte.engine.models.store import Store
from charlotte.knowledge.quotes.judged import to_read
from charlotte.knowledge.quotes.weights import of_logits
from charlotte.settings import Settings

from .quotes import DATA, FOLDS, Asked, asked_about, fit
from .squad import Pair, pairs

WEIGHTS = Path(e5_judge.__file__).with_name(e5_judge.FILE)
RANK, SCALE = 32, 2.0
MATRICES, NORMS = ("q", "k", "v", "ao", "fi", "fo"), ("aln", "oln")
BATCH, TOGETHER = 32, 1600
"""Pairs of a step; of so many pairs those of like length go together."""
FIRST_PACE, OWN_PACE, LEAST_PACE = 4e-4, 3e-4, 0.03
FIRST_SHARE = 0.6
"""Of the first round, so much is gone through: from there on the second does more for congresses."""
WARMING_UP = 100
WRONG = 5
"""Sentences that do not answer, of those that the linear weights find likeliest, for each question."""
AGAIN, FURTHER = 8000, 2000
"""Pairs of the questions about congresses that come twice in the second round, and of others beside them."""
RIGHT_COUNTS = 2.0
"""There are fewer sentences that answer."""
Batch = Sequence[tuple[Sequence[int], Sequence[int]]]


class Matrix(nn.Module):
    """A matrix of the file, and what is added to it."""

    def __init__(self, weights: Weights, name: str, rows: int, columns: int) -> None:
        super().__init__()
        self.register_buffer("weight", torch.tensor(weights.tensor(f"{name}.w", rows, columns)))
        self.register_buffer("bias", torch.tensor(np.array(weights.tensor(f"{name}.b", rows))))
        self.down = nn.Parameter(torch.randn(RANK, columns) / math.sqrt(columns))
        self.up = nn.Parameter(torch.zeros(rows, RANK))

    def forward(self, state: torch.Tensor) -> torch.Tensor:
        added = functional.linear(functional.linear(state, self.down), self.up) * SCALE
        return functional.linear(state, self.weight, self.bias) + added


class Layer(nn.Module):
    """One layer, as `e5_network` has it."""

    def __init__(self, weights: Weights, at: int) -> None:
        super().__init__()
        width, inner = weights.shape.width, weights.shape.inner
        sizes = {"fi": (inner, width), "fo": (width, inner)}
        self.heads = weights.shape.heads
        self.matrices = nn.ModuleDict(
            {name: Matrix(weights, f"l{at}.{name}", *sizes.get(name, (width, width))) for name in MATRICES}
        )
        self.norms = nn.ModuleDict({name: _norm(weights, f"l{at}.{name}") for name in NORMS})

    def forward(self, state: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        texts, length, width = state.shape
        through = self.matrices

        def heads(name: str) -> torch.Tensor:
            return through[name](state).view(texts, length, self.heads, width // self.heads).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(heads("q"), heads("k"), heads("v"), attn_mask=there)
        state = self.norms["aln"](state + through["ao"](seen.transpose(1, 2).reshape(texts, length, width)))
        return self.norms["oln"](state + through["fo"](functional.gelu(through["fi"](state))))


class Judge(nn.Module):
    """The network with its head: one number for each pair."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        shape, width = weights.shape, weights.shape.width
        self.weights = weights
        self.register_buffer("places", torch.tensor(weights.tensor("emb.pos", shape.positions, width)))
        self.register_buffer("kind", torch.tensor(np.array(weights.tensor("emb.type", shape.kinds, width)[0])))
        self.norm = _norm(weights, "emb.ln").requires_grad_(False)
        self.layers = nn.ModuleList(Layer(weights, at) for at in range(shape.layers))
        self.second = nn.Parameter(torch.zeros(width))
        """What is added to each token of the sentence."""
        self.inner, self.outer = nn.Linear(2 * width, width), nn.Linear(width, 1)
        self.dropped = nn.Dropout(0.1)

    def forward(self, batch: Batch) -> torch.Tensor:
        longest, width = max(len(asked) + len(told) for asked, told in batch), self.weights.shape.width
        numbers = np.ones((len(batch), longest), np.int64)
        there, second = torch.zeros(2, len(batch), longest, 1)
        for at, (asked, told) in enumerate(batch):
            many = len(asked) + len(told)
            numbers[at, :many] = [*asked, *told]
            there[at, :many], second[at, len(asked) : many] = 1, 1
        words = torch.tensor(self.weights.rows("emb.word", numbers.reshape(-1), width)).view(*numbers.shape, width)
        state = self.norm(words + self.places[:longest] + self.kind + second * self.second)
        mask = there[:, None, None, :, 0].bool()
        for layer in self.layers:
            state = layer(state, mask)
        mean = (state * there).sum(1) / there.sum(1)
        return self.outer(self.dropped(torch.tanh(self.inner(torch.cat((state[:, 0], mean), -1)))))[:, 0]


def _norm(weights: Weights, name: str) -> nn.LayerNorm:
    width = weights.shape.width
    norm = nn.LayerNorm(width, eps=weights.shape.epsilon)
    norm.weight.data = torch.tensor(np.array(weights.tensor(f"{name}.w", width)))
    norm.bias.data = torch.tensor(np.array(weights.tensor(f"{name}.b", width)))
    return norm


class Learner:
    """A judge that learns."""

    def __init__(self, read: E5Model, weights: Weights, random: Random) -> None:
        self.judge = Judge(weights)
        self._read, self._weights, self._random = read, weights, random
        self._learned = [one for one in self.judge.parameters() if one.requires_grad]

    def learn(self, rows: Sequence[Pair], pace: float, share: float = 1.0) -> None:
        """Go through pairs once, or a share of them, with a pace that grows for some steps and then falls."""
        batches = list(self._batches(rows))
        steps = torch.optim.AdamW(self._learned, pace, weight_decay=0.01)
        self.judge.train()
        for at, batch in enumerate(batches[: int(len(batches) * share)]):
            for group in steps.param_groups:
                group["lr"] = pace * min(1, (at + 1) / WARMING_UP) * max(LEAST_PACE, 1 - at / len(batches))
            right = torch.tensor([float(one.answers) for one in batch])
            told = self.judge([self._tokens(one.question, one.sentence) for one in batch])
            loss = functional.binary_cross_entropy_with_logits(told, right, pos_weight=torch.tensor(RIGHT_COUNTS))
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self._learned, 1.0)
            steps.step()
            if at % 50 == 0:
                print(f"  {at} of {len(batches)} steps, loss {loss.item():.3f}", flush=True)

    @torch.no_grad()
    def judged(self, question: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return the number of each sentence."""
        self.judge.eval()
        told: NDArray[np.float32] = self.judge([self._tokens(question, one) for one in sentences]).numpy()
        return told

    def _batches(self, rows: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
        mixed = self._random.sample(list(rows), len(rows))
        for first in range(0, len(mixed), TOGETHER):
            alike = sorted(mixed[first : first + TOGETHER], key=lambda one: len(one.question) + len(one.sentence))
            batches = [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
            yield from self._random.sample(batches, len(batches))

    def _tokens(self, question: str, sentence: str) -> tuple[list[int], list[int]]:
        begin, end = self._weights.begin, self._weights.end
        asked, told = self._read.numbers(f"query: {question}"), self._read.numbers(f"passage: {sentence}")
        return [begin, *asked[1:-1][:MOST_ASKED], end], [*told[1:-1][:MOST_TOLD], end]

    def held(self) -> Iterator[tuple[str, NDArray[np.generic]]]:
        """Yield what `e5_judge` reads: matrices in eight bits with a scale for each row, all else in sixteen."""
        tensors: dict[str, NDArray[np.float32]] = {"second": self.judge.second.detach().numpy()}
        for at, layer in enumerate(self.judge.layers):
            for name, matrix in layer.matrices.items():
                tensors[f"l{at}.{name}.up"] = (matrix.up * SCALE).detach().numpy()
                tensors[f"l{at}.{name}.down"] = matrix.down.detach().numpy()
            for name, norm in layer.norms.items():
                of_file = _norm(self._weights, f"l{at}.{name}")
                tensors[f"l{at}.{name}.w"] = (norm.weight - of_file.weight).detach().numpy()
                tensors[f"l{at}.{name}.b"] = (norm.bias - of_file.bias).detach().numpy()
        for at, part in enumerate((self.judge.inner, self.judge.outer)):
            weight = part.weight.detach().numpy()
            tensors[f"head.{at}"] = weight if len(weight) > 1 else weight[0]
            bias = part.bias.detach().numpy()
            tensors[f"head.{at}.bias"] = bias if len(bias) > 1 else bias[0]
        for name, tensor in tensors.items():
            if np.ndim(tensor) < 2:
                yield name, np.asarray(tensor, np.float16)
                continue
            scale = np.abs(tensor).max(axis=1) / 127 + 1e-9
            yield name, np.rint(tensor / scale[:, None]).astype(np.int8)
            yield f"{name}.scale", scale.astype(np.float32)


def own_pairs(asked: Sequence[tuple[Asked, NDArray[np.float32]]]) -> Iterator[Pair]:
    """Yield pairs of the questions about congresses: all that answers, and of the rest what comes nearest."""
    for one, logits in asked:
        for at in np.flatnonzero(one.right):
            yield Pair(one.text, one.told[at], True)
        wrong = [at for at in np.argsort(-logits) if not one.right[at]]
        for at in wrong[:WRONG]:
            yield Pair(one.text, one.told[at], False)


def report(asked: Sequence[tuple[Asked, NDArray[np.float32]]], learner: Learner) -> None:
    """Print what would be told with each share of the judgement."""
    read = [
        (one, logits, at := to_read(logits), learner.judged(one.text, [one.told[n] for n in at]) if at.size else [])
        for one, logits in asked
    ]
    print("  counts  all   log loss  right  wrong  told in vain (above 0.4)")
    for counts in (0.0, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0):
        for beside in (-0.5, 0.0, 0.5, 1.0) if counts else (0.0,):
            lost, right, wrong, vain = 0.0, 0, 0, 0
            for one, logits, at, told in read:
                judged = logits.copy()
                judged[at] += counts * np.asarray(told) + beside
                likely = of_logits(judged)
                of_it = float(likely[one.right].sum()) if one.is_answered else 1 - float(likely.sum())
                lost -= math.log(max(of_it, 1e-6))
                is_told, is_right = likely.max() >= 0.4, bool(one.right[likely.argmax()])
                right += one.is_answered and is_told and is_right
                wrong += one.is_answered and is_told and not is_right
                vain += not one.is_answered and is_told
            answered = sum(one.is_answered for one, *_ in read)
            shares = (right / answered, wrong / answered, vain / (len(read) - answered))
            print(f"  {counts:6} {beside:4}  {lost / len(read):8.4f}  " + "  ".join(f"{one:6.1%}" for one in shares))


def main() -> None:
    """Learn, report, and write the weights where asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("squad", type=Path, nargs="+", help="files in the form of SQuAD")
    options.add_argument("--write", action="store_true", help="write the weights that the search reads")
    given = options.parse_args()
    torch.manual_seed(0)
    random = Random(1)
    path = Store(Settings().models).verified(model(EMBEDDER)) / E5_FILE
    read, weights = E5Model(path), open_weights(path)
    paths = sorted(DATA.glob("*.md"))
    asked = [one for number, path in enumerate(paths) for one in asked_about(path, number, read)]
    apart = {path.name.partition(".")[0] for path in paths[::FOLDS]}
    seen, unseen = [], []
    for fold in range(FOLDS):
        names = {path.name.partition(".")[0] for path in paths[fold::FOLDS]}
        linear = fit([one for one in asked if one.congress not in names])
        for one in asked:
            if one.congress in names:
                (unseen if one.congress in apart else seen).append((one, linear.logits(one)))
    others = [one for path in given.squad for one in pairs(path, random)]
    own = list(own_pairs(seen))
    print(f"{len(others)} pairs of others, {len(own)} of {len(seen)} questions about congresses")
    learner = Learner(read, weights, random)
    learner.learn([*others, *own], FIRST_PACE, FIRST_SHARE)
    again = random.sample(own, min(AGAIN, len(own)))
    learner.learn([*own, *again, *random.sample(others, min(FURTHER, len(others)))], OWN_PACE)
    print(f"{len(unseen)} questions about {len(apart)} congresses not seen:")
    report(unseen, learner)
    if given.write:
        np.savez_compressed(WEIGHTS, **dict(learner.held()))


if __name__ == "__main__":
    main()
