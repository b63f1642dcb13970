"""Who interrupts her: a visitor, a cough, or her own voice from a loudspeaker.

Calls of the real engine with real voice detection, fed in lockstep on a clock of their own, so that neither the
machine nor the line is measured: add the floor of the transport to the times. Her answers are spoken by the voices of
the box and come back 12 dB down, late, from rooms with reverberation; visitors are recordings of people, cut to where
the voice begins. The floor is the same engine with nothing but voice detection against echoes.

cd server && python -m benchmarks.barge_in [--models DIR] [--turns 20]
"""

import asyncio
import base64
import json
from collections import deque
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import click
import numpy as np
import orjson
from numpy.typing import NDArray

from benchmarks.instant_server import InstantEar, InstantMind
from benchmarks.summary import machine, p50_p95
from charlotte.clock import Clock, SystemClock
from charlotte.engine.call.call import Call
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.lines import Line
from charlotte.engine.call.parts import Parts
from charlotte.engine.call.playback import ClientPlayback
from charlotte.engine.call.playout import ServerPlayback
from charlotte.engine.ear import RATE_HZ as EAR_HZ
from charlotte.engine.hearing.audio_file import read_audio
from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ
from charlotte.settings import default_models_dir

PEOPLE = Path(__file__).parents[1] / "tests" / "data" / "speech"
STEP_S = 0.02
STEP = int(RATE_HZ * STEP_S)
ECHO = 0.25
"""12 dB down."""
DISTURBED_AT_S = 2.5
WATCHED_S = 1.5
"""After a disturbance; who is not heard by then is not heard."""
ANSWERS = (
    ("fr", "La conférence d'ouverture commence à neuf heures dans la grande salle, puis il y a une pause au premier."),
    ("de", "Die Eröffnung beginnt um neun Uhr im großen Saal, danach gibt es eine Pause im ersten Stock."),
    ("es", "La charla inaugural empieza a las nueve en la sala grande, después hay una pausa en el primer piso."),
    ("it", "Il discorso di apertura comincia alle nove nella sala grande, poi c'è una pausa al primo piano."),
    ("en", "The opening talk begins at nine in the main hall, and after it there is a break on the first floor."),
)
VOICES = ("fast", "natural")
ROOMS_S = (0.0, 0.25, 0.5)
DELAYS_S = (0.06, 0.18, 0.4, 0.9)
LIMIT = 24_000.0
"""Of a small loudspeaker: the loudest samples are bent."""
Sound = NDArray[np.float64]


@click.command()
@click.option("--models", type=click.Path(path_type=Path), default=default_models_dir)
@click.option("--turns", default=20, show_default=True)
def main(models: Path, turns: int) -> None:
    """Print one JSON object."""
    runs = asyncio.run(_measure(models, turns))
    click.echo(json.dumps({"machine": machine(), "runs": runs}, indent=1))


async def _measure(models: Path, turns: int) -> list[dict[str, Any]]:
    loaded = Loaded(models, warm_up=False)
    await loaded.load(may_pull=False, wanted=("silero-vad", "kokoro"))
    answers = [await _spoken(loaded, text, language, voice) for language, text in ANSWERS for voice in VOICES]
    runs = []
    for transport in ("webrtc", "websocket"):
        for kind in ("echo", "cough", "visitor", "visitor over echo", "echo, voice detection only"):
            stops = [
                await _turn(loaded, transport, kind, answers[number % len(answers)], number) for number in range(turns)
            ]
            stopped = [ms for ms in stops if ms is not None]
            row = {"transport": transport, "kind": kind, "turns": turns, "stopped": len(stopped)}
            runs.append(row | ({"onset_to_stop_ms": p50_p95(stopped)} if kind.startswith("visitor") else {}))
    await loaded.close()
    return runs


