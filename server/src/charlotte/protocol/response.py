"""One answer of the model, from `in_progress` to its usage."""

from typing import Any

from charlotte.protocol.base import Frame
from charlotte.protocol.config import Audio, PromptReference, Tool
from charlotte.protocol.items import Item
from charlotte.protocol.usage import Usage


class ResponseRequest(Frame):
    """What `response.create` may override for one response."""

    conversation: str | None = None
    input: tuple[Item, ...] | None = None
    instructions: str | None = None
    output_modalities: tuple[str, ...] | None = None
    audio: Audio | None = None
    tools: tuple[Tool, ...] | None = None
    tool_choice: str | dict[str, Any] | None = None
    max_output_tokens: int | str | None = None
    metadata: dict[str, Any] | None = None
    prompt: PromptReference | None = None
    reasoning: dict[str, Any] | None = None


class StatusDetails(Frame):
    """Why a response ended other than completed."""

    type: str | None = None
    reason: str | None = None
    error: dict[str, Any] | None = None


class Response(Frame):
    """A response as the server shows it."""

    object: str | None = None
    id: str
    status: str  # in_progress | completed | cancelled | incomplete | failed
    status_details: StatusDetails | None = None
    output: tuple[Item, ...] = ()
    conversation_id: str | None = None
    output_modalities: tuple[str, ...] | None = None
    max_output_tokens: int | str | None = None
    audio: Audio | None = None
    usage: Usage | None = None
    metadata: dict[str, Any] | None = None
