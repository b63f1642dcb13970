"""The clauses of a question: people ask when and where, and who besides, in one breath."""

import re

CLAUSES = re.compile(
    r"[,;.?!:…]+\s+|\s+(?:and|und|et|e|ed|y)\s+(?=(?:at|in|for|a|à|en|di|da|de|um|mit|per)?\s?(?:who|what|when|where|which|how|"
    r"wer|was|wann|wo|wie|welche\w*|qui|que|quoi|quand|où|quel\w*|combien|chi|che|cosa|quando|dove|qual\w*|quant\w*|"
    r"quién\w*|quien\w*|qué|cuándo|cuando|dónde|donde|cuál\w*|cuánt\w*)\b)",
    re.IGNORECASE,
)
SEVERAL = 2
"""Words of a clause."""


def clauses_of(said: str) -> list[str]:
    """Return the clauses of a question, in order; nothing where there is only one."""
    found = [clause for clause in CLAUSES.split(said) if clause and len(clause.split()) >= SEVERAL]
    return found if len(found) > 1 else []


def asks_several(said: str) -> bool:
    """Return whether a question has several clauses."""
    return bool(clauses_of(said))
