"""An item as `conversation.item.retrieve` shows it: with its sound, where that is wanted and still kept."""

import base64

from charlotte.protocol.items import InputAudio, Item, Message, OutputAudio


def with_sound(item: Item, recording: bytes | bytearray | None) -> Item:
    """Return `item` with `recording` (s16le mono 24 kHz) in its first audible part."""
    if not recording or not isinstance(item, Message):
        return item
    content = list(item.content)
    for number, part in enumerate(content):
        if isinstance(part, InputAudio | OutputAudio):
            content[number] = part.model_copy(update={"audio": base64.b64encode(recording).decode()})
            return item.model_copy(update={"content": tuple(content)})
    return item
