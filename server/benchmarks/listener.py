"""An attendee who asks and listens, over the WebSocket or by WebRTC, and notes what they really heard and when."""

import asyncio
import base64
import contextlib
import itertools
import json
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from charlotte.session.handover.bridging import PHRASE_S
from support.caller import RATE_HZ as PHONE_HZ
from support.caller import Caller, calling
from support.faulty import CHARACTERS_PER_S
from support.house import House, Visitor
from support.talker import Talker
from support.vads import silence, voice

QUESTION_MS = 900
BRIDGE_S = PHRASE_S["en"]
SLACK_CHARACTERS = 4
"""A quarter of a second at the edges, which a codec may swallow."""
PIECE_MS = 100
LOOK_S = 0.02
SILENT_S = 0.9
"""After this long the page tells that an answer does not sound any more."""
TRIES = 8
QUIET_S, QUIET_WITHIN_S = 0.3, 25.0
STATES = {
    "hearing": ("input_audio_buffer.speech_started", "input_audio_buffer.speech_stopped"),
    "awaiting": ("input_audio_buffer.speech_stopped", "response.created"),
    "responding": ("response.created", "response.done"),
    "playing": ("output_audio_buffer.started", "output_audio_buffer.stopped"),
}
"""What the page takes for somebody speaking, and when it is over."""


@dataclass
class Piece:
    """One stretch of an answer: its words, and how long it sounded."""

    text: str = ""
    sounded_s: float = 0.0

    @property
    def heard(self) -> str:
        """The words that were heard."""
        return self.text[: round(self.sounded_s * CHARACTERS_PER_S) + SLACK_CHARACTERS]


