"""Charlotte's tools for calls of the embedded engine whose client brought none."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from charlotte.protocol.config import FunctionTool
from charlotte.protocol.ids import new_call_id
from charlotte.session.event_time import EventClocks
from charlotte.tools.gateway import Gateway
from charlotte.tools.tool import Programmes, ToolContext

SESSION_ID = "v1"
"""Such calls are conversations of the client, not of ours."""


class OwnTools:
    """Runs tools inside the engine, through the same gateway as everybody's."""

    def __init__(
        self, gateway: Gateway, programmes: Programmes, clocks: EventClocks, default_event: Callable[[], str | None]
    ) -> None:
        self._gateway = gateway
        self._programmes = programmes
        self._clocks = clocks
        self._default_event = default_event

    @property
    def tools(self) -> Sequence[FunctionTool]:
        """What may be called."""
        # Nobody could be asked for a yes here, nor has a registration: such a call has no page and no attendee of ours.
        return [tool.definition() for tool in self._gateway.tools.values() if not tool.writes and tool.offered is None]

    async def run(self, name: str, arguments: str, variables: Mapping[str, Any]) -> str:
        """Run one tool and return its output as text; a failure is told in the output."""
        event_id = str(variables.get("event") or self._default_event() or "")
        programme = await self._programmes.programme(event_id)
        context = ToolContext(
            event_id=event_id,
            clock=self._clocks.of(programme),
            language=None,
            session_id=SESSION_ID,
            programmes=self._programmes,
        )
        outcome = await self._gateway.run(context, call_id=new_call_id(), name=name, arguments=arguments)
        return outcome.output