async def _spoken(loaded: Loaded, text: str, language: str, voice: str) -> bytes:
    speakers = loaded.mouth.choose(voice, language=language)
    pieces = loaded.mouth.speak(text, language=language, voice=speakers)
    return b"".join([piece async for piece in pieces])


async def _turn(loaded: Loaded, transport: str, kind: str, answer: bytes, number: int) -> float | None:
    """Return when she stopped, in ms after the disturbance or after she began; None = she spoke to the end."""
    parts = Parts(InstantMind(), InstantEar(), Recorded(answer), loaded.vad_factory, clock=Lockstep())
    side = (WebRtc if transport == "webrtc" else WebSocket)(parts, guarded="only" not in kind)
    room = Room(number, loud="echo" in kind)
    disturbance = _disturbance(kind, number)
    begins_at = int(DISTURBED_AT_S / STEP_S)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(side.call.run())
        tasks.create_task(side.read())
        await side.ask()
        stopped: int | None = None
        lasts_s = len(answer) / 2 / RATE_HZ + 1.5 if disturbance is None else DISTURBED_AT_S + WATCHED_S
        for step in range(int(lasts_s / STEP_S)):
            heard = room.hears(await side.played())
            place = step - begins_at
            if disturbance is not None and 0 <= place < len(disturbance) // STEP:
                heard = heard + disturbance[place * STEP : (place + 1) * STEP]
            await side.hear(heard)
            if side.has_stopped():
                stopped = step + 1
                break
        side.call.hang_up()
    if stopped is None:
        return None
    return (stopped - (begins_at if disturbance is not None else 0)) * STEP_S * 1000


def _disturbance(kind: str, number: int) -> Sound | None:
    chance = np.random.default_rng(number)
    if kind == "cough":
        count = RATE_HZ * 15 // 100
        return np.pad(chance.normal(0, 7000, count) * np.hanning(count), (0, -count % STEP))
    if not kind.startswith("visitor"):
        return None
    files = sorted(PEOPLE.glob("*.flac"))
    sound = read_audio(files[number % len(files)]).astype(np.float64)
    loud = np.flatnonzero(np.abs(sound) > 0.05 * np.abs(sound).max())
    sound = sound[loud[0] :] / np.abs(sound).max() * 20_000
    positions = np.arange(0, len(sound) - 1, EAR_HZ / RATE_HZ)
    return np.interp(positions, np.arange(len(sound)), sound)


class Room:
    """A loudspeaker, walls, and a microphone; each number is another room."""

    def __init__(self, number: int, *, loud: bool) -> None:
        chance = np.random.default_rng(number)
        late, reverberation_s = DELAYS_S[number % len(DELAYS_S)], ROOMS_S[number % len(ROOMS_S)]
        count = max(1, int(reverberation_s * RATE_HZ))
        walls = chance.standard_normal(count) * 10 ** (-3 * np.arange(count) / count)
        walls *= (0.7 if reverberation_s else 0.0) / np.sqrt(np.sum(walls**2))
        walls[0] = 1.0
        self._answer = (ECHO if loud else 0.0) * walls / np.sqrt(np.sum(walls**2))
        self._waiting = deque([np.zeros(STEP)] * int(late / STEP_S))
        self._past: Sound = np.zeros(count - 1)
        self._noise = chance

    def hears(self, played: Sound) -> Sound:
        """Return what the microphone gets in the next step."""
        self._waiting.append(LIMIT * np.tanh(played / LIMIT))
        sound = np.concatenate((self._past, self._waiting.popleft()))
        self._past = sound[len(sound) - len(self._past) :]
        size = len(sound) + len(self._answer) - 1
        back = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(self._answer, size), size)
        here: Sound = back[len(self._answer) - 1 : len(self._answer) - 1 + STEP]
        return here + self._noise.normal(0, 4, STEP)


class Lockstep(SystemClock):
    """Monotonic time that goes on when told."""

    def __init__(self) -> None:
        self.at_s = 1_000.0

    def monotonic(self) -> float:
        """Return seconds."""
        return self.at_s


