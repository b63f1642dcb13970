"""What organisers told about an event, each fact with where their documents say the same."""

from collections.abc import Mapping
from typing import Protocol

from charlotte.session.configuration.brief import Briefs
from charlotte.tools.told_facts import ToldFact


class Places(Protocol):
    """Whatever knows where the documents say something."""

    async def places(self, event_id: str, told: Mapping[str, str]) -> dict[str, str]:
        """Return where they say what was told, by fact."""
        ...


class ToldFacts:
    """The brief in force, beside the documents."""

    def __init__(self, briefs: Briefs, documents: Places) -> None:
        self._briefs = briefs
        self._documents = documents

    async def of(self, event_id: str) -> Mapping[str, ToldFact]:
        """Return what was told, by fact."""
        told = (await self._briefs.current(event_id)).variables
        places = await self._documents.places(event_id, told)
        return {name: ToldFact(value, places.get(name)) for name, value in told.items()}
