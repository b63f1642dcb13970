"""What a tool is: a definition that any model can read, and a function of a context and checked arguments."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from charlotte.clock import Clock
from charlotte.congress.programme import Programme
from charlotte.congress.search.search import Search
from charlotte.errors import BadInput
from charlotte.protocol.config import FunctionTool
from charlotte.tools.cards import View
from charlotte.tools.results import Result


class Programmes(Protocol):
    """Whatever knows the current programme of a congress."""

    async def programme(self, event_id: str) -> Programme:
        """Return the latest version. Raises `NotFound` when there is no such congress."""
        ...


@dataclass(frozen=True)
class ToolContext:
    """On whose behalf a tool runs, and when: from the session, never from the arguments."""

    event_id: str
    clock: Clock
    language: str | None
    """ISO 639-1 of the person's language."""
    session_id: str
    programmes: Programmes

    async def look(self) -> tuple[View, Search]:
        """Return the event's programme as it is now, and the search over it."""
        programme = await self.programmes.programme(self.event_id)
        search = await Search.ready(programme)
        return View(programme, self.clock.now().astimezone(programme.congress.zone)), search


class Arguments(BaseModel):
    """The arguments of one tool; null means not given."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


A = TypeVar("A", bound=Arguments)


@dataclass(frozen=True)
class Tool(Generic[A]):
    """Something that can be done for an attendee."""

    name: str
    description: str
    arguments: type[A]
    function: Callable[[ToolContext, A], Awaitable[Result]]
    question: Callable[[A, str | None], str] | None = None
    """How the attendee is asked first, in their language; a tool that changes anything must have one."""
    offered: Callable[[str], Awaitable[bool]] | None = None
    """Whether an event has what it needs; None = every event has."""

    @property
    def writes(self) -> bool:
        """Whether it changes something, so that only the attendee's yes may run it."""
        return self.question is not None

    def ask(self, arguments: Mapping[str, Any], language: str | None) -> str:
        """Return the question for these arguments. Raises `BadInput` when they do not fit the schema."""
        assert self.question is not None
        return self.question(self._fitting(arguments), language)

    @property
    def parameters(self) -> dict[str, Any]:
        """The JSON schema of the arguments."""
        schema = self.arguments.model_json_schema()
        properties = {name: _plain(field) for name, field in schema.get("properties", {}).items()}
        return {
            "type": "object",
            "properties": properties,
            "required": schema.get("required", []),
            "additionalProperties": False,
        }

    def definition(self) -> FunctionTool:
        """Return the tool as a session configuration carries it."""
        return FunctionTool(type="function", name=self.name, description=self.description, parameters=self.parameters)

    async def run(self, context: ToolContext, arguments: Mapping[str, Any]) -> Result:
        """Check the arguments and do it. Raises `BadInput` when they do not fit the schema."""
        return await self.function(context, self._fitting(arguments))

    def _fitting(self, arguments: Mapping[str, Any]) -> A:
        try:
            return self.arguments.model_validate(arguments)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "arguments"
            raise BadInput(f"{self.name}: {where}: {first['msg']}", param=where) from error


def _plain(field: dict[str, Any]) -> dict[str, Any]:
    """Reduce pydantic's schema of an optional field to what models read best: one type, or that type and null."""
    plain = {key: value for key, value in field.items() if key not in ("title", "default", "anyOf")}
    for option in field.get("anyOf", []):
        plain |= {key: value for key, value in option.items() if option.get("type") != "null"}
    if "anyOf" in field and isinstance(plain.get("type"), str):
        plain["type"] = [plain["type"], "null"]
        if "enum" in plain:
            plain["enum"] = [*plain["enum"], None]
    return plain
