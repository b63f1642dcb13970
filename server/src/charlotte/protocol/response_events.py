"""The events of a response, from its start to its last word."""

from typing import Literal

from charlotte.protocol.items import Item
from charlotte.protocol.response import Response
from charlotte.protocol.server_event import Part, ServerEvent


class ResponseCreated(ServerEvent):
    """A response has begun."""

    type: Literal["response.created"] = "response.created"
    response: Response


class ResponseDone(ServerEvent):
    """A response has ended, in whatever way."""

    type: Literal["response.done"] = "response.done"
    response: Response


class OutputItemAdded(ServerEvent):
    """The response began an item."""

    type: Literal["response.output_item.added"] = "response.output_item.added"
    response_id: str
    output_index: int
    item: Item


class OutputItemDone(ServerEvent):
    """The response finished an item."""

    type: Literal["response.output_item.done"] = "response.output_item.done"
    response_id: str
    output_index: int
    item: Item


class ContentPartAdded(ServerEvent):
    """An item began a part."""

    type: Literal["response.content_part.added"] = "response.content_part.added"
    response_id: str
    item_id: str
    output_index: int
    content_index: int
    part: Part


class ContentPartDone(ServerEvent):
    """An item finished a part."""

    type: Literal["response.content_part.done"] = "response.content_part.done"
    response_id: str
    item_id: str
    output_index: int
    content_index: int
    part: Part


class OutputTextDelta(ServerEvent):
    """Written words of the answer."""

    type: Literal["response.output_text.delta"] = "response.output_text.delta"
    response_id: str
    item_id: str
    output_index: int
    content_index: int
    delta: str


class OutputTextDone(ServerEvent):
    """The whole written text of a part."""

    type: Literal["response.output_text.done"] = "response.output_text.done"
    response_id: str
    item_id: str
    output_index: int
    content_index: int
    text: str


class OutputTranscriptDelta(ServerEvent):
    """Spoken words of the answer."""

    type: Literal["response.output_audio_transcript.delta"] = "response.output_audio_transcript.delta"
    response_id: str
    item_id: str
    output_index: int
    content_index: int
    delta: str


class OutputTranscriptDone(ServerEvent):
    """The whole spoken text of a part."""

    type: Literal["response.output_audio_transcript.done"] = "response.output_audio_transcript.done"
    response_id: str
    item_id: str
    output_index: int
    content_index: int
    transcript: str


class OutputAudioDelta(ServerEvent):
    """Base64 audio of the answer (WebSocket only)."""

    type: Literal["response.output_audio.delta"] = "response.output_audio.delta"
    response_id: str
    item_id: str
    output_index: int
    content_index: int
    delta: str


class OutputAudioDone(ServerEvent):
    """All audio of a part was sent."""

    type: Literal["response.output_audio.done"] = "response.output_audio.done"
    response_id: str
    item_id: str
    output_index: int
    content_index: int


class FunctionArgumentsDelta(ServerEvent):
    """A piece of a tool call's arguments."""

    type: Literal["response.function_call_arguments.delta"] = "response.function_call_arguments.delta"
    response_id: str
    item_id: str
    output_index: int
    call_id: str
    delta: str


class FunctionArgumentsDone(ServerEvent):
    """A tool call's arguments are complete."""

    type: Literal["response.function_call_arguments.done"] = "response.function_call_arguments.done"
    response_id: str
    item_id: str
    output_index: int
    call_id: str
    name: str | None = None
    arguments: str
