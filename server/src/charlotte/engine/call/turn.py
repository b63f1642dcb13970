"""Whose turn it is, decided frame by frame; pure, on the clock of the user's audio."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from charlotte.engine.ear import RATE_HZ
from charlotte.engine.vad import FRAME

FRAME_MS = FRAME * 1000 // RATE_HZ
ONSET = (3, 4)
"""Voiced frames among the last so many that begin a turn: 96 ms, the length of the shortest words."""
BARGE_IN = (8, 12)
"""The same while the assistant speaks: 256 ms, which a cough of 150 ms does not reach even as voice detection smears
it (to 224 ms at most), and short first words with a gap behind them ("wait, …") do."""
HYSTERESIS = 0.15
"""Speech goes on at this much less than the threshold that began it, as Silero's authors advise."""
TAIL_MS = 24
"""The voice is taken to last so much longer than its last sound. Of the silence asked for, 24 ms more avoid a quarter
of the turns that end too early."""
PREPARE_AFTER_MS = 128
"""Silence after which recognition starts, in case the turn is over."""
MAX_TURN_MS = 120_000
"""A monologue is cut into items of this length; only the last one is answered."""
ASK_AFTER_MS = (192, 384, 768, 1536, 3072, 6144)
"""Silences at which the semantic end of turn is asked for."""
_EAGERNESS = {"low": (8_000, 0.7), "medium": (4_000, 0.5), "auto": (4_000, 0.5), "high": (2_000, 0.35)}
"""Longest wait and how sure the end must be."""
_SILENCE_WITHOUT_MODEL_MS = {"low": 1_200, "medium": 800, "auto": 800, "high": 500}


@dataclass(frozen=True)
class Rules:
    """Turn detection as configured."""

    threshold: float
    prefix_ms: int
    silence_ms: int
    """Silence that ends a turn whatever the model of turns says."""
    sure_of_end: float | None
    """How sure that model must be to end it earlier; None = it is not asked."""
    create_response: bool
    interrupt_response: bool
    idle_timeout_ms: int | None


def rules_of(turn_detection: Mapping[str, Any] | None, *, has_end_of_turn: bool) -> Rules | None:
    """Return the rules of a session's `turn_detection`, None for push-to-talk."""
    if turn_detection is None:
        return None
    common = {name: turn_detection[name] for name in ("create_response", "interrupt_response")}
    if turn_detection["type"] == "semantic_vad":
        longest_ms, sure = _EAGERNESS[turn_detection["eagerness"]]
        alone_ms = _SILENCE_WITHOUT_MODEL_MS[turn_detection["eagerness"]]
        return Rules(
            threshold=0.5,
            prefix_ms=300,
            silence_ms=longest_ms if has_end_of_turn else alone_ms,
            sure_of_end=sure if has_end_of_turn else None,
            idle_timeout_ms=None,
            **common,
        )
    return Rules(
        threshold=turn_detection["threshold"],
        prefix_ms=turn_detection["prefix_padding_ms"],
        silence_ms=turn_detection["silence_duration_ms"],
        sure_of_end=None,
        idle_timeout_ms=turn_detection["idle_timeout_ms"],
        **common,
    )


@dataclass(frozen=True)
class Turn:
    """Where the user's turn stands."""

    frames: int = 0
    """Frames heard since the call began: the audio clock."""
    speaking: bool = False
    recent: int = 0
    """The last frames' voicing, newest in the lowest bit."""
    started: int = 0
    """Frame at which the turn began."""
    voiced_ms: int = 0
    """Where the voice last ended."""
    prepared: bool = False
    asked: int = 0
    """How often the end of turn has been asked for in this silence."""

    @property
    def now_ms(self) -> int:
        """The audio clock."""
        return self.frames * FRAME_MS

    @property
    def silent_ms(self) -> int:
        """Silence since the voice ended."""
        return max(0, self.now_ms - self.voiced_ms)


@dataclass(frozen=True)
class FrameHeard:
    """A frame of the user's audio was judged."""

    probability: float
    assistant_sounds: bool
    loud_ms: int = FRAME_MS
    """Up to where in it there was more than the room to be heard; the detection of voices lets go much later."""


