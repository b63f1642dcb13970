"""The family of a question from its meaning, where the model that the weights were learned with is loaded."""

from collections.abc import Callable

from charlotte.engine.dialogue.families.family import UNKNOWN, Family
from charlotte.engine.dialogue.families.weights import load
from charlotte.errors import CharlotteError
from charlotte.knowledge.embedding import Embedder

QUESTION_CHARACTERS = 300
"""As many as the searches by meaning read, so that the model reads a question once."""


class LearnedFamilies:
    """Asks the model for the meaning of a question; with another model, or none, nothing is known of it."""

    def __init__(self, embedder: Callable[[], Embedder | None]) -> None:
        self._embedder = embedder
        self._weights = load()

    async def of(self, question: str) -> Family:
        """Return what a question is likely to be."""
        text, embedder = question.strip()[:QUESTION_CHARACTERS], self._embedder()
        if embedder is None or not text or embedder.name != self._weights.embedder:
            return UNKNOWN
        try:
            return self._weights.of(await embedder.question(text), text)
        except CharlotteError:
            return UNKNOWN
