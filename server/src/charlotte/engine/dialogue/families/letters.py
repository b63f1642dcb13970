"""The words of a question, pairs of them and the letters in them, as numbers of buckets."""

import re
import unicodedata
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BUCKETS = 8192
SHORTEST, LONGEST = 3, 5
_WORD = re.compile(r"[^\W\d_]+|\d+|\?")


def buckets(text: str) -> NDArray[np.int64]:
    """Return the buckets, shape (n,), each once; figures are all alike, accents and capitals do not count."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    found = ["0" if word.isdigit() else word for word in _WORD.findall(plain)]
    parts = {f"={word}" for word in found}
    parts |= {f"{one} {other}" for one, other in zip(["<", *found], [*found, ">"], strict=True)}
    for word in found:
        whole = f"<{word}>"
        for long in range(SHORTEST, LONGEST + 1):
            parts |= {whole[at : at + long] for at in range(len(whole) - long + 1)}
    return np.array(sorted({crc32(part.encode()) % BUCKETS for part in parts}), np.int64)
