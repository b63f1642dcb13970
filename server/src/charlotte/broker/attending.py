"""Attends to one call: takes up the conversation, serves it, and says to everybody concerned how it ended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import structlog

from charlotte.broker.avoiding import Avoiding
from charlotte.broker.breakers import Breakers
from charlotte.broker.faults import CALL_FAULTS
from charlotte.broker.places import Place, Places
from charlotte.broker.upstream import Upstream
from charlotte.clock import Clock
from charlotte.protocol.client import ClientEvent, InputAudioAppend, InputAudioCommit
from charlotte.protocol.server import ResponseDone
from charlotte.session.budget import ENDED_BY_BUDGET, Budget
from charlotte.session.bus import Reader
from charlotte.session.call import Call
from charlotte.session.channel import Channel
from charlotte.session.configuration.config import CallConfig
from charlotte.session.configuration.taste import UpstreamTaste
from charlotte.session.endings import Ending
from charlotte.session.guards.limits import Limits
from charlotte.session.guards.watchdog import Patience
from charlotte.session.handover.beginning import Beginning
from charlotte.session.handover.resuming import resume
from charlotte.session.handover.unfinished import CHARACTERS_PER_S, Unfinished
from charlotte.session.happened import CallOpened
from charlotte.session.identity import Session
from charlotte.session.record import Record
from charlotte.session.signals import Bridging, Serving, Signals, Why
from charlotte.session.turns.confirming import Confirming
from charlotte.session.turns.tool_calls import ToolDesk

log = structlog.get_logger(__name__)

REPLACED: frozenset[Ending] = frozenset({*CALL_FAULTS, ENDED_BY_BUDGET})
"""Ends of a call after which another one goes on in its place."""
UNWANTED: frozenset[Ending] = frozenset({*REPLACED, "visitor_lost", "replaced"})
"""Ends after which a visitor waits for the rest of an answer."""


class Desk(ToolDesk, Protocol):
    """Whatever knows how a conversation is configured and does its tool calls."""

    async def config(self, session: Session, taste: UpstreamTaste) -> CallConfig:
        """Return the configuration for a conversation's next call, at an upstream of that taste."""
        ...

    def confirming(self, session_id: str) -> Confirming:
        """Return what follows the question that a conversation waits with."""
        ...


class CallMeter(Protocol):
    """Whatever counts calls."""

    async def follow(self, reader: Reader) -> None:
        """Count what happens in one call."""
        ...

    def call_ended(self, transport: str, reason: Ending) -> None:
        """Count a call that ended."""
        ...


class CallBoard(Protocol):
    """Whatever shows staff the running calls."""

    async def follow(self, call: Call, reader: Reader) -> None:
        """Watch one call, to its end."""
        ...


