"""What an answer under way may cost before the provider says so: pure, and rather too much than too little."""

from dataclasses import dataclass, field, replace

import orjson

from charlotte.ledger.prices import Rates
from charlotte.ledger.pricing import Tokens, cost_of_tokens, tokens_of
from charlotte.protocol.base import Frame
from charlotte.protocol.items import FunctionCallOutput, InputImage, InputText, Message
from charlotte.protocol.response import Response
from charlotte.protocol.response_events import (
    FunctionArgumentsDelta,
    OutputAudioDelta,
    OutputTextDelta,
    OutputTranscriptDelta,
    ResponseCreated,
    ResponseDone,
)
from charlotte.protocol.server import (
    InputAudioCommitted,
    ItemAdded,
    SessionCreated,
    SessionUpdated,
    SpeechStarted,
    SpeechStopped,
)

CHARACTERS = 3
"""Of a text make a token; four is usual."""
HEARD_PER_S, SPOKEN_PER_S = 10, 20
"""Audio tokens of a second of the visitor and of the assistant, as the provider counts."""
SPOKEN_CHARACTERS_PER_S = 12
"""A slow speaker; the faster one is, the fewer audio tokens a text makes."""
THOUGHT_PER_S = 50
"""Text tokens a model may think a second, of which nothing is heard."""
UNMEASURED_SPEECH_S = 15
"""A piece of speech whose length no event tells."""
IMAGE = 1_500
"""Tokens of a picture."""
CACHE_S = 240.0
"""After this long without an answer the provider may have forgotten its cache."""


@dataclass(frozen=True)
class Running:
    """An answer that has begun."""

    id: str
    began: float
    context: Tokens
    text_characters: int = 0
    spoken_characters: int = 0
    sound_ms: int = 0

    def cost(self, rates: Rates, now: float) -> int:
        """Return what it has cost by now, at most."""
        characters = (self.text_characters + self.spoken_characters) // CHARACTERS + 1
        spoken_s = max(self.sound_ms / 1000, self.spoken_characters / SPOKEN_CHARACTERS_PER_S)
        said = Tokens(
            text_out=max(characters, round(THOUGHT_PER_S * (now - self.began))),
            audio_out=round(spoken_s * SPOKEN_PER_S),
        )
        return cost_of_tokens(rates, self.context) + cost_of_tokens(rates, said)


