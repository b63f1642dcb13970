"""Pairs of a question and a sentence from files in the form of SQuAD, and whether the sentence answers.

The sentence that holds the answer does; those of the same paragraph that share most words with the question do not, and
none does of a question that the paragraph does not answer (SQuAD 2.0, Rajpurkar and others 2018).
"""

import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

_WORD = re.compile(r"\w+")
_END = re.compile(r"(?<=[.!?])[\"”»)]?\s+(?=[A-ZÀ-Ü\"“«¿¡0-9(])")
SHORT = 30
"""Letters; a stop after fewer is that of an abbreviation."""
STEM = 6
IN_VAIN = 2
"""Sentences that are nearest to a question that nothing answers."""
BY_CHANCE = 0.4
"""Of answered questions, so many have a sentence by chance too."""


@dataclass(frozen=True)
class Pair:
    """A question, a sentence with what it stands under, and whether it answers."""

    question: str
    sentence: str
    answers: bool


def pairs(path: Path, random: Random) -> Iterator[Pair]:
    """Yield the pairs of one file, `.json` or `.json.gz`."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for article in json.loads(text)["data"]:
        title = article["title"].replace("_", " ")
        for paragraph in article["paragraphs"]:
            sentences = list(_sentences(paragraph["context"]))
            for asked in paragraph["qas"]:
                yield from _pairs(title, sentences, asked, random)


def _pairs(title: str, sentences: Sequence[tuple[int, str]], asked: dict[str, Any], random: Random) -> Iterator[Pair]:
    question, in_vain = asked["question"], bool(asked.get("is_impossible"))
    starts = [] if in_vain else [answer["answer_start"] for answer in asked["answers"]]
    right = {at for at, (first, one) in enumerate(sentences) for start in starts if first <= start <= first + len(one)}
    if not in_vain and not right:
        return
    others = [at for at in _nearest_first(question, [one for _, one in sentences]) if at not in right]
    taken = others[: IN_VAIN if in_vain else 1]
    if not in_vain and len(others) > 1 and random.random() < BY_CHANCE:
        taken = [*taken, random.choice(others[1:])]
    for at in (*sorted(right)[:1], *taken):
        yield Pair(question, f"{title}: {sentences[at][1]}", at in right)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with where it begins."""
    first = 0
    for end in _END.finditer(text):
        if end.start() - first >= SHORT:
            yield first, text[first : end.end()].strip()
            first = end.end()
    if text[first:].strip():
        yield first, text[first:].strip()


def _nearest_first(question: str, sentences: Sequence[str]) -> list[int]:
    """Return the sentences by the rarity of the words that they share with a question."""
    held = [_stems(one) for one in sentences]
    many = Counter(stem for one in held for stem in one)
    asked = _stems(question)
    shared = [sum(math.log(1 + len(held) / many[stem]) for stem in asked & one) for one in held]
    return sorted(range(len(held)), key=lambda at: -shared[at])


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:STEM] for word in _WORD.findall(text))
