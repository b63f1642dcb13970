"""The names of a congress, for the ear of the embedded engine to listen for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from charlotte.congress.search.search import Search
from charlotte.errors import NotFound
from charlotte.tools.tool import Programmes


class OwnNames:
    """Finds what in a programme sounds like what was understood."""

    def __init__(self, programmes: Programmes, default_event: Callable[[], str | None]) -> None:
        self._programmes = programmes
        self._default_event = default_event

    async def of(self, variables: Mapping[str, Any]) -> Callable[[str], Sequence[str]] | None:
        """Return the names of the congress that a prompt's variables tell; None when there is no such congress."""
        event_id = variables.get("event") or self._default_event()
        if not isinstance(event_id, str):
            return None
        try:
            programme = await self._programmes.programme(event_id)
        except NotFound:
            return None
        return (await Search.ready(programme)).sounding.near
