"""What one event costs, from the prices and what the provider says was used: pure.

Where a provider says less than the prices need to know, the dearer reading counts.
"""

from dataclasses import dataclass
from decimal import Decimal

from charlotte.ledger.money import nano
from charlotte.ledger.prices import Rates
from charlotte.protocol.usage import InputTokens, OutputTokens, TranscriptionUsage, Usage

MILLION = Decimal(1_000_000)
HOUR_S = Decimal(3600)
ZERO = Decimal(0)


@dataclass(frozen=True)
class Tokens:
    """Tokens by kind, each counted once: what was cached is not in what was not."""

    text_in: int = 0
    text_cached: int = 0
    text_out: int = 0
    audio_in: int = 0
    audio_cached: int = 0
    audio_out: int = 0
    image_in: int = 0
    image_cached: int = 0
    unknown_in: int = 0
    """In the total, but in none of the kinds."""
    unknown_out: int = 0

    @property
    def cached(self) -> int:
        """How many were read from the provider's cache."""
        return self.text_cached + self.audio_cached + self.image_cached

    @property
    def read(self) -> int:
        """How many were read, cached or not."""
        return self.text_in + self.audio_in + self.image_in + self.unknown_in + self.cached

    @property
    def said(self) -> int:
        """How many were written or spoken."""
        return self.text_out + self.audio_out + self.unknown_out


def tokens_of(usage: Usage) -> Tokens:
    """Return a response's tokens by kind."""
    given = usage.input_token_details or InputTokens()
    text, audio, image = (_count(n) for n in (given.text_tokens, given.audio_tokens, given.image_tokens))
    cached = _cached(given, text, audio, image)
    out = usage.output_token_details or OutputTokens()
    text_out, audio_out = _count(out.text_tokens), _count(out.audio_tokens)
    return Tokens(
        text_in=text - cached[0],
        text_cached=cached[0],
        text_out=text_out,
        audio_in=audio - cached[1],
        audio_cached=cached[1],
        audio_out=audio_out,
        image_in=image - cached[2],
        image_cached=cached[2],
        unknown_in=max(0, _count(usage.input_tokens) - text - audio - image),
        unknown_out=max(0, _count(usage.output_tokens) - text_out - audio_out),
    )


def cost_of_tokens(rates: Rates, tokens: Tokens) -> int:
    """Return the cost of tokens, in billionths of a dollar."""
    if not rates.by_tokens:
        return 0
    text_in = rates.text_in if rates.text_in is not None else rates.audio_in or ZERO
    audio_in = rates.audio_in if rates.audio_in is not None else text_in
    image_in = rates.image_in if rates.image_in is not None else max(text_in, audio_in)
    text_out = rates.text_out if rates.text_out is not None else rates.audio_out or ZERO
    audio_out = rates.audio_out if rates.audio_out is not None else text_out
    priced = (
        (tokens.text_in, text_in),
        (tokens.text_cached, rates.text_cached if rates.text_cached is not None else text_in),
        (tokens.text_out, text_out),
        (tokens.audio_in, audio_in),
        (tokens.audio_cached, rates.audio_cached if rates.audio_cached is not None else audio_in),
        (tokens.audio_out, audio_out),
        (tokens.image_in, image_in),
        (tokens.image_cached, rates.image_cached if rates.image_cached is not None else image_in),
        (tokens.unknown_in, max(text_in, audio_in, image_in)),
        (tokens.unknown_out, max(text_out, audio_out)),
    )
    return nano(sum((count * rate for count, rate in priced), ZERO) / MILLION)


def cost_of_transcription(rates: Rates, usage: TranscriptionUsage) -> int:
    """Return the cost of a transcription, by its tokens or its seconds."""
    if usage.seconds is not None:
        return cost_of_time(rates, usage.seconds)
    heard = usage.input_token_details or InputTokens()
    text, audio = _count(heard.text_tokens), _count(heard.audio_tokens)
    unknown = max(0, _count(usage.input_tokens) - text - audio)
    tokens = Tokens(text_in=text, audio_in=audio, unknown_in=unknown, text_out=_count(usage.output_tokens))
    return cost_of_tokens(rates, tokens)


def cost_of_time(rates: Rates, seconds: float) -> int:
    """Return the cost of so many seconds."""
    if rates.hour is None or not seconds > 0:
        return 0
    # First times, then by: an hour's price has no exact part of a second.
    return nano(Decimal(str(seconds)) * rates.hour / HOUR_S)


def _cached(given: InputTokens, text: int, audio: int, image: int) -> tuple[int, int, int]:
    details = given.cached_tokens_details
    if details is None:
        # Which kind was cached is not told: text, where caching saves least.
        return min(_count(given.cached_tokens), text), 0, 0
    return (
        min(_count(details.text_tokens), text),
        min(_count(details.audio_tokens), audio),
        min(_count(details.image_tokens), image),
    )


def _count(tokens: int | None) -> int:
    return max(0, tokens or 0)