@dataclass(frozen=True)
class QuietHeard:
    """After the last whole frame came `ms` more of nothing."""

    ms: int


@dataclass(frozen=True)
class EndJudged:
    """The model of turns answered a question asked in the silence after `voiced_ms`."""

    probability: float
    voiced_ms: int


@dataclass(frozen=True)
class SpeechBegan:
    """The user began to speak at `start_ms`, padding included."""

    start_ms: int


@dataclass(frozen=True)
class SilenceBegan:
    """The turn may be over: recognise what there is."""


@dataclass(frozen=True)
class SpeechWentOn:
    """The turn was not over: what was recognised is void."""


@dataclass(frozen=True)
class EndAsked:
    """Ask the model of turns."""

    voiced_ms: int


@dataclass(frozen=True)
class SpeechEnded:
    """The turn is over at `end_ms`; `cut` when only its length ended it."""

    end_ms: int
    cut: bool = False


Heard: TypeAlias = FrameHeard | QuietHeard | EndJudged
Effect: TypeAlias = SpeechBegan | SilenceBegan | SpeechWentOn | EndAsked | SpeechEnded


def step(turn: Turn, rules: Rules, event: Heard) -> tuple[Turn, list[Effect]]:
    """Return the turn after `event`, and what is to be done."""
    if isinstance(event, EndJudged):
        sure = rules.sure_of_end is not None and event.probability >= rules.sure_of_end
        if turn.speaking and sure and event.voiced_ms == turn.voiced_ms:
            return _over(turn), [SpeechEnded(turn.now_ms)]
        return turn, []
    if isinstance(event, QuietHeard):
        if turn.speaking and turn.silent_ms + event.ms >= rules.silence_ms:
            return _over(turn), [SpeechEnded(turn.now_ms + event.ms)]
        return turn, []
    if turn.speaking:
        return _listen(turn, rules, event)
    return _wait(turn, rules, event)


def _wait(turn: Turn, rules: Rules, event: FrameHeard) -> tuple[Turn, list[Effect]]:
    voiced = event.probability >= rules.threshold
    recent = (turn.recent << 1 | voiced) & 0xFFFF
    turn = replace(turn, frames=turn.frames + 1, recent=recent)
    needed, window = BARGE_IN if event.assistant_sounds else ONSET
    seen = recent & ((1 << window) - 1)
    if not voiced or seen.bit_count() < needed:
        return turn, []
    onset = turn.frames - seen.bit_length()
    turn = replace(turn, speaking=True, started=onset, voiced_ms=turn.now_ms, prepared=False, asked=0)
    return turn, [SpeechBegan(max(0, onset * FRAME_MS - rules.prefix_ms))]


def _listen(turn: Turn, rules: Rules, event: FrameHeard) -> tuple[Turn, list[Effect]]:
    began_ms = turn.now_ms
    turn = replace(turn, frames=turn.frames + 1)
    if event.probability >= rules.threshold - HYSTERESIS and event.loud_ms > 0:
        went_on: list[Effect] = [SpeechWentOn()] if turn.prepared else []
        turn = replace(turn, voiced_ms=began_ms + event.loud_ms + TAIL_MS, prepared=False, asked=0)
        if (turn.frames - turn.started) * FRAME_MS >= MAX_TURN_MS:
            cut: list[Effect] = [SpeechEnded(turn.now_ms, cut=True), SpeechBegan(turn.now_ms)]
            return replace(turn, started=turn.frames), [*went_on, *cut]
        return turn, went_on
    if turn.silent_ms >= rules.silence_ms:
        return _over(turn), [SpeechEnded(turn.now_ms)]
    effects: list[Effect] = []
    if not turn.prepared and turn.silent_ms >= PREPARE_AFTER_MS:
        turn = replace(turn, prepared=True)
        effects.append(SilenceBegan())
    may_ask = rules.sure_of_end is not None and turn.asked < len(ASK_AFTER_MS)
    if may_ask and turn.silent_ms >= ASK_AFTER_MS[turn.asked]:
        turn = replace(turn, asked=turn.asked + 1)
        effects.append(EndAsked(turn.voiced_ms))
    return turn, effects


def _over(turn: Turn) -> Turn:
    return replace(turn, speaking=False, recent=0, prepared=False, asked=0)
