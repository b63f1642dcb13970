"""Text in plain small letters, sign for sign, so that what is found in it stands at the same place in the original."""

from charlotte.congress.search.folding import fold

DASHES = str.maketrans("–—−", "---")


def folded_in_place(text: str) -> str:
    """Return text in lower-case ASCII letters, as long as it was: a sign that folds to two or to none stays."""
    folded = fold(text := text.translate(DASHES))
    return folded if len(folded) == len(text) else "".join(map(_folded, text))


def _folded(sign: str) -> str:
    said = fold(sign)
    return said if len(said) == 1 else sign
