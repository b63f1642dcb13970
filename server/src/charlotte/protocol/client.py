"""The eleven events a client may send."""

from typing import Annotated, Any, Literal, TypeAlias

from charlotte.protocol.base import Frame, OpenUnion
from charlotte.protocol.config import Session
from charlotte.protocol.items import Item
from charlotte.protocol.response import ResponseRequest


class ClientEvent(Frame):
    """Something a client asks for; `event_id` is the client's own and comes back in an `error`."""

    event_id: str | None = None


class SessionUpdate(ClientEvent):
    """Change the configuration: only the fields present are merged."""

    type: Literal["session.update"] = "session.update"
    session: Session


class InputAudioAppend(ClientEvent):
    """Add base64 audio, in the session's input format, to the input buffer."""

    type: Literal["input_audio_buffer.append"] = "input_audio_buffer.append"
    audio: str


class InputAudioCommit(ClientEvent):
    """Make the input buffer a user item; does not ask for a response."""

    type: Literal["input_audio_buffer.commit"] = "input_audio_buffer.commit"


class InputAudioClear(ClientEvent):
    """Forget the input buffer."""

    type: Literal["input_audio_buffer.clear"] = "input_audio_buffer.clear"


class ItemCreate(ClientEvent):
    """Add an item after `previous_item_id` (`root` = first, absent = last)."""

    type: Literal["conversation.item.create"] = "conversation.item.create"
    previous_item_id: str | None = None
    item: Item


class ItemRetrieve(ClientEvent):
    """Ask for an item as the server holds it."""

    type: Literal["conversation.item.retrieve"] = "conversation.item.retrieve"
    item_id: str


class ItemTruncate(ClientEvent):
    """Cut an assistant's speech to what was heard."""

    type: Literal["conversation.item.truncate"] = "conversation.item.truncate"
    item_id: str
    content_index: int
    audio_end_ms: int


class ItemDelete(ClientEvent):
    """Remove an item."""

    type: Literal["conversation.item.delete"] = "conversation.item.delete"
    item_id: str


class ResponseCreate(ClientEvent):
    """Ask for a response."""

    type: Literal["response.create"] = "response.create"
    response: ResponseRequest | None = None


class ResponseCancel(ClientEvent):
    """Stop the response under way, or the one named."""

    type: Literal["response.cancel"] = "response.cancel"
    response_id: str | None = None


class OutputAudioClear(ClientEvent):
    """Fall silent at once (WebRTC and SIP, also on a sideband)."""

    type: Literal["output_audio_buffer.clear"] = "output_audio_buffer.clear"


class UnknownClientEvent(ClientEvent):
    """An event this version does not know."""

    type: Any = None


AnyClientEvent: TypeAlias = Annotated[
    SessionUpdate
    | InputAudioAppend
    | InputAudioCommit
    | InputAudioClear
    | ItemCreate
    | ItemRetrieve
    | ItemTruncate
    | ItemDelete
    | ResponseCreate
    | ResponseCancel
    | OutputAudioClear
    | UnknownClientEvent,
    OpenUnion(),
]
