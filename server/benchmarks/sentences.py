"""Sentences that the dialogue learns from, as they are kept beside this file, with what each of them asks for."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from charlotte.engine.dialogue.families.family import ASKED, FAMILIES

DATA = Path(__file__).parent / "data" / "families"
NEEDS = Path(__file__).parent / "data" / "quotes"
"""What visitors ask that documents answer, or come near to: all of it practical, and nobody said what each asks for."""
OF_ALL = "elsewhere"
"""The file of questions that no document answers."""
OF_A_FRAME, OF_NEEDS = 0.3, 0.5
"""What sentences made of a frame, and those of `NEEDS`, count: as much as others, and everything would be practical."""
EACH = 5
"""Sentences made of a frame."""
WANTED = {
    "want_start": {"when"},
    "want_end": {"until"},
    "want_length": {"duration"},
    "want_room": {"where"},
    "want_who": {"who", "chair"},
    "want_count": {"count"},
    "want_list": {"list"},
}
"""Facts that are wanted of what the programme lists, where the family says that it is about that."""
OF_PROGRAMME = frozenset(("session", "topic", "person", "slot", "meal", "compare", "follow_up"))
OF_FAMILY = {"ellipsis": "follow_up", "is_slice": "slot", "compare": "compare", "practical_doc": "practical"}
OPEN = frozenset(("slot", "follow_up", "compare", "person", "session", "meal"))
"""Of these the earlier sentences do not say how sessions are chosen."""
NEWER = frozenset(ASKED[ASKED.index("pick_first") :]) - WANTED.keys() - OF_FAMILY.keys()
MAY_BE_BEYOND = frozenset(("cost", "limit", "deadline", "how", "count", "yes_no"))
"""Facts of which only some stand in a programme."""


@dataclass(frozen=True)
class Sentence:
    """One sentence with what it is."""

    text: str
    language: str
    family: str
    asks: frozenset[str]
    group: str
    """Sentences of one group are judged together; empty: made of a frame, never judged by. A number: of the files with
    this number, whose frames are alike in the five languages."""
    unknown: frozenset[str] = frozenset()
    """What nobody said whether it asks for it."""
    counts: float = 1.0
    """What it counts beside one that was written for this."""


def sentences() -> Iterator[Sentence]:
    """Yield what was written."""
    for path in sorted(DATA.glob("*.jsonl")):
        language, _, part = path.stem.partition("-")
        for at, line in enumerate(path.read_text("utf-8").splitlines()):
            row = json.loads(line)
            yield _sentence(row["text"], language, row["family"], set(row["asks"]), f"{part}-{at}", is_older=True)
    for path in sorted((DATA / "written").glob("*.txt")):
        family, asks = "", set[str]()
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("=="):
                family, _, rest = line[2:].partition(":")
                family, asks = family.strip(), set(rest.split())
                if family not in FAMILIES or asks - set(ASKED):
                    raise ValueError(f"{path.name}: {line}")
            elif line.strip():
                yield _sentence(line.strip(), path.stem[:2], family, asks, path.stem.split("-")[1])
    yield from _needs()


def _needs() -> Iterator[Sentence]:
    """Yield what was asked about documents."""
    known = {name for name, of in OF_FAMILY.items() if of == "practical"}
    for path in sorted(NEEDS.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines() if path.stem != OF_ALL else ():
            language, text, _ = line.split("|")
            yield Sentence(text, language, "practical", frozenset(known), path.stem, frozenset(ASKED) - known, OF_NEEDS)


def made(rng: np.random.Generator) -> Iterator[Sentence]:
    """Yield frames filled with names, rooms, times and what congresses are about."""
    for language, frames in tomllib.loads((DATA / "frames.toml").read_text("utf-8")).items():
        for line in frames["lines"]:
            labels, _, frame = line.partition("|")
            family, _, asks = labels.partition(":")
            for text in sorted({_filled(frame, frames, rng) for _ in range(EACH)}):
                words = " ".join(text.split())
                yield _sentence(words, language, family.strip(), set(asks.split()), "", is_older=True)


def _sentence(text: str, language: str, family: str, asks: set[str], group: str, *, is_older: bool = False) -> Sentence:
    found = asks | {name for name, of in OF_FAMILY.items() if of == family}
    if family in OF_PROGRAMME:
        found |= {name for name, of in WANTED.items() if of & asks}
    found |= {"beyond"} if "of_session" in asks else set()
    unknown = NEWER - {"beyond"} if is_older and family in OPEN else frozenset[str]()
    if "beyond" not in found and (family == "practical" or asks & MAY_BE_BEYOND):
        unknown |= {"beyond"}
    if is_older and family == "follow_up":
        unknown |= {"is_slice"}
    counts = 1.0 if group else OF_A_FRAME
    return Sentence(text, language, family, frozenset(found), group, unknown - found, counts)


def _filled(frame: str, fillers: dict[str, list[str]], rng: np.random.Generator) -> str:
    return re.sub(r"\{(\w)\}", lambda slot: str(rng.choice(fillers[slot[1]])), frame)
