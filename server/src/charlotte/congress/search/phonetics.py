"""A phonetic key for names heard by Italian, English, German, French or Spanish ears and spelt by a recogniser.

English keys (Soundex, Metaphone) take `ci`, `gn`, `sch` or `ou` for something else than these languages do. This one
keeps what stays audible in all of them: consonants in classes that are confused in noise
(b/p, d/t, v/f/w, c/k/g, s/z/sch), vowels in three classes (front, open, back), nothing doubled and nothing silent.
Similar keys mean similar sound.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

# Longest first; the spelling on the left is heard as the classes on the right.
RULES = (
    (r"tzsch|tsch|sch|sh(?=\w)|sh$|ssi(?=[ou])|sci(?=[aou])|sc(?=[ei])", "S"),
    (r"tch|cci(?=[aou])|cc(?=[ei])|ci(?=[aou])", "S"),
    (r"chs|cks|x", "KS"),
    (r"ch|ck|cqu|cq|qu|q", "K"),
    (r"ggi(?=[aou])|gg(?=[ei])|gi(?=[aou])|dj|dge?(?=$)", "J"),
    (r"gli(?=[aeou])|gl(?=i)", "L"),
    (r"gn(?=\w)|ñ|ny(?=\w)", "N"),
    (r"gh(?=t)|gh$", ""),
    (r"gh|gu(?=[ei])", "K"),
    (r"ph|pf", "F"),
    (r"th|dt", "T"),
    (r"wh", "F"),
    (r"eau|eaux|au(?=x$)|ou|oo|oe|ue|oh", "O"),
    (r"aeu|aeui|aii?|ay|ei|ey|ae|ie|ee|ea", "I"),
    (r"tz|ts|cz|zz|ss|[sz]", "S"),
    (r"c(?=[eiy])", "S"),
    (r"g(?=[eiy])|j", "J"),
    (r"[ckg]", "K"),
    (r"[bp]", "P"),
    (r"[dt]", "T"),
    (r"[fvw]", "F"),
    (r"[eiy]", "I"),
    (r"a", "A"),
    (r"[ou]", "O"),
    (r"h", ""),
    (r"l", "L"),
    (r"r", "R"),
    (r"m", "M"),
    (r"n", "N"),
    (r"\d", r"\g<0>"),
)
SOUND = re.compile("|".join(f"(?P<r{number}>{pattern})" for number, (pattern, _) in enumerate(RULES)))
DOUBLED = re.compile(r"([A-Z])\1+")


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return the key of a folded word; digits stay as they are."""
    return DOUBLED.sub(r"\1", SOUND.sub(_sound, word))


def sounds_like(word: str, other: str) -> bool:
    """Return whether two folded words sound the same and are spelt nearly so: `wen` and `when`."""
    return key(word) == key(other) and Levenshtein.distance(word, other) < 2


def _sound(match: re.Match[str]) -> str:
    rule = int((match.lastgroup or "r0")[1:])
    return match[0] if match[0].isdigit() else RULES[rule][1]
