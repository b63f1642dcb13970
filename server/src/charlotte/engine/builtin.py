"""The port for tools the engine runs by itself when the caller declared none."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from charlotte.protocol.config import FunctionTool


class BuiltinTools(Protocol):
    """Charlotte's own tools, invisible on the wire."""

    @property
    def tools(self) -> Sequence[FunctionTool]:
        """What may be called."""
        ...

    async def run(self, name: str, arguments: str, variables: Mapping[str, Any]) -> str:
        """Run one tool on JSON `arguments` and return its output as text; a failure is told in the output.

        `variables` are the prompt's; `event` names the congress.
        """
        ...
