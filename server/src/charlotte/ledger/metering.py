"""What a call costs as it goes on, folded from its events: pure.

Each charge names what it is for, so that the same thing is never counted twice however often it is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, TypeAlias

from charlotte.ledger.estimating import Running, Talk
from charlotte.ledger.prices import FREE, Found, PriceTable
from charlotte.ledger.pricing import cost_of_time, cost_of_tokens, cost_of_transcription, tokens_of
from charlotte.protocol.response import Response
from charlotte.protocol.response_events import ResponseDone
from charlotte.protocol.server import InputTranscriptCompleted, SessionCreated, SessionUpdated
from charlotte.session.happened import CallEnded, CallOpened, Happened

EMBEDDED = "embedded"
"""The upstream that costs nothing."""
TIME_STEP_S = 60.0
"""Open time is charged in pieces of this length, so that a crash loses no more."""
COUNTED = ("upstream", "charlotte")
"""What a page relays is kept but never priced: it could make itself free, or others poor."""

Kind = Literal["response", "transcription", "time"]


@dataclass(frozen=True)
class Charge:
    """The price of one response, one transcription or one piece of open time."""

    kind: Kind
    ref: str
    """The provider's id of what was paid for; with the kind, unique in a conversation."""
    upstream: str
    model: str
    nano: int
    """Billionths of a dollar."""
    known: bool = True
    """False = nobody knows the model's prices; the dearest were taken."""
    estimated: bool = False
    """The provider did not say what was used."""
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0


Charges: TypeAlias = tuple[Charge, ...]


@dataclass(frozen=True)
class Models:
    """What an upstream is asked for; None = whatever it takes by itself."""

    conversation: str | None = None
    transcription: str | None = None


@dataclass(frozen=True)
class Meter:
    """One call of a conversation and what it costs."""

    prices: PriceTable
    models: Mapping[str, Models] = field(default_factory=dict)
    """By upstream."""
    upstream: str = EMBEDDED
    model: str | None = None
    transcription_model: str | None = None
    opened: str = ""
    """Names the call in what is charged for time."""
    timed_until: float | None = None
    """Monotonic seconds up to which open time is charged; None = no call is open."""
    steps: int = 0
    talk: Talk = Talk()
    """What is in the provider's context, and what it is saying now."""

    def served_by(self, upstream: str) -> "Meter":
        """Return the meter of a call that an upstream serves."""
        asked = self.models.get(upstream, Models())
        return replace(self, upstream=upstream, model=asked.conversation, transcription_model=asked.transcription)

    def observe(self, happened: Happened) -> tuple["Meter", Charges]:
        """Return the state after an event, and what the event costs."""
        if happened.source == "replay":
            return replace(self, talk=self.talk.observe(happened.event, happened.seconds)), ()
        if happened.source not in COUNTED:
            return self, ()
        match happened.event:
            case CallOpened() as opened:
                return self._open(opened, happened), ()
            case _ if self.upstream == EMBEDDED:
                return self._heard(happened), self.charges(happened)
            case CallEnded():
                charges = (*self._unfinished(happened), *self._time(happened, at_least=0.0))
                return replace(self, timed_until=None, talk=Talk()), charges
        meter, charges = self._step(happened)
        told = meter._heard(happened)
        return replace(told, talk=told.talk.observe(happened.event, happened.seconds)), charges

    def charges(self, happened: Happened) -> Charges:
        """Return what an event costs in itself."""
        match happened.event:
            case ResponseDone(response=response):
                return (self._response(response, happened),)
            case InputTranscriptCompleted(usage=None):
                return ()
            case InputTranscriptCompleted() as said:
                return (self._transcription(said, happened),)
            case _:
                return ()

    def reserve(self, at: datetime, now: float) -> int:
        """Return what the call may have cost beyond its charges, were it hung up now or went on for one answer."""
        found = self._conversation(at)
        open_s = now - self.timed_until + TIME_STEP_S if self.timed_until is not None else 0.0
        return self.talk.reserve(found.rates, now) + cost_of_time(found.rates, open_s)

    def _open(self, opened: CallOpened, happened: Happened) -> "Meter":
        return replace(
            self.served_by(opened.upstream),
            opened=happened.at.isoformat(),
            timed_until=happened.seconds,
            steps=0,
            talk=Talk(),
        )

    def _heard(self, happened: Happened) -> "Meter":
        """Take the models from what the provider says is in force."""
        event = happened.event
        if not isinstance(event, SessionCreated | SessionUpdated):
            return self
        heard = event.session.audio.input if event.session.audio else None
        transcription = heard.transcription if heard else None
        return replace(
            self,
            model=event.session.model or self.model,
            transcription_model=(transcription.model if transcription else None) or self.transcription_model,
        )

    def _step(self, happened: Happened) -> tuple["Meter", Charges]:
        time = self._time(happened, at_least=TIME_STEP_S)
        meter = replace(self, timed_until=happened.seconds, steps=self.steps + 1) if time else self
        return meter, (*self.charges(happened), *time)

    def _conversation(self, at: datetime) -> Found:
        return Found(FREE) if self.upstream == EMBEDDED else self.prices.of(self.model, at)

    def _response(self, response: Response, happened: Happened) -> Charge:
        found = self._conversation(happened.at)
        if response.usage is None:
            return self._estimate(response.id, response.status == "failed", happened)
        tokens = tokens_of(response.usage)
        return Charge(
            "response",
            response.id,
            self.upstream,
            self.model or "",
            cost_of_tokens(found.rates, tokens),
            known=found.known,
            input_tokens=tokens.read,
            cached_tokens=tokens.cached,
            output_tokens=tokens.said,
        )

    def _estimate(self, response_id: str, free: bool, happened: Happened) -> Charge:
        found = self._conversation(happened.at)
        begun = self.talk.response(response_id) or Running(response_id, happened.seconds, self.talk.context_at(0.0))
        cost = 0 if free else begun.cost(found.rates, happened.seconds)
        return Charge(
            "response", response_id, self.upstream, self.model or "", cost, known=found.known, estimated=not free
        )

    def _unfinished(self, happened: Happened) -> Charges:
        return tuple(self._estimate(begun.id, False, happened) for begun in self.talk.running)

    def _transcription(self, said: InputTranscriptCompleted, happened: Happened) -> Charge:
        assert said.usage is not None
        free = self.upstream == EMBEDDED
        found = Found(FREE) if free else self.prices.of_transcription(self.transcription_model, happened.at)
        return Charge(
            "transcription",
            f"{said.item_id}/{said.content_index}",
            self.upstream,
            self.transcription_model or "",
            cost_of_transcription(found.rates, said.usage),
            known=found.known,
            input_tokens=said.usage.input_tokens or 0,
            output_tokens=said.usage.output_tokens or 0,
            seconds=said.usage.seconds or 0.0,
        )

    def _time(self, happened: Happened, *, at_least: float) -> Charges:
        found = self._conversation(happened.at)
        if found.rates.hour is None or self.timed_until is None:
            return ()
        seconds = round(happened.seconds - self.timed_until, 3)
        if seconds < at_least or seconds <= 0:
            return ()
        cost = cost_of_time(found.rates, seconds)
        ref = f"{self.opened}/{self.steps}"
        return (Charge("time", ref, self.upstream, self.model or "", cost, known=found.known, seconds=seconds),)
