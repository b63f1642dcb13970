"""Turns and their latency, folded from events: pure, and the only place that measures them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from charlotte.protocol.base import Frame
from charlotte.session.happened import Happened

TEXT = ("response.output_text.delta", "response.output_audio_transcript.delta")
SOUND = ("response.output_audio.delta", "output_audio_buffer.started")


@dataclass(frozen=True)
class Turn:
    """From the end of what the visitor said to the end of the answer; durations count from the former."""

    began_seconds: float
    spoken: bool
    began: bool = False
    """A response was made for it."""
    first_text_ms: int | None = None
    first_audio_ms: int | None = None
    tool_ms: int = 0
    tool_calls: int = 0
    tools: tuple[str, ...] = ()
    done_ms: int | None = None
    status: str | None = None
    reason: str | None = None
    error: str | None = None
    response_ids: tuple[str, ...] = ()
    item_ids: tuple[str, ...] = ()
    """Of what the visitor said."""
    upstream: str | None = None
    """Who answered."""
    input_tokens: int = 0
    output_tokens: int = 0

    def facts(self) -> dict[str, Any]:
        """Return the turn for the logs."""
        hidden = ("began", "began_seconds", "item_ids")
        return {name: value for name, value in self.__dict__.items() if name not in hidden}


@dataclass(frozen=True)
class Turns:
    """The turns of a call so far."""

    done: tuple[Turn, ...] = ()
    open: Turn | None = None
    errors: int = field(default=0)
    upstream: str | None = None

    def observe(self, event_type: str, seconds: float, facts: Mapping[str, Any]) -> "Turns":
        """Return the turns after an event, given its type, monotonic time and facts."""
        match event_type:
            case "charlotte.call_opened":
                return replace(self, upstream=facts.get("upstream"))
            case "input_audio_buffer.speech_stopped":
                return self._begin(Turn(seconds, spoken=True, item_ids=_items(facts.get("item_id"))))
            case "input_audio_buffer.committed" if not self._waiting_for_answer(spoken=True):
                return self._begin(Turn(seconds, spoken=True, item_ids=_items(facts.get("item_id"))))
            case "conversation.item.added" if facts.get("item", {}).get("role") == "user":
                said = Turn(seconds, spoken=False, item_ids=_items(facts["item"].get("id")))
                return self if self._waiting_for_answer(spoken=True) else self._begin(said)
            case "error":
                error = facts.get("error", {}).get("code") or "unknown"
                turn = replace(self.open, error=error) if self.open else None
                return replace(self, open=turn, errors=self.errors + 1)
            case "response.created" if self.open is not None:
                answered = replace(self.open, upstream=self.upstream)
                return replace(self, open=_grow(answered, event_type, seconds, facts))
            case _ if self.open is not None:
                return replace(self, open=_grow(self.open, event_type, seconds, facts))
            case _:
                return self

    def end(self) -> "Turns":
        """Return the turns after the call's end."""
        return replace(self, done=(*self.done, self.open), open=None) if self.open and self.open.began else self

    def _begin(self, turn: Turn) -> "Turns":
        return replace(self.end(), open=turn)

    def _waiting_for_answer(self, *, spoken: bool) -> bool:
        return self.open is not None and not self.open.began and self.open.spoken is spoken


def fold(events: Iterable[tuple[str, float, Mapping[str, Any]]]) -> tuple[Turn, ...]:
    """Return the turns of a whole journal of (type, seconds, facts)."""
    turns = Turns()
    for event_type, seconds, facts in events:
        if event_type == "charlotte.call_opened":
            # Monotonic seconds start anew with the server.
            turns = turns.end()
        turns = turns.observe(event_type, seconds, facts)
    return turns.end().done


def type_of(happened: Happened) -> str:
    """Return the event's type on the wire."""
    event: Frame = happened.event
    return str(getattr(event, "type", None) or "unknown")


def _items(item_id: Any) -> tuple[str, ...]:
    return (item_id,) if isinstance(item_id, str) else ()


def _grow(turn: Turn, event_type: str, seconds: float, facts: Mapping[str, Any]) -> Turn:
    since_ms = round((seconds - turn.began_seconds) * 1000)
    response = facts.get("response", {})
    match event_type:
        case "response.created":
            return replace(turn, began=True, response_ids=(*turn.response_ids, str(response.get("id"))))
        case _ if event_type in TEXT and turn.first_text_ms is None:
            return replace(turn, first_text_ms=since_ms)
        case _ if event_type in SOUND and turn.first_audio_ms is None:
            return replace(turn, first_audio_ms=since_ms)
        case "charlotte.tool_ran":
            return replace(
                turn,
                tool_ms=turn.tool_ms + int(facts.get("tool_ms", 0)),
                tool_calls=turn.tool_calls + 1,
                tools=(*turn.tools, str(facts.get("name"))),
            )
        case "response.done":
            usage = response.get("usage") or {}
            return replace(
                turn,
                done_ms=since_ms,
                status=response.get("status"),
                reason=response.get("reason"),
                error=response.get("code") or turn.error,
                input_tokens=turn.input_tokens + int(usage.get("input_tokens") or 0),
                output_tokens=turn.output_tokens + int(usage.get("output_tokens") or 0),
            )
        case _:
            return turn
