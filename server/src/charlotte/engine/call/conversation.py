"""The conversation: ordered items that are added, looked up, cut and removed."""

from dataclasses import dataclass, replace

from charlotte.engine.call.refusal import Refused
from charlotte.protocol.ids import new_item_id
from charlotte.protocol.items import FunctionCall, FunctionCallOutput, InputAudio, InputText, Item, Message, OutputAudio

ROOT = "root"
"""As `previous_item_id`: before everything."""
MAX_ITEMS = 1_000
"""The oldest are forgotten beyond this many."""
MAX_USER_TEXT = 4_000
"""Characters of one message of the user, some four minutes of speech; understanding more would hold up other calls."""


@dataclass(frozen=True)
class Conversation:
    """Items in order, each with an id of its own."""

    items: tuple[Item, ...] = ()

    def __contains__(self, item_id: str) -> bool:
        return any(item.id == item_id for item in self.items)

    @property
    def last_id(self) -> str | None:
        """The id of the newest item, None when there is none."""
        return self.items[-1].id if self.items else None

    def item(self, item_id: str, doing: str = "retriev") -> Item:
        """Return one item. Raises `Refused`, saying what was being done ("retriev", "delet", "truncat")."""
        for item in self.items:
            if item.id == item_id:
                return item
        message = f"Error {doing}ing item: the item with id '{item_id}' does not exist."
        raise Refused(message, wire_code=f"item_{doing}e_invalid_item_id", param="item_id")

    def previous_id(self, item_id: str) -> str | None:
        """Return the id of the item before `item_id`, None for the first."""
        before: str | None = None
        for item in self.items:
            if item.id == item_id:
                return before
            before = item.id
        return before

    def add(self, item: Item, previous_item_id: str | None = None) -> "Conversation":
        """Return the conversation with `item` after `previous_item_id` (None = last, `root` = first)."""
        if item.id is not None and item.id in self:
            message = f"Error adding item: an item with id '{item.id}' already exists."
            raise Refused(message, wire_code="item_create_duplicate_item_id", param="item.id")
        place = self._place(previous_item_id)
        items = (*self.items[:place], item, *self.items[place:])
        return replace(self, items=items[-MAX_ITEMS:])

    def put(self, item: Item) -> "Conversation":
        """Return the conversation with the item of the same id replaced; unchanged if it has been removed."""
        return replace(self, items=tuple(item if old.id == item.id else old for old in self.items))

    def delete(self, item_id: str) -> "Conversation":
        """Return the conversation without one item."""
        gone = self.item(item_id, "delet")
        return replace(self, items=tuple(item for item in self.items if item is not gone))

    def truncate(self, item_id: str, content_index: int, heard: str) -> "Conversation":
        """Return the conversation with an assistant's speech cut to the words that were `heard`."""
        item, part = self.spoken_part(item_id, content_index)
        content = list(item.content)
        content[content_index] = part.model_copy(update={"transcript": heard})
        return self.put(item.model_copy(update={"content": tuple(content)}))

    def spoken_part(self, item_id: str, content_index: int) -> tuple[Message, OutputAudio]:
        """Return an assistant's item and its part of speech. Raises `Refused` when it is not speech."""
        item = self.item(item_id, "truncat")
        if isinstance(item, Message) and item.role == "assistant" and 0 <= content_index < len(item.content):
            part = item.content[content_index]
            if isinstance(part, OutputAudio):
                return item, part
        raise Refused("Only model output audio messages can be truncated", wire_code=None, param="item_id")

    def _place(self, previous_item_id: str | None) -> int:
        if previous_item_id is None:
            return len(self.items)
        if previous_item_id == ROOT:
            return 0
        for number, item in enumerate(self.items):
            if item.id == previous_item_id:
                return number + 1
        message = f"Error adding item: the previous item with id '{previous_item_id}' does not exist."
        raise Refused(message, wire_code="item_create_invalid_previous_item_id", param="previous_item_id")


def accepted(item: Item) -> Item:
    """Return an item a client sent as the conversation keeps it: with an id and, for messages, a status.

    Raises `Refused` for items a client may not create.
    """
    if isinstance(item, Message):
        _check_message(item)
        keep: dict[str, object] = {"id": item.id or new_item_id(), "type": "message", "status": "completed"}
        return Message.model_validate(keep | {"role": item.role, "content": [_part(part) for part in item.content]})
    if isinstance(item, FunctionCall | FunctionCallOutput):
        return item.model_validate(
            {"id": item.id or new_item_id()} | {k: v for k, v in item.wire().items() if v is not None}
        )
    kind = getattr(item, "type", None)
    raise Refused(
        f"Invalid value: {kind!r}. Supported values are: 'message', 'function_call', and 'function_call_output'.",
        wire_code="invalid_value",
        param="item.type",
    )


_PARTS = {
    "user": ("input_text", "input_audio", "input_image"),
    "assistant": ("output_text",),
    "system": ("input_text",),
}


def _check_message(item: Message) -> None:
    if item.role not in _PARTS:
        supported = "Supported values are: 'user', 'assistant', and 'system'."
        raise Refused(f"Invalid value: {item.role!r}. {supported}", wire_code="invalid_value", param="item.role")
    length = sum(len(part.text) for part in item.content if isinstance(part, InputText))
    if item.role == "user" and length > MAX_USER_TEXT:
        message = f"The text is too long: {length} characters, at most {MAX_USER_TEXT}. Ask something shorter."
        raise Refused(message, wire_code="string_above_max_length", param="item.content")
    for number, part in enumerate(item.content):
        if part.type not in _PARTS[item.role]:
            listed = ", ".join(f"'{name}'" for name in _PARTS[item.role])
            raise Refused(
                f"Invalid value: {part.type!r}. Supported values are: {listed}.",
                wire_code="invalid_value",
                param=f"item.content[{number}].type",
            )
        if part.type == "output_text" and getattr(part, "text", None) is None:
            where = f"item.content[{number}].text"
            raise Refused(
                f"Missing required parameter: '{where}'.", wire_code="missing_required_parameter", param=where
            )


def _part(part: object) -> object:
    if isinstance(part, InputAudio):
        # The key must be there even when null: one SDK dies of a user's audio part without it.
        return InputAudio(transcript=part.transcript)
    return part
