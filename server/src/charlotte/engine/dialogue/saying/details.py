"""What only the published text of a session tells: for which age, on which level, what to bring, how many may come."""

import re

from charlotte.congress.search.folding import words
from charlotte.engine.dialogue.grammar import LANGUAGES, load

DETAILS = frozenset(("age", "level", "bring", "seats"))
_ENDS = re.compile(r"(?<=[!?;…])\s+|(?<=\w{4}\.)\s+|\n+")
"""A word of fewer letters before a full stop may be cut short: "max. 30"."""


def detail_told(asks: frozenset[str], text: str | None) -> str | None:
    """Return the sentences of a text, in whatever language, that tell what is asked; None where none does."""
    kinds = asks & DETAILS
    if not kinds or not text:
        return None
    found = [one.strip() for one in _ENDS.split(text) if any(_tells(kind, one) for kind in kinds)]
    return " ".join(found) or None


def _tells(kind: str, sentence: str) -> bool:
    folded = words(sentence).text
    return any(load(language).says("told", kind, folded) for language in LANGUAGES)
