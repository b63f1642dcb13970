"""The events a server sends."""

from typing import Annotated, Any, Literal, TypeAlias

from charlotte.protocol.base import OpenUnion
from charlotte.protocol.config import Session
from charlotte.protocol.items import Item
from charlotte.protocol.mcp_events import (
    McpArgumentsDelta,
    McpArgumentsDone,
    McpCallCompleted,
    McpCallFailed,
    McpCallInProgress,
    McpListCompleted,
    McpListFailed,
    McpListInProgress,
)
from charlotte.protocol.response_events import (
    ContentPartAdded,
    ContentPartDone,
    FunctionArgumentsDelta,
    FunctionArgumentsDone,
    OutputAudioDelta,
    OutputAudioDone,
    OutputItemAdded,
    OutputItemDone,
    OutputTextDelta,
    OutputTextDone,
    OutputTranscriptDelta,
    OutputTranscriptDone,
    ResponseCreated,
    ResponseDone,
)
from charlotte.protocol.server_event import ErrorDetails, Part, RateLimit, ServerEvent
from charlotte.protocol.usage import TranscriptionUsage

__all__ = [
    "AnyServerEvent",
    "ContentPartAdded",
    "ContentPartDone",
    "ConversationCreated",
    "DtmfReceived",
    "ErrorDetails",
    "ErrorRaised",
    "FunctionArgumentsDelta",
    "FunctionArgumentsDone",
    "InputAudioCleared",
    "InputAudioCommitted",
    "InputTimeoutTriggered",
    "InputTranscriptCompleted",
    "InputTranscriptDelta",
    "InputTranscriptFailed",
    "InputTranscriptSegment",
    "ItemAdded",
    "ItemDeleted",
    "ItemDone",
    "ItemRetrieved",
    "ItemTruncated",
    "McpArgumentsDelta",
    "McpArgumentsDone",
    "McpCallCompleted",
    "McpCallFailed",
    "McpCallInProgress",
    "McpListCompleted",
    "McpListFailed",
    "McpListInProgress",
    "OutputAudioDelta",
    "OutputAudioDone",
    "OutputItemAdded",
    "OutputItemDone",
    "OutputTextDelta",
    "OutputTextDone",
    "OutputTranscriptDelta",
    "OutputTranscriptDone",
    "Part",
    "PlaybackCleared",
    "PlaybackStarted",
    "PlaybackStopped",
    "RateLimit",
    "RateLimitsUpdated",
    "ResponseCreated",
    "ResponseDone",
    "ServerEvent",
    "SessionCreated",
    "SessionUpdated",
    "SpeechStarted",
    "SpeechStopped",
    "UnknownEvent",
]


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
