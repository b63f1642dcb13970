"""How alike two words sound: what a recogniser writes down is seldom what the programme has."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

_SOUNDS = (
    ("sch", "s"),
    ("tsch", "c"),
    ("ch", "k"),
    ("ph", "f"),
    ("gh", "g"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "k"),
    ("sz", "s"),
    ("tz", "z"),
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("ou", "u"),
    ("ow", "o"),
    ("ee", "i"),
    ("ea", "i"),
    ("ai", "e"),
    ("ei", "ai"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("d", "t"),
    ("b", "p"),
    ("g", "k"),
    ("h", ""),
)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return a rough spelling of how a folded word sounds to any of the five languages."""
    for spelling, said in _SOUNDS:
        word = word.replace(spelling, said)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=200_000)
def alike(heard: str, known: str) -> float:
    """Return 0 to 1: how likely `heard` is `known`; both are folded words."""
    if heard == known:
        return 1.0
    spelt = ratio(heard, known) / 100
    if max(len(heard), len(known)) < 4:
        return spelt if spelt > 0.8 else 0.0
    return max(spelt, 0.97 * ratio(sound(heard), sound(known)) / 100)