@dataclass
class Heard:
    """What reached the attendee's ear."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    first_at: float = float("inf")
    first_phrase_at: float = float("inf")
    phrase_after_s: float = 0.0
    """How long nothing had been heard when it began."""
    until: float = 0.0
    """When the sound that has arrived is over."""
    said_until: float = 0.0
    """The same of answers alone."""
    longest_silence: float = 0.0
    """Between two sounds."""
    longest_gap: float = 0.0
    """Between two sounds of answers, phrases or not."""

    @property
    def seconds(self) -> float:
        """How much was heard."""
        return sum(piece.sounded_s for piece in self.pieces.values())

    def forget(self) -> None:
        """Begin again with the next answer."""
        self.pieces.clear()
        self.first_at, self.first_phrase_at = float("inf"), float("inf")
        self.until, self.said_until, self.longest_silence, self.longest_gap = 0.0, 0.0, 0.0, 0.0

    def phrase(self, at: float) -> None:
        """Note that the page says a phrase by itself."""
        if self.until:
            self.longest_silence = max(self.longest_silence, at - self.until)
            self.phrase_after_s = self.phrase_after_s or max(0.0, at - self.until)
        self.first_phrase_at = min(self.first_phrase_at, at)
        self.until = max(at, self.until) + BRIDGE_S

    def word(self, key: str, text: str) -> None:
        """Note words that will sound."""
        self.pieces.setdefault(key, Piece()).text += text

    def sound(self, key: str, seconds: float, at: float) -> None:
        """Note sound that arrived; what comes ahead of time waits for what came before it."""
        if self.until:
            self.longest_silence = max(self.longest_silence, at - self.until)
        begins = max(at, self.until)
        if self.said_until:
            self.longest_gap = max(self.longest_gap, begins - self.said_until)
        self.first_at = min(self.first_at, begins)
        self.until = self.said_until = max(at, self.until) + seconds
        self.pieces.setdefault(key, Piece()).sounded_s += seconds

    def times(self, sentence: str) -> int:
        """Return how often a sentence was heard whole."""
        return sum(sentence.strip() in piece.heard for piece in self.pieces.values())

    def whole(self, sentences: Sequence[str]) -> bool:
        """Tell whether all of them were heard, to the end."""
        return all(self.times(sentence) for sentence in sentences) and self.until <= _now()


class Listener(ABC):
    """One attendee."""

    def __init__(self, here: House, visitor: Visitor) -> None:
        self.here = here
        self.visitor = visitor
        self.heard = Heard()
        self.connected = asyncio.Event()
        self.events: list[dict[str, Any]] = []

    @abstractmethod
    async def run(self) -> None:
        """Stay connected until cancelled."""

    @abstractmethod
    async def speaks(self, duration_ms: int) -> None:
        """Begin to say something."""

    async def asks(self) -> None:
        """Ask the question."""
        await self.speaks(QUESTION_MS)

    @abstractmethod
    def renew(self, *, broken: bool) -> None:
        """Take in that another call is to be opened."""

    def bridged(self, *, answer_owed: bool, words_lost: bool) -> None:
        """Take in that the line broke; the page says a phrase until somebody goes on."""
        if answer_owed or words_lost:
            self.heard.phrase(_now())

    def note(self, event: dict[str, Any], call: str) -> None:
        """Take in an event."""
        self.events.append(event)
        if event["type"] == "response.output_audio_transcript.delta":
            self.heard.word(f"{call}{event['response_id']}", event["delta"])


class SocketListener(Listener):
    """Over the WebSocket: the server changes calls underneath."""

    def __init__(self, here: House, visitor: Visitor) -> None:
        super().__init__(here, visitor)
        self._says = bytearray()

    async def run(self) -> None:
        """Stay connected until cancelled."""
        async with self.visitor.talking(mode="voice") as talker, asyncio.TaskGroup() as tasks:
            microphone = tasks.create_task(self._microphone(talker))
            self.connected.set()
            async for text in talker.socket:
                event = json.loads(text)
                self.note(event, "")
                if event["type"] == "response.output_audio.delta":
                    seconds = len(base64.b64decode(event["delta"])) / 48_000
                    self.heard.sound(event["response_id"], seconds, _now())
            microphone.cancel()

    async def speaks(self, duration_ms: int) -> None:
        """Begin to say something."""
        self._says += voice(duration_ms)

    def renew(self, *, broken: bool) -> None:
        """Leave it to the server."""

    async def _microphone(self, talker: Talker) -> None:
        due = _now()
        while True:
            piece = bytes(self._says[: PIECE_MS * 48])
            del self._says[: PIECE_MS * 48]
            await talker.speaks(piece + silence(PIECE_MS - len(piece) / 48), chunk_ms=PIECE_MS)
            due += PIECE_MS / 1000
            await asyncio.sleep(due - _now())


@dataclass
class _OpenCall:
    caller: Caller
    leaving: asyncio.Event = field(default_factory=asyncio.Event)


class PhoneListener(Listener):
    """By WebRTC: opens the next call itself when the server asks for it."""

    def __init__(self, here: House, visitor: Visitor) -> None:
        super().__init__(here, visitor)
        self._numbers = itertools.count(1)
        self._current: _OpenCall | None = None
        self._wanted: asyncio.Queue[bool] = asyncio.Queue(10)
        self._busy: set[str] = set()
        self._unheard = b""
        """What was said and nobody has understood; the page keeps it too."""
        self._repeats = False

    def renew(self, *, broken: bool) -> None:
        """Open another call; a broken one is left before."""
        if broken and self._current is not None:
            self._current.leaving.set()
            self._current = None
        self._wanted.put_nowait(broken)

    async def speaks(self, duration_ms: int) -> None:
        """Begin to say something."""
        while self._current is None:
            await asyncio.sleep(LOOK_S)
        self._unheard = voice(duration_ms, rate_hz=PHONE_HZ)
        self._current.caller.mic.plays(self._unheard)

    def bridged(self, *, answer_owed: bool, words_lost: bool) -> None:
        """Have the next call told what this one did not understand, as the page does."""
        self._repeats = bool(self._unheard) and (words_lost or not answer_owed)
        super().bridged(answer_owed=answer_owed or self._repeats, words_lost=words_lost)

    async def run(self) -> None:
        """Stay connected until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._call())
            while True:
                await self._wanted.get()
                tasks.create_task(self._call())

    async def _call(self) -> None:
        for _ in range(TRIES):
            with contextlib.suppress(AssertionError, TimeoutError):  # refused, or no answer: as the page, try again
                async with calling(self.here.address, post=self.visitor.opens_call) as caller:
                    await self._serve(_OpenCall(caller))
                return
            await asyncio.sleep(0.5)

    async def _serve(self, mine: _OpenCall) -> None:
        await mine.caller.send("session.update", session={"type": "realtime"})
        async with asyncio.TaskGroup() as tasks:
            ear = tasks.create_task(self._hears(mine.caller, f"{next(self._numbers)}:"))
            before = self._current
            if before is not None:
                await self._quiet()
                mine.caller.mic.sounds, before.caller.mic.sounds = before.caller.mic.sounds, mine.caller.mic.sounds
                before.leaving.set()
            self._current = mine
            if self._repeats:
                mine.caller.mic.plays(self._unheard)
                self._repeats = False
            self.connected.set()
            await mine.leaving.wait()
            ear.cancel()

    async def _quiet(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(QUIET_WITHIN_S):
                while self._busy or _now() - self.heard.until < QUIET_S:
                    await asyncio.sleep(LOOK_S)

    def note(self, event: dict[str, Any], call: str) -> None:
        """Take in an event."""
        super().note(event, call)
        if event["type"].startswith("conversation.item.input_audio_transcription."):
            self._unheard = b""
        for state, (begins, ends) in STATES.items():
            if event["type"] == begins:
                self._busy.add(state)
            elif event["type"] == ends:
                self._busy.discard(state)

    async def _hears(self, caller: Caller, call: str) -> None:
        loud_ms, response_id = caller.loud_ms, ""
        loud_at, told, sounded_ms = float("inf"), False, 0.0
        while True:
            while not caller._events.empty():
                event = caller._events.get_nowait()
                self.note(event, call)
                if event["type"] == "output_audio_buffer.started":
                    response_id, sounded_ms = event["response_id"], 0.0
                elif event["type"] in ("output_audio_buffer.stopped", "output_audio_buffer.cleared"):
                    loud_at, self.visitor.heard = float("inf"), None
            if caller.loud_ms > loud_ms:
                self.heard.sound(f"{call}{response_id}", (caller.loud_ms - loud_ms) / 1000, _now())
                sounded_ms += caller.loud_ms - loud_ms
                self.visitor.heard = {"response_id": response_id, "sounded_ms": round(sounded_ms)}
                loud_ms, loud_at, told = caller.loud_ms, _now(), False
            elif not told and _now() - loud_at >= SILENT_S:
                told = True
                await self.visitor.hears_nothing(response_id, _now() - loud_at)
            await asyncio.sleep(LOOK_S)


def _now() -> float:
    return asyncio.get_running_loop().time()
