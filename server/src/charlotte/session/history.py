"""What was said so far, folded from events, and how it is told again to a new call."""

from dataclasses import dataclass, replace

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ItemCreate
from charlotte.protocol.items import (
    Content,
    FunctionCall,
    FunctionCallOutput,
    InputAudio,
    InputText,
    Item,
    Message,
    OutputAudio,
    OutputText,
)
from charlotte.protocol.server import (
    InputTranscriptCompleted,
    ItemAdded,
    ItemDeleted,
    ItemDone,
    ItemTruncated,
    OutputItemDone,
)

REPLAYED_ITEMS = 60
"""At most this many of the latest items go into a new call: enough for every follow-up, small enough to be quick."""


@dataclass(frozen=True)
class History:
    """The items of a conversation, oldest first."""

    items: tuple[Item, ...] = ()

    def apply(self, event: Frame) -> "History":
        """Return the history after an event."""
        match event:
            case ItemAdded() | ItemDone():
                return self._place(event.item, event.previous_item_id)
            case OutputItemDone():
                return self._place(event.item, None)
            case InputTranscriptCompleted():
                return self._transcribe(event.item_id, event.content_index, event.transcript)
            case ItemTruncated(audio_end_ms=0) | ItemDeleted():
                return replace(self, items=tuple(item for item in self.items if _id(item) != event.item_id))
            case _:
                return self

    def replay(self, limit: int = REPLAYED_ITEMS) -> tuple[ItemCreate, ...]:
        """Return the events that tell a new call what was said, in text only, oldest first.

        Each names its predecessor, so that a visitor who speaks meanwhile comes after it all.
        """
        answered = {item.call_id for item in self.items if isinstance(item, FunctionCallOutput)}
        called = {item.call_id for item in self.items if isinstance(item, FunctionCall)}
        told = [item for item in map(_as_text, self.items) if item is not None and _whole(item, answered, called)]
        told = told[-limit:]
        while told and isinstance(told[0], FunctionCall | FunctionCallOutput):
            del told[0]
        previous, events = "root", []
        for item in told:
            events.append(ItemCreate(previous_item_id=previous, item=item))
            previous = _id(item) or previous
        return tuple(events)

    def _place(self, item: Item, previous_id: str | None) -> "History":
        identity = _id(item)
        if identity is None:
            return self
        ids = [_id(known) for known in self.items]
        if identity in ids:
            index = ids.index(identity)
            item = _keep_transcript(self.items[index], item)
            return replace(self, items=(*self.items[:index], item, *self.items[index + 1 :]))
        index = ids.index(previous_id) + 1 if previous_id in ids else len(ids)
        return replace(self, items=(*self.items[:index], item, *self.items[index:]))

    def _transcribe(self, item_id: str, content_index: int, transcript: str) -> "History":
        def heard(item: Item) -> Item:
            if not isinstance(item, Message) or item.id != item_id or content_index >= len(item.content):
                return item
            content = list(item.content)
            content[content_index] = InputAudio(transcript=transcript)
            return item.model_copy(update={"content": tuple(content)})

        return replace(self, items=tuple(heard(item) for item in self.items))


def _id(item: Item) -> str | None:
    identity: str | None = getattr(item, "id", None)
    return identity


def _keep_transcript(known: Item, fresh: Item) -> Item:
    """A later copy of a user's item may not carry the transcript that came before it."""
    if not isinstance(known, Message) or not isinstance(fresh, Message):
        return fresh
    content = [
        old if isinstance(new, InputAudio) and isinstance(old, InputAudio) and not new.transcript else new
        for old, new in zip(known.content, fresh.content, strict=False)
    ]
    return fresh.model_copy(update={"content": (*content, *fresh.content[len(content) :])})


def _whole(item: Item, answered: set[str], called: set[str | None]) -> bool:
    if isinstance(item, FunctionCall):
        return item.call_id in answered
    if isinstance(item, FunctionCallOutput):
        return item.call_id in called
    return True


def _as_text(item: Item) -> Item | None:
    match item:
        case Message():
            content = tuple(part for part in (_text_part(item.role, part) for part in item.content) if part)
            return Message(id=item.id, role=item.role, content=content) if content and item.id else None
        case FunctionCall(call_id=str()) if item.id:
            return FunctionCall(id=item.id, name=item.name, call_id=item.call_id, arguments=item.arguments)
        case FunctionCallOutput() if item.id:
            return FunctionCallOutput(id=item.id, call_id=item.call_id, output=item.output)
        case _:
            return None


def _text_part(role: str, part: Content) -> Content | None:
    match part:
        case InputText() | OutputText():
            text = part.text
        case InputAudio() | OutputAudio():
            text = part.transcript
        case _:
            return None
    if not text:
        return None
    return OutputText(text=text) if role == "assistant" else InputText(text=text)
