"""The port for whatever turns texts into vectors of meaning."""

from collections.abc import Sequence
from typing import Protocol

from charlotte.knowledge.index import Vectors


class Embedder(Protocol):
    """A model; vectors have length 1, so that their product is their nearness."""

    @property
    def name(self) -> str:
        """Which model it is; vectors of another are of no use with its own."""
        ...

    async def question(self, text: str) -> Vectors:
        """Return the vector of a question."""
        ...

    async def passages(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each passage; nobody waits for it, so that it gives way to what somebody waits for."""
        ...
