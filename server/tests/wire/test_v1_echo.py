"""A loudspeaker and a microphone in one room, over both transports: she does not interrupt herself, a visitor does."""

import asyncio
import base64
from collections.abc import AsyncIterator

import numpy as np
import pytest

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mouth import RATE_HZ
from support.caller import calling
from support.ears import InstantEar
from support.minds import ScriptedMind, saying
from support.mouths import ToneMouth
from support.served import serving_engine
from support.talker import Talker, talking
from support.vads import LoudnessVad, voice

SPOKEN_S = 4.0
STARTED = "input_audio_buffer.speech_started"


class SyllableMouth(ToneMouth):
    """Speaks syllables of changing pitch and colour for `SPOKEN_S` seconds, in pieces of 100 ms."""

    async def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        chance = np.random.default_rng(4)
        for _ in range(int(SPOKEN_S * 10)):
            pitch = np.cumsum(chance.uniform(110, 260) * np.ones(RATE_HZ // 10)) / RATE_HZ
            overtones = sum(chance.random() * np.sin(2 * np.pi * k * pitch) for k in range(1, 14))
            syllable = np.hanning(RATE_HZ // 10) * (overtones + 0.3 * chance.standard_normal(RATE_HZ // 10))
            yield (syllable / np.abs(syllable).max() * 26_000).astype("<i2").tobytes()


def engine() -> Engine:
    mind = ScriptedMind(script=lambda _prompt: saying("The hall is on the first floor."))
    return Engine(Parts(mind, ear=InstantEar(), mouth=SyllableMouth(), vad_factory=LoudnessVad))


async def play_into_the_microphone(talker: Talker, sound: np.ndarray, visitor_at_s: float | None) -> None:
    """Do what a page without echo cancellation does: play what came, 200 ms late, and send what the room gives."""
    heard = 0.25 * np.pad(sound.astype(np.float64), (RATE_HZ // 5, RATE_HZ // 2))
    if visitor_at_s is not None:
        begin, theirs = int(visitor_at_s * RATE_HZ), np.frombuffer(voice(900), np.int16)
        heard[begin : begin + len(theirs)] += theirs
    room = heard.astype("<i2")
    began, step = asyncio.get_running_loop().time(), RATE_HZ // 50
    for number, start in enumerate(range(0, len(room), step)):
        await asyncio.sleep(max(0.0, began + number * 0.02 - asyncio.get_running_loop().time()))
        audio = base64.b64encode(room[start : start + step].tobytes()).decode()
        await talker.send("input_audio_buffer.append", audio=audio)


@pytest.mark.parametrize("visitor_at_s", [None, 2.5])
async def test_over_a_websocket(visitor_at_s: float | None) -> None:
    async with serving_engine(engine()) as address, talking(address) as talker:
        await talker.writes("Where is the hall?")
        await talker.until("response.done")
        pieces = [base64.b64decode(event["delta"]) for event in talker.all("response.output_audio.delta")]
        await play_into_the_microphone(talker, np.frombuffer(b"".join(pieces), np.int16), visitor_at_s)
        if visitor_at_s is None:
            await talker.configure()
            assert not talker.all(STARTED)
        else:
            started = await talker.until(STARTED)
            assert 2000 <= started["audio_start_ms"] <= 2900


async def test_over_webrtc_she_hears_herself_out() -> None:
    async with serving_engine(engine()) as address, calling(address) as caller:
        caller.feedback = 0.25
        await caller.writes("Where is the hall?")
        await caller.until("output_audio_buffer.stopped")
        await asyncio.sleep(0.5)  # what comes back last
        await caller.send("session.update", session={"type": "realtime"})
        await caller.until("session.updated")
        assert STARTED not in caller.types()


async def test_over_webrtc_a_visitor_interrupts_her_all_the_same() -> None:
    async with serving_engine(engine()) as address, calling(address) as caller:
        caller.feedback = 0.25
        await caller.writes("Where is the hall?")
        await caller.until("output_audio_buffer.started")
        await asyncio.sleep(2.0)
        caller.feedback = 0.0
        caller.mic.sounds.clear()
        caller.mic.plays(voice(900, 48_000))
        await caller.until("output_audio_buffer.cleared")
        truncated = await caller.until("conversation.item.truncated")
        assert 1500 <= truncated["audio_end_ms"] < SPOKEN_S * 1000 - 500
