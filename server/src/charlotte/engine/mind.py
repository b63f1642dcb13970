"""The port for whatever decides what to say."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from charlotte.protocol.config import FunctionTool
from charlotte.protocol.items import Item


@dataclass(frozen=True)
class Prompt:
    """All that a mind sees when it is asked to respond; it holds no state of its own between responses."""

    items: tuple[Item, ...]
    """The conversation so far, oldest first; spoken user items carry their transcript."""
    instructions: str = ""
    tools: tuple[FunctionTool, ...] = ()
    tool_choice: str | Mapping[str, Any] = "auto"
    language: str | None = None
    """ISO 639-1 of the person's language as set or heard; None = find out from the words."""
    spoken: bool = False
    """True when the answer will be heard, so it should be short."""
    variables: Mapping[str, Any] = field(default_factory=dict)
    """`session.prompt.variables`; `event` names the congress."""


@dataclass(frozen=True)
class Say:
    """A clause of the answer; it is spoken or streamed as soon as it is yielded. Clauses join without separator."""

    text: str
    language: str
    """ISO 639-1 of this clause."""


@dataclass(frozen=True)
class Call:
    """A tool the mind wants run; `arguments` is JSON text."""

    name: str
    arguments: str


class Mind(Protocol):
    """Whatever answers: the dialogue without an LLM, a chat model, or a script in a test."""

    def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        """Yield the answer. A `Call` ends it, so it is the last: its output arrives as an item of the next prompt."""
        ...
