"""How the engine counts tokens: an estimate for text, the provider's documented rate for audio."""

import math
import re
from collections.abc import Iterable, Mapping

import orjson

from charlotte.protocol.items import (
    FunctionCall,
    FunctionCallOutput,
    InputAudio,
    InputText,
    Item,
    Message,
    OutputAudio,
    OutputText,
)
from charlotte.protocol.usage import CachedTokens, InputTokens, OutputTokens, Usage

USER_AUDIO_MS = 100
"""One token of the user's audio."""
ASSISTANT_AUDIO_MS = 50
"""One token of the assistant's audio."""
_PIECE = re.compile(r"\w{1,5}|[^\w\s]")
"""A text token is taken as up to five letters of a word, or one sign: within a fifth of common tokenizers for
European languages, and the same on every machine."""


def text_tokens(text: str) -> int:
    """Return an estimate of the tokens in `text`."""
    return len(_PIECE.findall(text))


def user_audio_tokens(duration_ms: float) -> int:
    """Return the tokens of the user's audio."""
    return math.ceil(duration_ms / USER_AUDIO_MS)


def assistant_audio_tokens(duration_ms: float) -> int:
    """Return the tokens of the assistant's audio."""
    return math.ceil(duration_ms / ASSISTANT_AUDIO_MS)


def context_tokens(items: Iterable[Item], overhead: Iterable[object], audio_ms: Mapping[str, float]) -> InputTokens:
    """Return the input of one response: the conversation, plus instructions and tools as `overhead`.

    `audio_ms` is the length of each item's audio, by item id.
    """
    text = sum(text_tokens(o if isinstance(o, str) else orjson.dumps(o).decode()) for o in overhead)
    audio = 0
    for item in items:
        spoken, written = _item_tokens(item, audio_ms)
        audio += spoken
        text += written
    return InputTokens(
        text_tokens=text,
        audio_tokens=audio,
        image_tokens=0,
        cached_tokens=0,
        cached_tokens_details=CachedTokens(text_tokens=0, audio_tokens=0, image_tokens=0),
    )


def usage(context: InputTokens, output_text: int, output_audio: int) -> Usage:
    """Return the usage of one response."""
    input_tokens = (context.text_tokens or 0) + (context.audio_tokens or 0)
    output_tokens = output_text + output_audio
    return Usage(
        total_tokens=input_tokens + output_tokens,
        input_tokens=input_tokens,
        output_tokens=output_tokens,
        input_token_details=context,
        output_token_details=OutputTokens(text_tokens=output_text, audio_tokens=output_audio),
    )


def _item_tokens(item: Item, audio_ms: Mapping[str, float]) -> tuple[int, int]:
    if isinstance(item, FunctionCall):
        return 0, text_tokens(item.name) + text_tokens(item.arguments)
    if isinstance(item, FunctionCallOutput):
        return 0, text_tokens(item.output)
    if not isinstance(item, Message):
        return 0, 0
    audio = text = 0
    for part in item.content:
        if isinstance(part, InputAudio):
            audio += user_audio_tokens(audio_ms.get(item.id or "", 0.0))
        elif isinstance(part, OutputAudio):
            audio += assistant_audio_tokens(audio_ms.get(item.id or "", 0.0))
            text += text_tokens(part.transcript or "")
        elif isinstance(part, InputText | OutputText):
            text += text_tokens(part.text or "")
    return audio, text


def clip(text: str, limit: int) -> str:
    """Return the beginning of `text` that counts at most `limit` tokens."""
    pieces = list(_PIECE.finditer(text))
    return text if len(pieces) <= limit else text[: pieces[limit - 1].end()] if limit > 0 else ""
