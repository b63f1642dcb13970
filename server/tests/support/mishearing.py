"""What a recogniser makes of names and titles: sounds confused, letters doubled or lost, words joined or split."""

import random
import re

CONFUSIONS = (
    ("ph", "f"), ("f", "v"), ("v", "w"), ("w", "v"), ("ck", "k"), ("c", "k"), ("k", "c"), ("ch", "k"), ("qu", "k"),
    ("sch", "sh"), ("sh", "sch"), ("z", "s"), ("s", "z"), ("tz", "z"), ("b", "p"), ("p", "b"), ("d", "t"), ("t", "d"),
    ("e", "i"), ("i", "e"), ("o", "u"), ("u", "o"), ("y", "i"), ("i", "y"), ("ei", "ai"), ("ou", "u"), ("oe", "o"),
    ("th", "t"), ("h", ""), ("x", "ks"), ("gn", "ni"), ("gi", "ji"), ("m", "n"),
)  # fmt: skip
DOUBLED = re.compile(r"([bcdfglmnprstz])\1")


def misheard_word(word: str, chance: random.Random) -> str:
    """Return a word with one confusion, never the same word when one is possible."""
    lower = word.lower()
    options = [lower.replace(one, other, 1) for one, other in CONFUSIONS if one in lower]
    options += [DOUBLED.sub(r"\1", lower, count=1)] if DOUBLED.search(lower) else []
    options += [lower[:at] + lower[at] + lower[at:] for at, letter in enumerate(lower) if 0 < at and letter in "lmnrst"]
    options = sorted({option for option in options if option and option != lower})
    return chance.choice(options) if options else lower


def misheard(text: str, chance: random.Random, rate: float = 0.5) -> str:
    """Return a text in which about `rate` of the longer words, at least one, were misheard."""
    words = re.findall(r"\w+", text)
    longer = [at for at, word in enumerate(words) if len(word) > 4 and not any(map(str.isdigit, word))]
    hit = {at for at in longer if chance.random() < rate} or set(longer[:1])
    return " ".join(misheard_word(word, chance) if at in hit else word.lower() for at, word in enumerate(words))