@dataclass(frozen=True)
class Attending:
    """What every call needs, whichever way its sound travels."""

    places: Places
    breakers: Breakers
    avoiding: Avoiding
    record: Record
    desk: Desk
    meter: CallMeter
    board: CallBoard
    clock: Clock
    limits: Limits
    signals: Signals
    budget: Budget
    can_speak: Callable[[], bool]
    """Whether the embedded engine has its voice."""
    paces: dict[tuple[str, str | None, str | None], float] = field(default_factory=dict)
    """How fast each voice was in the last answer that was heard whole."""

    async def take_up(  # noqa: PLR0913 - each says another thing about the call
        self,
        place: Place,
        upstream: Upstream,
        channel: Channel,
        config: CallConfig,
        opened: CallOpened,
        again: Sequence[ClientEvent] = (),
        *,
        takes_over_from: Call | None = None,
    ) -> Call:
        """Return the call that goes on with a conversation; one that takes over resumes nothing."""
        history = await self.record.history(place.session.id)
        left = Unfinished()
        if takes_over_from is None:
            left = self.places.recall(place.session.id, self.clock.monotonic())
        if left.words_lost and (opened.transport == "webrtc" or _will_be_noticed(again)):
            # Nobody can answer what was not understood: it is said again, and answered then.
            left = replace(left, answer_owed=False)
        if left.sounding is not None:
            history = history.heard(left.item_id, left.said.removeprefix(left.sounding.before).strip())
        place.upstream = upstream.name
        pause_s = 0.0
        if left.answer_owed and left.bridge is not None and config.mode == "voice":
            pause_s = left.bridge.pause_s(self.clock.monotonic(), config.language, opened.transport)
        call = Call(
            place.session,
            channel,
            config=config,
            limits=self.limits,
            clock=self.clock,
            tools=self.desk,
            beginning=Beginning(
                history=history,
                again=tuple(again),
                resume=resume(config, left),
                said=left.said,
                characters_per_s=self.paces.get(_voice_of(upstream, config), CHARACTERS_PER_S),
                pause_s=pause_s,
                began=takes_over_from.began if takes_over_from else None,
                confirming=self.desk.confirming(place.session.id),
            ),
            opened=opened.model_copy(
                update={
                    "replayed_items": len(history.replay()),
                    "template": config.template,
                    "brief": config.brief,
                }
            ),
            patience=None if upstream.embedded else Patience(first_s=upstream.patience_s),
        )
        if place.ending:
            call.end(place.ending)
        return call

    async def serve(self, place: Place, call: Call, upstream: Upstream, transport: str) -> Ending:
        """Serve a call to its end; return why it ended."""
        reason: Ending = "failed"
        try:
            reason = await call.run(
                lambda reader: self.record.follow(place.session.id, reader),
                self.meter.follow,
                lambda reader: self.board.follow(call, reader),
                lambda reader: self._credit(upstream, reader),
            )
        finally:
            self.meter.call_ended(transport, reason)
            self.paces[_voice_of(upstream, call.config)] = call.going.characters_per_s
            log.info(
                "call.ended", session_id=place.session.id, transport=transport, upstream=upstream.name, reason=reason
            )
        return reason

    def remember(self, place: Place, call: Call, reason: Ending) -> None:
        """Keep what a call left unfinished, unless the visitor meant to end it."""
        if reason in UNWANTED:
            self.places.remember(place.session.id, call.left, self.clock.monotonic())

    def blame(self, place: Place, upstream: Upstream, reason: Ending) -> None:
        """Hold the end of a call against its upstream, if it was its doing."""
        fault = CALL_FAULTS.get(reason)
        if fault is None or upstream.embedded:
            return
        if fault == "slow":
            self.avoiding.avoid(place.session.id, upstream.name)
        self.breakers.failed(upstream, fault)

    async def leave(self, place: Place) -> bool:
        """Give a call's place back; return whether it was the conversation's last.

        That it is over is written down first: the call that waits for the place writes the opposite.
        """
        last = self.places.last(place)
        try:
            if last:
                self.signals.forget(place.session.id)
                ended = place.call.session if place.call else place.session
                await self.record.seen(ended, live=False)
        finally:
            self.places.leave(place)
        return last

    def owe_answer(self, session_id: str) -> None:
        """Have the next call answer what the visitor said while there was none."""
        self.places.remember(session_id, Unfinished(answer_owed=True), self.clock.monotonic())

    def bridge(self, place: Place, left: Unfinished, *, words_kept: bool = False) -> None:
        """Tell the page that somebody else takes over in a moment, unless the organiser wants nobody to.

        `words_kept`: what was not understood is told to the next call from here, and need not be said again.
        """
        if self.budget.verdict(place.session) == "stop":
            return
        lost = left.words_lost and not words_kept
        owed = left.answer_owed or (left.words_lost and words_kept)
        self.signals.tell(place.session.id, Bridging(answer_owed=owed, words_lost=lost))
        self.places.bridged(place.session.id, self.clock.monotonic())

    def say_who_serves(self, session: Session, upstream: Upstream, *, why: Why | None = None) -> None:
        """Tell the page who speaks now."""
        rung = "hosted" if not upstream.embedded else "embedded" if self.can_speak() else "text"
        before = self.signals.serving(session.id)
        best = self.breakers.preferred()
        fallen = upstream.name != best.name
        if why is None and fallen and upstream.embedded and self.budget.verdict(session) != "ok":
            why = "budget"
        if why is None:
            why = "fault" if fallen else "back" if before is not None and before.upstream != upstream.name else "normal"
        serving = Serving(rung=rung, upstream=upstream.name, why=why)
        if before is None or (before.rung, before.upstream) != (serving.rung, serving.upstream):
            self.signals.tell(session.id, serving)

    async def _credit(self, upstream: Upstream, reader: Reader) -> None:
        async for happened in reader:
            event = happened.event
            if (
                happened.source == "upstream"
                and isinstance(event, ResponseDone)
                and event.response.status == "completed"
            ):
                self.breakers.served(upstream)


def _will_be_noticed(again: Sequence[ClientEvent]) -> bool:
    """Tell whether sound is told again that the upstream answers by itself, once it has heard the end of it."""
    told = {type(event) for event in again}
    return InputAudioAppend in told and InputAudioCommit not in told


def _voice_of(upstream: Upstream, config: CallConfig) -> tuple[str, str | None, str | None]:
    return upstream.name, config.voice, config.language
