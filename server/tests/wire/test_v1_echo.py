"""A loudspeaker and a microphone in one room: she does not interrupt herself, a visitor does.

In lockstep, on a clock that tests move: a loaded machine would make gaps of its own.
"""

import asyncio
import base64
from collections.abc import AsyncIterator
from typing import Any

import numpy as np
import orjson
import pytest

from charlotte.engine.call.call import Call
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.call.playout import ServerPlayback
from charlotte.engine.mouth import RATE_HZ
from support.clocks import ManualClock
from support.ears import InstantEar
from support.minds import ScriptedMind, saying
from support.mouths import ToneMouth
from support.vads import LoudnessVad, voice

SPOKEN_S = 4.0
STEP = RATE_HZ // 50
LATE_STEPS = 9


class SyllableMouth(ToneMouth):
    """Speaks syllables of changing pitch and colour for `SPOKEN_S` seconds, in pieces of 100 ms."""

    async def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        chance = np.random.default_rng(4)
        for _ in range(int(SPOKEN_S * 10)):
            pitch = np.cumsum(chance.uniform(110, 260) * np.ones(RATE_HZ // 10)) / RATE_HZ
            overtones = sum(chance.random() * np.sin(2 * np.pi * k * pitch) for k in range(1, 14))
            syllable = np.hanning(RATE_HZ // 10) * (overtones + 0.3 * chance.standard_normal(RATE_HZ // 10))
            yield (syllable / np.abs(syllable).max() * 26_000).astype("<i2").tobytes()


@pytest.mark.parametrize("transport", ["webrtc", "websocket"])
@pytest.mark.parametrize("visitor_at_s", [None, 2.5])
async def test_only_a_visitor_interrupts_her(transport: str, visitor_at_s: float | None) -> None:
    clock = ManualClock()
    mind = ScriptedMind(script=lambda _prompt: saying("The hall is on the first floor."))
    engine = Engine(Parts(mind, InstantEar(), SyllableMouth(), LoudnessVad, clock=clock))
    playback: ServerPlayback | None = None
    if transport == "webrtc":
        call, playback = engine.open_media(engine.configure())
    else:
        call = engine.open_socket(engine.configure())
    line, told, queue = call.lines.primary, list[dict[str, Any]](), bytearray()

    async def read() -> None:
        async for text in line.outgoing():
            event = orjson.loads(text)
            told.append(event)
            if event["type"] == "response.output_audio.delta":
                queue.extend(base64.b64decode(event["delta"]))

    visitor = np.frombuffer(voice(900), "<i2") / 1.0
    later = [np.zeros(STEP)] * LATE_STEPS
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(call.run())
        tasks.create_task(read())
        await call.receive(line, orjson.dumps({"type": "response.create"}))
        for step in range(int(SPOKEN_S * 50) + 30):
            for _ in range(10):
                await asyncio.sleep(0)
            clock.advance(0.02)
            later.append(0.25 * played(playback, queue))
            heard = later.pop(0)
            since = step - int((visitor_at_s or 1e9) * 50)
            if 0 <= since < len(visitor) // STEP:
                heard = heard + visitor[since * STEP : (since + 1) * STEP]
            await speak_into(call, heard, at_once=playback is not None)
        call.hang_up()
    types = [event["type"] for event in told]
    assert "response.output_audio_transcript.delta" in types
    assert ("input_audio_buffer.speech_started" in types) is bool(visitor_at_s)
    if transport == "webrtc":
        assert ("conversation.item.truncated" in types) is bool(visitor_at_s)


def played(playback: ServerPlayback | None, queue: bytearray) -> np.ndarray:
    """Return the next step of her sound, from the server or from what a client got."""
    if playback is not None:
        pcm = playback.pull(2 * STEP) or b""
    else:
        pcm = bytes(queue[: 2 * STEP])
        del queue[: 2 * STEP]
    return np.frombuffer(pcm.ljust(2 * STEP, b"\0"), "<i2") / 1.0


async def speak_into(call: Call, heard: np.ndarray, *, at_once: bool) -> None:
    """Give a call a step of the microphone, as sound or as an event."""
    if at_once:
        at_the_ear = np.interp(np.arange(0, STEP, 1.5), np.arange(STEP), heard) / 32768
        await call.hear(at_the_ear.astype(np.float32))
    else:
        audio = base64.b64encode(heard.astype("<i2").tobytes()).decode()
        event = {"type": "input_audio_buffer.append", "audio": audio}
        await call.receive(call.lines.primary, orjson.dumps(event))
