"""Whether words are the name of a room or of somebody, or a piece of the sentence that asks."""

import re

from charlotte.congress.search.folding import words
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue.grammar import Grammar

LONGEST = 5
"""Words of a name."""
_LINKS = frozenset(
    "a al and at da dal dala dall de degli dei del della delle dem den der des di do dos du e el en et im in l"
    " la las le lo los of on the und van vom von y zu zum zur".split()
)
"""Small words that stand in names."""
_JOINING = frozenset("and e ed et o oder or ou u und y".split())
_BREAKS = re.compile(r"[?!;:,¿¡…()]|\s[–—-]\s|\.\s+\w{3}")


def is_a_name(written: str, grammar: Grammar) -> bool:
    """Return whether some words, as they were written, may be nothing but the name of a room or of somebody."""
    said = words(written)
    if not said.tokens or len(said.tokens) > LONGEST or _BREAKS.search(written):
        return False
    if said.tokens[0] in _JOINING:
        return False
    telling = 0
    for at, token in enumerate(said.tokens):
        if token in _LINKS and at < len(said.tokens) - 1:
            continue
        is_large = written[said.places[at][0]].isupper()
        if not is_large and not token.isdigit() and len(token) > 1 and _is_of_any_sentence(token, grammar):
            return False
        telling += 1
    return telling > 0


def _is_of_any_sentence(token: str, grammar: Grammar) -> bool:
    return token in FUNCTION_WORDS or any(
        grammar.is_all("frame", key, token) for key in ("stop", "nouns", "speaks", "joiner")
    )
