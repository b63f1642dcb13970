"""Sounds and words by which a listener only says "go on", in five languages."""

import re

from charlotte.congress.search.folding import words

_ANY = (
    *("m+h*m*", "h+m+", "m+ h+m+", "u+h*m+", "u+h+", "u+h+ h+u+h+", "a+h+", "a+ha+", "o+h+", "e+h+"),
    *("ok", "okay", "okey"),
)
_OF = {
    "en": ("yes", "yeah", "yep", "yup", "right", "sure", "i see", "got it", "all right", "alright", "of course"),
    "it": ("si", "certo", "gia", "capito", "ho capito", "va bene", "d accordo", "esatto", "giusto"),
    "fr": ("oui", "ouais", "d accord", "je vois", "bien sur", "voila", "c est ca", "entendu", "hein"),
    "de": ("ja", "jaja", "genau", "klar", "alles klar", "verstehe", "ich verstehe", "richtig", "in ordnung", "gut"),
    "es": ("si", "vale", "claro", "ya", "aja", "entiendo", "entendido", "de acuerdo", "bueno", "muy bien"),
}
_PHRASES = sorted({*_ANY, *(phrase for phrases in _OF.values() for phrase in phrases)}, key=len, reverse=True)
_ONLY = re.compile(rf"(?:(?:{'|'.join(_PHRASES)})(?: |$))+")
_MOST_WORDS = 6
"""Who says more than this has something to say."""


def is_backchannel(text: str) -> bool:
    """Return whether `text` is nothing but assent, such as "mhm" or "sì sì", and no question."""
    said = words(text)
    if "?" in text or not 0 < len(said.tokens) <= _MOST_WORDS:
        return False
    return _ONLY.fullmatch(said.text) is not None
