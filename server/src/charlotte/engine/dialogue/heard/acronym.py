"""Acronyms that look like little words: "AI" is Italian for "to the"."""

import re

_IN_FULL = {
    "it": "intelligenza artificiale",
    "en": "artificial intelligence",
    "fr": "intelligence artificielle",
    "de": "Künstliche Intelligenz",
    "es": "inteligencia artificial",
}
_ANY_CASE = re.compile(r"\bA\.?I\b\.?", re.IGNORECASE)
_CAPITALS = re.compile(r"\bA\.?I\b\.?")


def in_full(question: str, language: str) -> str:
    """Return the question with "AI" written in full; where "ai" is a word, only in capitals."""
    if question.isupper():
        return question
    pattern = _CAPITALS if language in ("it", "fr") else _ANY_CASE
    return pattern.sub(_IN_FULL[language], question)
