"""Tokens and seconds, as the provider counts them."""

from charlotte.protocol.base import Frame


class CachedTokens(Frame):
    """Input tokens served from the provider's cache."""

    text_tokens: int | None = None
    audio_tokens: int | None = None
    image_tokens: int | None = None


class InputTokens(Frame):
    """Input tokens by kind."""

    text_tokens: int | None = None
    audio_tokens: int | None = None
    image_tokens: int | None = None
    cached_tokens: int | None = None
    cached_tokens_details: CachedTokens | None = None


class OutputTokens(Frame):
    """Output tokens by kind."""

    text_tokens: int | None = None
    audio_tokens: int | None = None


class Usage(Frame):
    """Usage of one response."""

    total_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    input_token_details: InputTokens | None = None
    output_token_details: OutputTokens | None = None


class TranscriptionUsage(Frame):
    """Usage of one transcription: `tokens`, or `duration` in seconds."""

    type: str
    seconds: float | None = None
    total_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    input_token_details: InputTokens | None = None