class Recorded:
    """A mouth that says the same recording."""

    def __init__(self, pcm: bytes) -> None:
        self._pcm = pcm

    def choose(self, voice: str, *, language: str) -> str:
        """Keep the voice wished for."""
        return voice

    async def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        """Yield the recording."""
        yield self._pcm


class _Unguarded:
    def position(self) -> int:
        """Be so late that no echo can come any more."""
        return 1 << 40


class UnguardedServer(_Unguarded, ServerPlayback):
    """Playback whose echo is not looked for."""

    def __init__(self) -> None:
        ServerPlayback.__init__(self)


class UnguardedClient(_Unguarded, ClientPlayback):
    """Playback at the client whose echo is not looked for."""

    def __init__(self, clock: Clock) -> None:
        ClientPlayback.__init__(self, clock.monotonic)


class Side:
    """One call in lockstep."""

    def __init__(self, parts: Parts, playback: Any, *, audio: bool) -> None:
        engine = Engine(parts)
        self.clock: Any = parts.clock
        self.line = Line(audio=audio)
        self.call = Call("call", engine.configure(), parts, self.line, playback)
        self.seen: list[dict[str, Any]] = []

    async def ask(self) -> None:
        """Have her begin to answer."""
        await self.send(type="response.create")
        await self.settle()

    async def send(self, **event: Any) -> None:
        """Send a client event."""
        await self.call.receive(self.line, orjson.dumps(event))

    async def read(self) -> None:
        """Note every event until the call is over."""
        async for text in self.line.outgoing():
            self.seen.append(orjson.loads(text))

    async def settle(self) -> None:
        """Let the call do what it can."""
        for _ in range(12):
            await asyncio.sleep(0)

    def has_stopped(self) -> bool:
        """Return whether she was interrupted."""
        return any(event["type"] == "input_audio_buffer.speech_started" for event in self.seen)


class WebRtc(Side):
    """The server plays."""

    def __init__(self, parts: Parts, *, guarded: bool) -> None:
        self._playback = ServerPlayback() if guarded else UnguardedServer()
        super().__init__(parts, self._playback, audio=False)

    async def played(self) -> Sound:
        """Return the next step of sound."""
        self.clock.at_s += STEP_S
        pcm = self._playback.pull(2 * STEP) or bytes(2 * STEP)
        return np.frombuffer(pcm, "<i2").astype(np.float64)

    async def hear(self, sound: Sound) -> None:
        """Give the call a step of the microphone."""
        positions = np.arange(0, len(sound), RATE_HZ / EAR_HZ)
        samples = np.interp(positions, np.arange(len(sound)), sound) / 32768
        await self.call.hear(samples.astype(np.float32))
        await self.settle()


class WebSocket(Side):
    """The client plays what it gets, at once and without a gap."""

    def __init__(self, parts: Parts, *, guarded: bool) -> None:
        playback = ClientPlayback(parts.clock.monotonic) if guarded else UnguardedClient(parts.clock)
        super().__init__(parts, playback, audio=True)
        self._queue = b""
        self._taken = 0

    async def played(self) -> Sound:
        """Return the next step of sound."""
        self.clock.at_s += STEP_S
        for event in self.seen[self._taken :]:
            if event["type"] == "response.output_audio.delta":
                self._queue += base64.b64decode(event["delta"])
        self._taken = len(self.seen)
        step, self._queue = self._queue[: 2 * STEP], self._queue[2 * STEP :]
        return np.frombuffer(step.ljust(2 * STEP, b"\0"), "<i2").astype(np.float64)

    async def hear(self, sound: Sound) -> None:
        """Send a step of the microphone."""
        pcm = np.clip(sound, -32768, 32767).astype("<i2").tobytes()
        await self.send(type="input_audio_buffer.append", audio=base64.b64encode(pcm).decode())
        await self.settle()


if __name__ == "__main__":
    main()
