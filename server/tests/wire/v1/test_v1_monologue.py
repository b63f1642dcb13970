"""Ten minutes without a pause, sent as fast as the line takes them; silence and noise as long."""

import asyncio
import base64
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.call.transcribing import WAITING
from charlotte.engine.ear import Heard, Names, Samples
from charlotte.engine.mind import Prompt, Say
from support.ears import InstantEar
from support.minds import ScriptedMind, last_words, saying
from support.mouths import ToneMouth
from support.served import serving_engine
from support.talker import Talker, talking
from support.vads import LoudnessVad, silence, voice

MINUTE_MS = 60_000
TRANSCRIBED = {"audio": {"input": {"transcription": {"model": "whisper-1"}}}}


def echo(prompt: Prompt) -> list[Say]:
    return saying("You said: ", last_words(prompt))


def engine(**parts: Any) -> Engine:
    given = {"ear": InstantEar(), "vad_factory": LoudnessVad, **parts}
    return Engine(Parts(ScriptedMind(script=echo), mouth=ToneMouth(10), **given))


def words(done: dict[str, Any]) -> str:
    return str(done["response"]["output"][0]["content"][0]["transcript"])


async def test_a_monologue_is_answered_once_and_others_are_answered_meanwhile() -> None:
    ear = InstantEar()
    async with serving_engine(engine(ear=ear)) as address, talking(address) as long, talking(address) as other:
        await long.configure(**TRANSCRIBED)
        async with asyncio.TaskGroup() as tasks:
            speaking = tasks.create_task(long.speaks(voice(10 * MINUTE_MS), silence(900)))
            for number in range(3):
                assert words(await other.answer(f"Question {number}")) == f"You said: Question {number}"
            assert not speaking.done()
        assert words(await long.until("response.done", within_s=60)) == "You said: what time is it"
        pieces = long.all("input_audio_buffer.committed")
        assert len(pieces) >= 5
        heard = long.all("conversation.item.input_audio_transcription.completed")
        assert [event["item_id"] for event in heard] == [event["item_id"] for event in pieces]
        assert len(long.all("response.created")) == 1
        assert max(len(samples) for samples in ear.heard) <= 125 * 16_000


@dataclass
class SlowEar:
    """Hears nothing until it may; counts how much it is asked for at once."""

    may_answer: asyncio.Event = field(default_factory=asyncio.Event)
    now: int = 0
    most: int = 0

    async def hear(
        self, samples: Samples, *, language: str | None = None, vocabulary: str = "", names: Names | None = None
    ) -> Heard:
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await self.may_answer.wait()
        finally:
            self.now -= 1
        return Heard("and now?", "en", 0.01, -0.2, len(samples) / 16_000, 0.0)


async def test_more_speech_than_can_be_recognised_is_told_and_the_last_is_answered() -> None:
    ear = SlowEar()
    async with serving_engine(engine(ear=ear)) as address, talking(address) as talker:
        await talker.configure(**TRANSCRIBED)
        minute = base64.b64encode(voice(MINUTE_MS)).decode()
        for _ in range(24):
            await talker.send("input_audio_buffer.append", audio=minute)
        await talker.speaks(silence(900))
        while len(talker.all("input_audio_buffer.committed")) < 12:
            await talker.until("input_audio_buffer.committed", within_s=60)
        kept = 1 + WAITING
        while len(talker.all("conversation.item.input_audio_transcription.failed")) < 12 - kept:
            await talker.until("conversation.item.input_audio_transcription.failed")
        ear.may_answer.set()
        assert words(await talker.until("response.done")) == "You said: and now?"
        failed = talker.all("conversation.item.input_audio_transcription.failed")
        assert {event["error"]["code"] for event in failed} == {"too_much_speech"}
        assert "short sentences" in failed[0]["error"]["message"]
        assert ear.most <= 2  # one item, and a guess at what may be the last


async def test_ten_minutes_of_silence_and_of_noise_are_no_question() -> None:
    ear = InstantEar(text="you", no_speech_prob=0.9)
    async with serving_engine(engine(ear=ear)) as address, talking(address) as talker:
        await talker.configure(**TRANSCRIBED)
        await talker.speaks(silence(10 * MINUTE_MS), chunk_ms=1000)
        await talker.configure()
        assert talker.all("input_audio_buffer.speech_started") == []
        await talker.speaks(*[noise(2_000) + silence(1_000)] * 20, chunk_ms=1000)
        heard = [await talker.until("conversation.item.input_audio_transcription.completed") for _ in range(20)]
        assert {event["transcript"] for event in heard} == {""}
        assert talker.all("response.created") == []
        ear.text, ear.no_speech_prob = "where is hall B", 0.01
        await talker.speaks(voice(700), silence(900))
        assert words(await talker.until("response.done")) == "You said: where is hall B"


def noise(duration_ms: int) -> bytes:
    random = np.random.default_rng(5)
    return random.integers(-9_000, 9_000, 24 * duration_ms).astype("<i2").tobytes()


@dataclass
class CountingVad:
    """Counts the frames it judges between two turns of the event loop."""

    turns: "Turns"

    def probability(self, frame: Samples) -> float:
        self.turns.frames += 1
        return 0.02

    def reset(self) -> None:
        pass


@dataclass
class Turns:
    frames: int = 0
    most: int = 0

    async def count(self) -> None:
        while True:
            self.most, self.frames = max(self.most, self.frames), 0
            await asyncio.sleep(0)


async def sends(talker: Talker, chunk_ms: int) -> None:
    await talker.speaks(silence(2 * MINUTE_MS), chunk_ms=chunk_ms)
    await talker.configure()


async def test_whoever_sends_without_a_pause_leaves_others_their_turn() -> None:
    turns = Turns()
    async with serving_engine(engine(vad_factory=lambda: CountingVad(turns))) as address:
        async with talking(address) as talker, asyncio.TaskGroup() as tasks:
            counting = tasks.create_task(turns.count())
            for chunk_ms in (20, 1000, 2 * MINUTE_MS):
                await sends(talker, chunk_ms)
            counting.cancel()
    assert turns.most <= 40, "frames of 32 ms, more than a second of sound in one go"
