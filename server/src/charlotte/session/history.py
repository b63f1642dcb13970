"""What was said so far, folded from events, and how it is told again to a new call."""

from collections.abc import Callable
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
    ItemRetrieved,
    ItemTruncated,
    OutputItemDone,
)

REPLAYED_ITEMS = 60
"""At most this many of the latest items go into a new call: enough for every follow-up, small enough to be quick."""
CHARACTERS_PER_S = 15
"""An unhurried voice. Of an answer cut short the wire tells how long it sounded, not which words did."""


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
                heard = InputAudio(transcript=event.transcript)
                return self._change(event.item_id, lambda item: _with(item, event.content_index, heard))
            case ItemTruncated(audio_end_ms=0) | ItemDeleted():
                return replace(self, items=tuple(item for item in self.items if _id(item) != event.item_id))
            case ItemTruncated():
                return self._change(event.item_id, lambda item: _cut(item, event.content_index, event.audio_end_ms))
            case ItemRetrieved():
                fresh = event.item
                return self._change(_id(fresh), lambda item: _as_heard(item, fresh))
            case _:
                return self

    def heard(self, item_id: str | None, words: str) -> "History":
        """Return the history in which so much of an answer was heard."""
        return self._change(item_id, lambda item: _with(item, 0, OutputAudio(transcript=words)))

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

    def _change(self, item_id: str | None, change: Callable[[Item], Item]) -> "History":
        return replace(self, items=tuple(change(item) if _id(item) == item_id else item for item in self.items))


def _id(item: Item) -> str | None:
    identity: str | None = getattr(item, "id", None)
    return identity


def _with(item: Item, content_index: int, part: Content) -> Item:
    if not isinstance(item, Message) or content_index >= len(item.content):
        return item
    content = (*item.content[:content_index], part, *item.content[content_index + 1 :])
    return item.model_copy(update={"content": content})


def _cut(item: Item, content_index: int, audio_end_ms: int) -> Item:
    """Shorten the words of an answer to what can have been heard."""
    if not isinstance(item, Message) or content_index >= len(item.content):
        return item
    part = item.content[content_index]
    if not isinstance(part, OutputAudio) or not part.transcript:
        return item
    return _with(item, content_index, OutputAudio(transcript=_beginning(part.transcript, audio_end_ms)))


def _beginning(text: str, sounded_ms: int) -> str:
    """Return the words of `text` that fit into so much sound."""
    most = sounded_ms * CHARACTERS_PER_S // 1000
    if most >= len(text):
        return text
    return text[:most] if text[most].isspace() else text[:most].rpartition(" ")[0]


def _as_heard(known: Item, fresh: Item) -> Item:
    """Believe an upstream that still knows the words of an answer it cut short."""
    if not isinstance(known, Message) or not isinstance(fresh, Message) or known.role != "assistant":
        return known
    says = any(isinstance(part, OutputAudio) and part.transcript is not None for part in fresh.content)
    return fresh if says else known


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
