"""The events a server sends."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from charlotte.protocol.base import Frame, OpenUnion
from charlotte.protocol.config import Session
from charlotte.protocol.ids import new_event_id
from charlotte.protocol.items import Item
from charlotte.protocol.response import Response
from charlotte.protocol.usage import TranscriptionUsage


class ServerEvent(Frame):
    """Something a server tells; `event_id` is its own."""

    event_id: str = Field(default_factory=new_event_id)

    @classmethod
    def constant_fields(cls) -> frozenset[str]:
        """`event_id` is always written."""
        return super().constant_fields() | {"event_id"}


class ErrorDetails(Frame):
    """What went wrong; `event_id` is the client event at fault."""

    type: str | None = None
    code: str | None = None
    message: str | None = None
    param: str | None = None
    event_id: str | None = None

    @classmethod
    def constant_fields(cls) -> frozenset[str]:
        """An error names only what it knows."""
        return frozenset()


class Part(Frame):
    """A part of an assistant's item: `text` with `text`, or `audio` with `transcript`."""

    type: str | None = None
    text: str | None = None
    transcript: str | None = None


class RateLimit(Frame):
    """One limit of the provider."""

    name: str
    limit: int
    remaining: int
    reset_seconds: float


class SessionCreated(ServerEvent):
    """A call is open."""

    type: Literal["session.created"] = "session.created"
    session: Session


class SessionUpdated(ServerEvent):
    """The configuration now in force, in full."""

    type: Literal["session.updated"] = "session.updated"
    session: Session


class ErrorRaised(ServerEvent):
    """Something asked for could not be done; the session goes on."""

    type: Literal["error"] = "error"
    error: ErrorDetails


class ConversationCreated(ServerEvent):
    """A conversation exists (not seen from the GA server)."""

    type: Literal["conversation.created"] = "conversation.created"
    conversation: dict[str, Any]


class ItemAdded(ServerEvent):
    """An item entered the conversation, perhaps still growing."""

    type: Literal["conversation.item.added"] = "conversation.item.added"
    item: Item
    previous_item_id: str | None = None


class ItemDone(ServerEvent):
    """An item is complete."""

    type: Literal["conversation.item.done"] = "conversation.item.done"
    item: Item
    previous_item_id: str | None = None


class ItemRetrieved(ServerEvent):
    """The item asked for."""

    type: Literal["conversation.item.retrieved"] = "conversation.item.retrieved"
    item: Item


class ItemDeleted(ServerEvent):
    """An item was removed."""

    type: Literal["conversation.item.deleted"] = "conversation.item.deleted"
    item_id: str


class ItemTruncated(ServerEvent):
    """An assistant's speech was cut to what was heard."""

    type: Literal["conversation.item.truncated"] = "conversation.item.truncated"
    item_id: str
    content_index: int
    audio_end_ms: int


class InputTranscriptDelta(ServerEvent):
    """A piece of what the user said."""

    type: Literal["conversation.item.input_audio_transcription.delta"] = (
        "conversation.item.input_audio_transcription.delta"
    )
    item_id: str
    content_index: int | None = None
    delta: str | None = None


class InputTranscriptCompleted(ServerEvent):
    """What the user said."""

    type: Literal["conversation.item.input_audio_transcription.completed"] = (
        "conversation.item.input_audio_transcription.completed"
    )
    item_id: str
    content_index: int
    transcript: str
    usage: TranscriptionUsage | None = None


class InputTranscriptFailed(ServerEvent):
    """The user's speech could not be read."""

    type: Literal["conversation.item.input_audio_transcription.failed"] = (
        "conversation.item.input_audio_transcription.failed"
    )
    item_id: str
    content_index: int
    error: ErrorDetails


class InputTranscriptSegment(ServerEvent):
    """A piece of what one of several speakers said."""

    type: Literal["conversation.item.input_audio_transcription.segment"] = (
        "conversation.item.input_audio_transcription.segment"
    )
    item_id: str
    content_index: int
    text: str


class SpeechStarted(ServerEvent):
    """The user began to speak, in the opinion of voice detection."""

    type: Literal["input_audio_buffer.speech_started"] = "input_audio_buffer.speech_started"
    item_id: str
    audio_start_ms: int


class SpeechStopped(ServerEvent):
    """The user stopped speaking, in the opinion of voice detection."""

    type: Literal["input_audio_buffer.speech_stopped"] = "input_audio_buffer.speech_stopped"
    item_id: str
    audio_end_ms: int


class InputAudioCommitted(ServerEvent):
    """The input buffer became a user item."""

    type: Literal["input_audio_buffer.committed"] = "input_audio_buffer.committed"
    item_id: str
    previous_item_id: str | None = None


