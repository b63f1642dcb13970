"""Sound inside items: given by `conversation.item.create`, shown by `conversation.item.retrieve`."""

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


def sound_without_words(item: Item) -> str | None:
    """Return the base64 sound of a user's item that came without its transcript."""
    if isinstance(item, Message) and item.role == "user":
        for part in item.content:
            if isinstance(part, InputAudio) and part.audio and not part.transcript:
                return part.audio
    return None
