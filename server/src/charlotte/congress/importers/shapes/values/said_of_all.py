"""Where all of a day is held, as a remark beside it says: "all in the Oak Room, unless stated otherwise"."""

import re

EVERYTHING = re.compile(
    r"^(?:alles?|everything|all (?:sessions|talks)|tutto|tout|todo)\s+(?:findet |is |held |si tiene |a lieu )?"
    r"(?:in der|in the|im|in|at the|nell[ao’']|nel|en la|en el|en|dans la|dans le|à la|au)\s+",
    re.IGNORECASE,
)
UNLESS = re.compile(
    r"[\s,;]*(?:\b(?:bzw\.|oder|or|ou|o|u|and|und|e|et|y)\s+)?"
    r"\b(?:wie|as|come|comme|como|seg[úu]n|selon|wo|where|unless|if not|sofern|soweit|wenn|falls|salvo|sauf|"
    r"se non|ove non|dove non|si no|à moins)\s.*$",
    re.IGNORECASE,
)


def place_said(remark: str) -> str:
    """Return a remark without the words that say of what its place holds."""
    return UNLESS.sub("", EVERYTHING.sub("", remark.strip())).strip()