class InputAudioCleared(ServerEvent):
    """The input buffer was forgotten."""

    type: Literal["input_audio_buffer.cleared"] = "input_audio_buffer.cleared"


class InputTimeoutTriggered(ServerEvent):
    """Nobody spoke for `idle_timeout_ms`."""

    type: Literal["input_audio_buffer.timeout_triggered"] = "input_audio_buffer.timeout_triggered"
    item_id: str
    audio_start_ms: int
    audio_end_ms: int


class DtmfReceived(ServerEvent):
    """A key was pressed on a telephone."""

    type: Literal["input_audio_buffer.dtmf_event_received"] = "input_audio_buffer.dtmf_event_received"
    event: str
    received_at: int


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


class McpListInProgress(ServerEvent):
    """The provider asks an MCP server for its tools."""

    type: Literal["mcp_list_tools.in_progress"] = "mcp_list_tools.in_progress"
    item_id: str


class McpListCompleted(ServerEvent):
    """The MCP server's tools are known."""

    type: Literal["mcp_list_tools.completed"] = "mcp_list_tools.completed"
    item_id: str


class McpListFailed(ServerEvent):
    """The MCP server did not answer."""

    type: Literal["mcp_list_tools.failed"] = "mcp_list_tools.failed"
    item_id: str


class McpArgumentsDelta(ServerEvent):
    """A piece of an MCP call's arguments."""

    type: Literal["response.mcp_call_arguments.delta"] = "response.mcp_call_arguments.delta"
    response_id: str
    item_id: str
    output_index: int
    delta: str


class McpArgumentsDone(ServerEvent):
    """An MCP call's arguments are complete."""

    type: Literal["response.mcp_call_arguments.done"] = "response.mcp_call_arguments.done"
    response_id: str
    item_id: str
    output_index: int
    arguments: str


class McpCallInProgress(ServerEvent):
    """The provider runs an MCP tool."""

    type: Literal["response.mcp_call.in_progress"] = "response.mcp_call.in_progress"
    item_id: str
    output_index: int


class McpCallCompleted(ServerEvent):
    """An MCP tool answered."""

    type: Literal["response.mcp_call.completed"] = "response.mcp_call.completed"
    item_id: str
    output_index: int


class McpCallFailed(ServerEvent):
    """An MCP tool failed."""

    type: Literal["response.mcp_call.failed"] = "response.mcp_call.failed"
    item_id: str
    output_index: int


class PlaybackStarted(ServerEvent):
    """The answer began to sound (WebRTC and SIP)."""

    type: Literal["output_audio_buffer.started"] = "output_audio_buffer.started"
    response_id: str


class PlaybackStopped(ServerEvent):
    """The answer has been played to its end."""

    type: Literal["output_audio_buffer.stopped"] = "output_audio_buffer.stopped"
    response_id: str


class PlaybackCleared(ServerEvent):
    """The answer was cut short."""

    type: Literal["output_audio_buffer.cleared"] = "output_audio_buffer.cleared"
    response_id: str


class RateLimitsUpdated(ServerEvent):
    """What the provider still allows."""

    type: Literal["rate_limits.updated"] = "rate_limits.updated"
    rate_limits: tuple[RateLimit, ...]


class UnknownEvent(ServerEvent):
    """An event this version does not know; it is passed on as it came."""

    type: str | None = None


AnyServerEvent: TypeAlias = Annotated[
    SessionCreated
    | SessionUpdated
    | ErrorRaised
    | ConversationCreated
    | ItemAdded
    | ItemDone
    | ItemRetrieved
    | ItemDeleted
    | ItemTruncated
    | InputTranscriptDelta
    | InputTranscriptCompleted
    | InputTranscriptFailed
    | InputTranscriptSegment
    | SpeechStarted
    | SpeechStopped
    | InputAudioCommitted
    | InputAudioCleared
    | InputTimeoutTriggered
    | DtmfReceived
    | ResponseCreated
    | ResponseDone
    | OutputItemAdded
    | OutputItemDone
    | ContentPartAdded
    | ContentPartDone
    | OutputTextDelta
    | OutputTextDone
    | OutputTranscriptDelta
    | OutputTranscriptDone
    | OutputAudioDelta
    | OutputAudioDone
    | FunctionArgumentsDelta
    | FunctionArgumentsDone
    | McpListInProgress
    | McpListCompleted
    | McpListFailed
    | McpArgumentsDelta
    | McpArgumentsDone
    | McpCallInProgress
    | McpCallCompleted
    | McpCallFailed
    | PlaybackStarted
    | PlaybackStopped
    | PlaybackCleared
    | RateLimitsUpdated
    | UnknownEvent,
    OpenUnion(),
]
