"""The user's sound on its way to turns and items."""

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np

from charlotte.engine.call.echo import HEARD_MS, Echo
from charlotte.engine.call.formats import Incoming, Resampler, to_pcm
from charlotte.engine.call.inbuffer import InputBuffer
from charlotte.engine.call.parts import Parts
from charlotte.engine.call.playback import Playback
from charlotte.engine.call.refusal import Refused, error_event
from charlotte.engine.call.sounding import RATE_HZ as SOUNDING_HZ
from charlotte.engine.call.state import CallState
from charlotte.engine.call.transcribing import Transcriber
from charlotte.engine.call.turn import (
    FRAME_MS,
    HYSTERESIS,
    Effect,
    EndAsked,
    EndJudged,
    FrameHeard,
    QuietHeard,
    Rules,
    SilenceBegan,
    SpeechBegan,
    SpeechEnded,
    SpeechWentOn,
    Turn,
    rules_of,
    step,
)
from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.engine.hearing.loudness import Loudness
from charlotte.engine.mouth import RATE_HZ as MOUTH_HZ
from charlotte.engine.vad import FRAME, Vad
from charlotte.protocol.config import AudioFormat, Session
from charlotte.protocol.ids import new_item_id
from charlotte.protocol.items import InputAudio, Message
from charlotte.protocol.server import (
    InputAudioCleared,
    InputAudioCommitted,
    InputTimeoutTriggered,
    ItemAdded,
    ItemDone,
    SpeechStarted,
    SpeechStopped,
)

MIN_COMMIT_MS = 100
KEPT_MS = HEARD_MS
"""Sound kept while nobody speaks, beside the padding."""
FRAMES_AT_ONCE = 32
"""Frames judged before the other calls get their turn: about a second of sound."""
BYTES_AT_ONCE = 48_000
"""Sound of one event converted before the other calls get their turn."""
TURN_MODEL_MS = 8_000
"""What the model of turns looks back on."""


