"""Words of one language written so that a key which knows no language hears them as its speakers say them."""

import re
from collections.abc import Mapping, Sequence

_RULES: Mapping[str, Sequence[tuple[str, str]]] = {
    "en": ((r"cc(?=[eiy])", "k"), (r"(?<!t)ch", "tch"), (r"igh", "i"), (r"tion", "shon")),
    "fr": (
        (r"(?<=[aeiouy])(?:[tdsxzp]+)$", ""),
        (r"eau|au", "o"),
        (r"oeu|eu", "e"),
        (r"(?:[ae]i|[iyu])[nm](?![aeiouynm])", "in"),
        (r"[ae][nm](?![aeiouynm])", "an"),
        (r"o[nm](?![aeiouynm])", "on"),
        (r"(?<=[anio]n)[tdsxzp]+$", ""),
    ),
    "es": ((r"ll", "y"), (r"v", "b"), (r"z|c(?=[ei])", "s")),
}
"""Silent ends, nasal vowels and letters that stand for the sound of another; applied to folded words, in this order."""


def respelled(word: str, language: str | None) -> str:
    """Return a folded word as it sounds in its language; as it is where there is nothing to say about that."""
    for pattern, sound in _RULES.get(language or "", ()):
        word = re.sub(pattern, sound, word)
    return word
