"""What is left to say of an answer when part of it was heard before the line broke: pure."""

import re
from collections.abc import Sequence

from charlotte.congress.search.folding import words

PIECE = re.compile(r"\s*\S.*?(?:[.!?;](?=\s|$)|$)", re.DOTALL)


def unsaid(clauses: Sequence[str], heard: str) -> list[str]:
    """Return the sentences that bring something new.

    Another model may have worded the part that was heard, so a sentence counts as said when all of its words that are
    not very short ones were.
    """
    known = set(words(heard).tokens)
    return [piece for clause in clauses for piece in PIECE.findall(clause) if not _is_known(piece, known)]


def _is_known(piece: str, known: set[str]) -> bool:
    told = {word for word in words(piece).tokens if len(word) > 2 or word.isdigit()}
    return bool(told) and told <= known