class Microphone:
    """Buffers, detects turns, makes items.

    `on_speech` interrupts. `on_turn` is told the words of a turn that may be answered ("" is no speech, None a failure)
    and whether it is still the last.
    """

    def __init__(
        self,
        state: CallState,
        parts: Parts,
        publish: Callable[..., None],
        playback: Playback,
        on_speech: Callable[[], None],
        on_turn: Callable[[str | None, bool], None],
    ) -> None:
        self._state = state
        self._parts = parts
        self._publish = publish
        self._playback = playback
        self._on_speech = on_speech
        self._on_turn = on_turn
        self._transcriber = Transcriber(state, parts, publish)
        self._buffer = InputBuffer()
        self._loudness = Loudness()
        self._echo = Echo(playback.sounding)
        self._turn = Turn()
        self._rules: Rules | None = None
        self._vad: Vad | None = None
        self._rest: Samples = np.zeros(0, np.float32)
        self._item_id: str | None = None
        self._start_ms = 0
        self._turns = 0
        """Counts turns begun, so that an answer to a turn that went on is not given."""
        self._told_missing = False
        self.configure(state.session)

    @property
    def is_hearing(self) -> bool:
        """Whether the user is speaking."""
        return self._turn.speaking

    @property
    def rules(self) -> Rules | None:
        """Turn detection in force, None for push-to-talk."""
        return self._rules

    def configure(self, session: Session) -> None:
        """Take over a session's input configuration."""
        given: dict[str, Any] = session.wire()["audio"]["input"]
        rules = rules_of(given["turn_detection"], has_end_of_turn=self._parts.end_of_turn is not None)
        if rules is None and self._turn.speaking:
            self._turn = Turn(frames=self._turn.frames)
            self._transcriber.discard()
        self._rules = rules
        self._incoming = Incoming(_input_format(session))

    async def append(self, data: bytes, tasks: asyncio.TaskGroup) -> None:
        """Take sound in the session's input format, a second at a time."""
        for start in range(0, len(data), BYTES_AT_ONCE):
            pcm = self._incoming.pcm(data[start : start + BYTES_AT_ONCE])
            await self.hear(self._incoming.samples(pcm), tasks, len(pcm) * 500 / self._incoming.rate_hz)
            await asyncio.sleep(0)

    async def hear(self, samples: Samples, tasks: asyncio.TaskGroup, duration_ms: float | None = None) -> None:
        """Take sound at the ear's rate, judging it frame by frame."""
        self._buffer.append(samples, len(samples) * 1000 / RATE_HZ if duration_ms is None else duration_ms)
        vad = self._detector()
        if self._rules is None or vad is None:
            self._rest = np.zeros(0, np.float32)
            self._turn = Turn(frames=int(self._buffer.end_ms) // FRAME_MS)
            if self._rules is not None:
                self._tell_missing()
                self._buffer.mark(self._buffer.end_ms)
            return
        sound = np.concatenate((self._rest, samples))
        whole = len(sound) - len(sound) % FRAME
        self._rest = sound[whole:]
        for number, start in enumerate(range(0, whole, FRAME)):
            if number and number % FRAMES_AT_ONCE == 0:
                await asyncio.sleep(0)
            self._apply(self._judged(vad, sound[start : start + FRAME]), tasks)
        if self._turn.speaking and self._loudness.is_quiet(self._rest):
            self._apply(QuietHeard(len(self._rest) * 1000 // RATE_HZ), tasks)
        if not self._turn.speaking and self._rules is not None:
            self._buffer.drop_before(self._turn.now_ms - self._rules.prefix_ms - KEPT_MS)

    def commit(self, tasks: asyncio.TaskGroup) -> None:
        """Make the buffer an item because the client says so."""
        appended_ms = self._buffer.appended_ms
        if appended_ms < MIN_COMMIT_MS:
            message = (
                "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, "
                f"but buffer only has {appended_ms:.2f}ms of audio."
            )
            raise Refused(message, wire_code="input_audio_buffer_commit_empty")
        samples = self._buffer.between(0, self._buffer.end_ms)
        self._transcriber.discard()
        self._end_turn()
        self._commit(samples, self._buffer.end_ms, tasks, None)

    def take_recording(self, item_id: str, data: bytes, tasks: asyncio.TaskGroup) -> None:
        """Recognise sound that a client put into an item, in the session's input format."""
        incoming = Incoming(_input_format(self._state.session))
        pcm = incoming.pcm(data)
        self._state.audio_ms[item_id] = len(pcm) * 500 / incoming.rate_hz
        self._transcriber.transcribe(item_id, incoming.samples(pcm), tasks, None)

    def clear(self) -> None:
        """Forget the buffer."""
        self._transcriber.discard()
        self._end_turn()
        self._item_id = None
        self._buffer.mark(self._buffer.end_ms)
        self._publish(InputAudioCleared())

    def time_out(self, tasks: asyncio.TaskGroup) -> None:
        """Nobody spoke for long: make an empty item."""
        now_ms = int(self._buffer.end_ms)
        waited_ms = self._rules.idle_timeout_ms if self._rules and self._rules.idle_timeout_ms else 0
        item_id = self._new_item()
        start_ms = max(0, now_ms - waited_ms)
        self._publish(InputTimeoutTriggered(item_id=item_id, audio_start_ms=start_ms, audio_end_ms=now_ms))
        self._buffer.mark(now_ms)
        self._add_item(item_id, "")

    def _judged(self, vad: Vad, frame: Samples) -> FrameHeard:
        probability = vad.probability(frame)
        if self._rules is not None and probability >= self._rules.threshold - HYSTERESIS and self._is_echo():
            probability = 0.0
        return FrameHeard(probability, self._playback.is_playing(), self._loudness.loud_ms(frame))

    def _is_echo(self) -> bool:
        """Return whether in the frame to be judged the assistant hears only herself."""
        now = self._playback.position()
        if not self._echo.may_be_heard(now):
            return False
        end_ms = self._turn.now_ms + FRAME_MS
        heard = self._buffer.between(end_ms - HEARD_MS, end_ms)
        missing = HEARD_MS * RATE_HZ // 1000 - len(heard)
        return self._echo.is_all(np.pad(heard, (missing, 0)), end_ms * SOUNDING_HZ // 1000, now)

    def _apply(self, event: FrameHeard | QuietHeard | EndJudged, tasks: asyncio.TaskGroup) -> None:
        if self._rules is None:
            return
        self._turn, effects = step(self._turn, self._rules, event)
        for effect in effects:
            self._carry_out(effect, self._rules, tasks)

    def _carry_out(self, effect: Effect, rules: Rules, tasks: asyncio.TaskGroup) -> None:
        match effect:
            case SpeechBegan():
                self._turns += 1
                self._start_ms = effect.start_ms
                started = SpeechStarted(item_id=self._new_item(), audio_start_ms=effect.start_ms)
                self._publish(started)
                if rules.interrupt_response:
                    self._on_speech()
            case SilenceBegan():
                self._transcriber.prepare(self._spoken(), tasks)
            case SpeechWentOn():
                self._transcriber.discard()
            case EndAsked():
                now_ms = self._turn.now_ms
                samples = self._buffer.between(max(self._start_ms, now_ms - TURN_MODEL_MS), now_ms)
                tasks.create_task(self._ask_end(samples, effect.voiced_ms, tasks), name="end-of-turn")
            case SpeechEnded():
                self._publish(SpeechStopped(item_id=self._item_id or "", audio_end_ms=effect.end_ms))
                then = self._answerer(self._turns) if rules.create_response and not effect.cut else None
                self._commit(self._spoken(), effect.end_ms, tasks, then)

    def _spoken(self) -> Samples:
        return self._buffer.between(self._start_ms, self._turn.now_ms)

    def _answerer(self, turns: int) -> Callable[[str | None], None]:
        return lambda words: self._on_turn(words, turns == self._turns)

    async def _ask_end(self, samples: Samples, voiced_ms: int, tasks: asyncio.TaskGroup) -> None:
        model = self._parts.end_of_turn
        if model is None or not self._turn.speaking or self._turn.voiced_ms != voiced_ms:
            return
        self._apply(EndJudged(await model.probability(samples), voiced_ms), tasks)

    def _commit(
        self, samples: Samples, end_ms: float, tasks: asyncio.TaskGroup, then: Callable[[str | None], None] | None
    ) -> None:
        item_id = self._item_id or self._new_item()
        self._state.audio_ms[item_id] = len(samples) * 1000 / RATE_HZ
        self._state.record(item_id, Resampler(RATE_HZ, MOUTH_HZ).push(to_pcm(samples)))
        self._buffer.mark(end_ms)
        self._add_item(item_id, None)
        self._transcriber.transcribe(item_id, samples, tasks, then)

    def _add_item(self, item_id: str, transcript: str | None) -> None:
        previous = self._state.conversation.last_id
        content = (InputAudio(transcript=transcript),)
        item = Message(id=item_id, status="completed", role="user", content=content)
        self._state.conversation = self._state.conversation.add(item)
        self._item_id = None
        self._publish(
            InputAudioCommitted(item_id=item_id, previous_item_id=previous),
            ItemAdded(item=item, previous_item_id=previous),
            ItemDone(item=item, previous_item_id=previous),
        )

    def _new_item(self) -> str:
        self._item_id = new_item_id()
        return self._item_id

    def _end_turn(self) -> None:
        self._turn = Turn(frames=self._turn.frames)

    def _detector(self) -> Vad | None:
        if self._vad is None and self._parts.vad_factory is not None:
            self._vad = self._parts.vad_factory()
            self.configure(self._state.session)  # the model of turns may have come with it
        return self._vad

    def _tell_missing(self) -> None:
        if not self._told_missing:
            self._told_missing = True
            message = "Speech cannot be understood yet: the models are still loading. Please type meanwhile."
            self._publish(error_event(message, wire_code="hearing_unavailable", kind="server_error"))


def _input_format(session: Session) -> AudioFormat:
    format_ = session.audio.input.format if session.audio and session.audio.input else None
    assert format_ is not None  # a session's configuration is always whole
    return format_
