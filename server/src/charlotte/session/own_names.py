"""The names of a congress, for the ear of the embedded engine to listen for."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from charlotte.congress.search.search import Search
from charlotte.errors import NotFound
from charlotte.tools.tool import Programmes

N = TypeVar("N")


class OwnNames(Generic[N]):
    """Makes what an ear listens for of the programme of a call."""

    def __init__(
        self, programmes: Programmes, default_event: Callable[[], str | None], made_of: Callable[[Search], N]
    ) -> None:
        self._programmes = programmes
        self._made_of = made_of
        self._default_event = default_event

    async def of(self, variables: Mapping[str, Any]) -> N | None:
        """Return the names of the congress that a prompt's variables tell; None when there is no such congress."""
        event_id = variables.get("event") or self._default_event()
        if not isinstance(event_id, str):
            return None
        try:
            programme = await self._programmes.programme(event_id)
        except NotFound:
            return None
        return self._made_of(await Search.ready(programme))
