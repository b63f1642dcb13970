"""The running conversations as staff see them: how each stands, in facts, without a word of what is said."""

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

import structlog

from charlotte.clock import Clock
from charlotte.ledger import entries
from charlotte.ledger.turns import Turn, Turns, type_of
from charlotte.session.bus import Reader, ReaderEvicted
from charlotte.session.call import Call
from charlotte.session.endings import Ending
from charlotte.session.happened import CallEnded, CallOpened, ConfigChanged, Happened

log = structlog.get_logger(__name__)

State = Literal["waiting", "listening", "thinking", "speaking", "over"]

SHOWN_AFTER_S = 30.0
"""How long a conversation that ended stays on the board, so that nothing vanishes under somebody's eyes."""
ENDED_SHOWN = 50

_STATE_AFTER: dict[str, State] = {
    "input_audio_buffer.speech_started": "listening",
    "input_audio_buffer.speech_stopped": "thinking",
    "input_audio_buffer.committed": "thinking",
    "response.created": "thinking",
    "response.output_text.delta": "speaking",
    "response.output_audio_transcript.delta": "speaking",
    "output_audio_buffer.started": "speaking",
    "output_audio_buffer.stopped": "waiting",
    "output_audio_buffer.cleared": "waiting",
}


@dataclass(frozen=True)
class Standing:
    """How one call stands."""

    opened_at: datetime
    opened_seconds: float
    transport: str = ""
    upstream: str = ""
    brief: int = 0
    state: State = "waiting"
    sounding: bool = False
    """Sound is still playing after the response is done."""
    finished: int = 0
    """Turns that are over, without the open one."""
    last: Turn | None = None
    errors: int = 0
    reason: Ending | None = None
    ended_seconds: float | None = None
    open: Turns = Turns()

    @property
    def turns(self) -> int:
        """Turns that have got an answer, or are getting it."""
        return self.finished + (self.open.open is not None and self.open.open.began)

    def observe(self, happened: Happened) -> "Standing":
        """Return how it stands after an event."""
        match happened.event:
            case CallOpened() as opened:
                return replace(self, transport=opened.transport, upstream=opened.upstream, brief=opened.brief)
            case ConfigChanged() as changed:
                return replace(self, brief=changed.brief)
            case CallEnded() as ended:
                return replace(self._turned(happened), state="over", reason=ended.reason)
        if happened.source == "replay":
            return self
        return self._turned(happened)._stated(type_of(happened))

    def _turned(self, happened: Happened) -> "Standing":
        turns = self.open.observe(type_of(happened), happened.seconds, entries.facts(happened.event))
        if isinstance(happened.event, CallEnded):
            turns = turns.end()
        current = turns.open if turns.open and turns.open.began else None
        last = current or (turns.done[-1] if turns.done else self.last)
        return replace(
            self,
            finished=self.finished + len(turns.done),
            last=last,
            errors=turns.errors,
            open=Turns(open=turns.open, errors=turns.errors),
        )

    def _stated(self, event_type: str) -> "Standing":
        sounding = self.sounding
        if event_type.startswith("output_audio_buffer."):
            sounding = event_type.endswith(".started")
        if event_type == "response.done":
            return replace(self, state="speaking" if sounding else "waiting", sounding=sounding)
        return replace(self, state=_STATE_AFTER.get(event_type, self.state), sounding=sounding)


@dataclass(frozen=True)
class Row:
    """One conversation on the board."""

    call: Call
    standing: Standing
    seconds: float
    """How long it has lasted, or lasted."""


class Board:
    """Watches every call to its end."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._live: dict[Call, Standing] = {}
        self._ended: deque[tuple[Call, Standing]] = deque(maxlen=ENDED_SHOWN)

    async def follow(self, call: Call, reader: Reader) -> None:
        """Watch one call, to its end."""
        self._live[call] = Standing(self._clock.now(), self._clock.monotonic())
        try:
            async for happened in reader:
                self._live[call] = self._live[call].observe(happened)
        except ReaderEvicted:
            # A display that fell behind must not end a conversation.
            log.warning("board.behind", session_id=call.session.id)
        finally:
            standing = replace(self._live.pop(call), state="over", ended_seconds=self._clock.monotonic())
            self._ended.append((call, standing))

    def rows(self, event_id: str | None = None) -> list[Row]:
        """Return what runs and what ended just now, in the order of their beginning."""
        now = self._clock.monotonic()
        recent = [
            (call, standing)
            for call, standing in self._ended
            if standing.ended_seconds is not None and now - standing.ended_seconds < SHOWN_AFTER_S
        ]
        rows = [
            Row(call, standing, (standing.ended_seconds or now) - standing.opened_seconds)
            for call, standing in (*self._live.items(), *recent)
            if event_id is None or call.session.event_id == event_id
        ]
        return sorted(rows, key=lambda row: (row.standing.opened_seconds, row.call.session.id))
