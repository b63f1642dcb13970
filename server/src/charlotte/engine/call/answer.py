"""The events of one response, in the order the real server sends them; no input or output of its own."""

import secrets
import string
from collections.abc import Mapping
from typing import Any

from charlotte.engine.call.request import Request
from charlotte.protocol.ids import new_call_id, new_id, new_item_id
from charlotte.protocol.items import FunctionCall, Item, Message, OutputAudio, OutputText
from charlotte.protocol.response import Response
from charlotte.protocol.server import (
    ContentPartAdded,
    ContentPartDone,
    FunctionArgumentsDelta,
    FunctionArgumentsDone,
    ItemAdded,
    ItemDone,
    OutputAudioDelta,
    OutputAudioDone,
    OutputItemAdded,
    OutputItemDone,
    OutputTextDelta,
    OutputTextDone,
    OutputTranscriptDelta,
    OutputTranscriptDone,
    Part,
    RateLimit,
    RateLimitsUpdated,
    ResponseCreated,
    ResponseDone,
    ServerEvent,
)
from charlotte.protocol.usage import Usage

_PADDED_TO = 16
_RATE_LIMITS = (RateLimit(name="tokens", limit=1_000_000, remaining=1_000_000, reset_seconds=0.0),)
"""The embedded engine sets no limit of its own; clients still expect the event."""


class Answer:
    """One response as it grows: first `created`, then messages and calls, then `done`."""

    def __init__(self, request: Request, conversation_id: str) -> None:
        self.id = new_id("resp")
        self.request = request
        self.item_id: str | None = None
        """The message now open."""
        self.text = ""
        """Its words so far."""
        self.has_audio = False
        self.output: list[Item] = []
        self._conversation_id = conversation_id if request.in_conversation else None
        self._previous_id: str | None = None

    def created(self) -> ServerEvent:
        """Return the first event."""
        return ResponseCreated(response=self._response("in_progress", None, None))

    def open_message(self, previous_item_id: str | None) -> tuple[Message, list[ServerEvent]]:
        """Begin a message; it enters the conversation at once, still growing."""
        self.item_id, self.text, self.has_audio = new_item_id(), "", False
        item = self._message("in_progress", ())
        events = self._item_added(item, previous_item_id)
        part = Part(type="audio", transcript="") if self.request.spoken else Part(type="text", text="")
        events.append(ContentPartAdded(part=part, **self._where()))
        return item, events

    def words(self, text: str) -> ServerEvent:
        """Return the next words of the open message."""
        self.text += text
        event = OutputTranscriptDelta if self.request.spoken else OutputTextDelta
        return event.model_validate({"delta": text, "obfuscation": padding(text), **self._where()})

    def sound(self, base64_audio: str) -> ServerEvent:
        """Return the next sound of the open message."""
        self.has_audio = True
        return OutputAudioDelta(delta=base64_audio, **self._where())

    def close_message(self, status: str) -> tuple[Message, list[ServerEvent]]:
        """End the open message as `completed` or `incomplete`."""
        where = self._where()
        events: list[ServerEvent] = []
        if self.request.spoken:
            events.append(OutputAudioDone(**where))
            events.append(OutputTranscriptDone(transcript=self.text, **where))
            part = Part(type="audio", transcript=self.text)
            item = self._message(status, (OutputAudio(transcript=self.text),))
        else:
            events.append(OutputTextDone(text=self.text, **where))
            part = Part(type="text", text=self.text)
            item = self._message(status, (OutputText(text=self.text),))
        events.append(ContentPartDone(part=part, **where))
        events += self._item_done(item)
        self.item_id = None
        return item, events

    def call(self, name: str, arguments: str, previous_item_id: str | None) -> tuple[FunctionCall, list[ServerEvent]]:
        """Return a whole function call for the client to run."""
        item_id, call_id = new_item_id(), new_call_id()
        begun = FunctionCall(id=item_id, status="in_progress", name=name, call_id=call_id, arguments="")
        whole = begun.model_copy(update={"status": "completed", "arguments": arguments})
        events = self._item_added(begun, previous_item_id)
        where: dict[str, Any] = {
            "response_id": self.id,
            "item_id": item_id,
            "output_index": len(self.output),
            "call_id": call_id,
        }
        delta = {"delta": arguments, "obfuscation": padding(arguments), **where}
        events.append(FunctionArgumentsDelta.model_validate(delta))
        events.append(FunctionArgumentsDone(name=name, arguments=arguments, **where))
        events += self._item_done(whole)
        return whole, events

    def done(self, status: str, details: Mapping[str, Any] | None, usage: Usage | None) -> list[ServerEvent]:
        """Return the last events."""
        return [
            ResponseDone(response=self._response(status, details, usage)),
            RateLimitsUpdated(rate_limits=_RATE_LIMITS),
        ]

    def _where(self) -> dict[str, Any]:
        return {
            "response_id": self.id,
            "item_id": self.item_id,
            "output_index": len(self.output),
            "content_index": 0,
        }

    def _message(self, status: str, content: tuple[Any, ...]) -> Message:
        return Message(id=self.item_id, status=status, role="assistant", content=content)

    def _item_added(self, item: Item, previous_item_id: str | None) -> list[ServerEvent]:
        self._previous_id = previous_item_id
        events: list[ServerEvent] = [OutputItemAdded(response_id=self.id, output_index=len(self.output), item=item)]
        if self.request.in_conversation:
            events.append(ItemAdded(item=item, previous_item_id=previous_item_id))
        return events

    def _item_done(self, item: Item) -> list[ServerEvent]:
        events: list[ServerEvent] = []
        if self.request.in_conversation:
            events.append(ItemDone(item=item, previous_item_id=self._previous_id))
        events.append(OutputItemDone(response_id=self.id, output_index=len(self.output), item=item))
        self.output.append(item)
        return events

    def _response(self, status: str, details: Mapping[str, Any] | None, usage: Usage | None) -> Response:
        request = self.request
        return Response.model_validate(
            {
                "object": "realtime.response",
                "id": self.id,
                "status": status,
                "status_details": details,
                "output": tuple(self.output),
                "conversation_id": self._conversation_id,
                "output_modalities": ("audio",) if request.spoken else ("text",),
                "max_output_tokens": request.max_output_tokens,
                "audio": request.audio,
                "usage": usage,
                "metadata": request.metadata,
            }
        )


def padding(text: str) -> str:
    """Return noise that hides a delta's length from whoever watches the encrypted line."""
    size = -len(text) % _PADDED_TO
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(size))