@dataclass(frozen=True)
class Talk:
    """What the provider reads before each answer, and the answers it is giving."""

    configured: int = 0
    """Text tokens of the instructions and tools."""
    before: Tokens = Tokens()
    """The last answer's context as it was billed, and the answer itself as it will be read again."""
    uncached: Tokens = Tokens()
    """The same if nothing of it is cached."""
    said: Tokens = Tokens()
    """The last answer; the next one may be as long."""
    answered: float = 0.0
    """When the last answer ended."""
    added: Tokens = Tokens()
    """What was said since."""
    speech_began_ms: int | None = None
    measured: bool = False
    running: tuple[Running, ...] = field(default=())

    def response(self, response_id: str) -> Running | None:
        """Return an answer under way."""
        return next((begun for begun in self.running if begun.id == response_id), None)

    def context_at(self, now: float) -> Tokens:
        """Return what an answer that begins now would read."""
        if not self.answered:
            return _sum(Tokens(text_in=self.configured), self.added)
        return _sum(self.before if now - self.answered < CACHE_S else self.uncached, self.added)

    def reserve(self, rates: Rates, now: float) -> int:
        """Return the cost of the answers under way, or of the next one."""
        if self.running:
            return sum(begun.cost(rates, now) for begun in self.running)
        return cost_of_tokens(rates, self.context_at(now)) + cost_of_tokens(rates, self.said)

    def observe(self, event: Frame, now: float) -> "Talk":
        """Return the state after an event of the upstream."""
        match event:
            case SessionCreated() | SessionUpdated():
                return self._configured(event)
            case ResponseCreated(response=response):
                begun = Running(response.id, now, self.context_at(now))
                return replace(self, running=(*self.running, begun), added=Tokens())
            case ResponseDone(response=response):
                return self._answered(response, now)
            case ItemAdded(item=Message(role="user") as said):
                text = sum(len(part.text) for part in said.content if isinstance(part, InputText))
                images = sum(isinstance(part, InputImage) for part in said.content)
                return self._add(Tokens(text_in=text // CHARACTERS, image_in=images * IMAGE))
            case ItemAdded(item=FunctionCallOutput() as given):
                return self._add(Tokens(text_in=len(given.output) // CHARACTERS))
            case SpeechStarted() | SpeechStopped() | InputAudioCommitted():
                return self._heard(event)
            case _:
                return self._said(event)

    def _configured(self, event: SessionCreated | SessionUpdated) -> "Talk":
        wire = event.session.wire()
        length = len(str(wire.get("instructions") or "")) + len(orjson.dumps(wire.get("tools") or []))
        # Other instructions make the provider read everything anew.
        changed = length // CHARACTERS != self.configured
        return replace(self, configured=length // CHARACTERS, before=self.uncached if changed else self.before)

    def _heard(self, event: SpeechStarted | SpeechStopped | InputAudioCommitted) -> "Talk":
        match event:
            case SpeechStarted():
                return replace(self, speech_began_ms=event.audio_start_ms)
            case SpeechStopped() if self.speech_began_ms is not None:
                seconds = max(0, event.audio_end_ms - self.speech_began_ms) / 1000
                heard = self._add(Tokens(audio_in=round(seconds * HEARD_PER_S) + 1))
                return replace(heard, speech_began_ms=None, measured=True)
            case InputAudioCommitted() if not self.measured:
                return self._add(Tokens(audio_in=UNMEASURED_SPEECH_S * HEARD_PER_S))
            case _:
                return replace(self, measured=False)

    def _said(self, event: Frame) -> "Talk":
        match event:
            case OutputTextDelta() | FunctionArgumentsDelta():
                return self._grow(event.response_id, text_characters=len(event.delta))
            case OutputTranscriptDelta():
                return self._grow(event.response_id, spoken_characters=len(event.delta))
            case OutputAudioDelta():
                # Base64 of 16 bits at 24 kHz.
                return self._grow(event.response_id, sound_ms=len(event.delta) * 3 // 4 // 48)
            case _:
                return self

    def _grow(
        self, response_id: str, *, text_characters: int = 0, spoken_characters: int = 0, sound_ms: int = 0
    ) -> "Talk":
        begun = self.response(response_id)
        if begun is None:
            return self
        grown = replace(
            begun,
            text_characters=begun.text_characters + text_characters,
            spoken_characters=begun.spoken_characters + spoken_characters,
            sound_ms=begun.sound_ms + sound_ms,
        )
        return replace(self, running=tuple(grown if other is begun else other for other in self.running))

    def _answered(self, response: Response, now: float) -> "Talk":
        begun = self.response(response.id)
        running = tuple(other for other in self.running if other.id != response.id)
        if response.usage is None:
            context = begun.context if begun else self.context_at(now)
            return replace(self, running=running, before=context, uncached=_uncached(context), answered=now)
        used = tokens_of(response.usage)
        again = Tokens(text_in=used.text_out, audio_in=used.audio_out, unknown_in=used.unknown_out)
        read = replace(used, text_out=0, audio_out=0, unknown_out=0)
        before = _sum(read, again)
        said = Tokens(text_out=used.text_out, audio_out=used.audio_out, unknown_out=used.unknown_out)
        return replace(self, running=running, before=before, uncached=_uncached(before), said=said, answered=now)

    def _add(self, tokens: Tokens) -> "Talk":
        return replace(self, added=_sum(self.added, tokens))


def _sum(one: Tokens, other: Tokens) -> Tokens:
    return Tokens(**{name: count + getattr(other, name) for name, count in vars(one).items()})


def _uncached(tokens: Tokens) -> Tokens:
    return replace(
        tokens,
        text_in=tokens.text_in + tokens.text_cached,
        audio_in=tokens.audio_in + tokens.audio_cached,
        image_in=tokens.image_in + tokens.image_cached,
        text_cached=0,
        audio_cached=0,
        image_cached=0,
    )
