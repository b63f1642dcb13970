"""A sound that was no question does not cost the answer it cut: she goes on where she was cut."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from support.caller import calling
from support.clocks import ManualClock
from support.ears import InstantEar
from support.minds import ScriptedMind, saying
from support.mouths import ToneMouth
from support.served import serving_engine
from support.talker import Event, Talker, talking
from support.vads import LoudnessVad, silence, voice

ANSWER = ["Doors: nine. ", "Coffee: ten. ", "Lunch: noon. ", "Posters: 14. ", "Farewell: 6."]
MS_PER_CHAR = 400
CLAUSE_MS = len(ANSWER[0]) * MS_PER_CHAR
CUT_MS = 2 * CLAUSE_MS + 600
"""In the third clause."""


def engine(ear: InstantEar, clock: ManualClock, *turns: list[str]) -> Engine:
    mind = ScriptedMind([saying(*turn) for turn in turns])
    return Engine(Parts(mind, ear=ear, mouth=ToneMouth(MS_PER_CHAR), vad_factory=LoudnessVad, clock=clock))


async def asks_and_listens(talker: Talker, clock: ManualClock) -> str:
    """Hear two clauses and some; return the item of the answer, which is still being sent."""
    await talker.configure(audio={"input": {"transcription": {"model": "whisper-1"}}})
    await talker.speaks(voice(500), silence(700))
    while len(talker.all("response.output_audio.delta")) < 190:  # the pieces of the 19 s before she waits
        sound = await talker.until("response.output_audio.delta")
    clock.advance(CUT_MS / 1000)
    return str(sound["item_id"])


async def answer_after(talker: Talker) -> Event:
    """Return the response that follows the one that was cut."""
    cut = (await talker.until("response.done"))["response"]
    assert (cut["status"], cut["status_details"]["reason"]) == ("cancelled", "turn_detected")
    await talker.until("response.created")
    done: Event = (await talker.until("response.done"))["response"]
    assert done["id"] != cut["id"]
    return done


@dataclass
class WaitingMouth(ToneMouth):
    """Speaks once it may."""

    may_speak: asyncio.Event = field(default_factory=asyncio.Event)

    async def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        await self.may_speak.wait()
        async for piece in super().speak(text, language=language, voice=voice, speed=speed):
            yield piece


def transcript(response: Event) -> str:
    return str(response["output"][0]["content"][0]["transcript"])


@pytest.mark.parametrize(("words", "no_speech_prob"), [("you", 0.9), ("Mhm.", 0.01), ("Sì, sì.", 0.01)])
async def test_she_goes_on_after_a_sound_that_was_no_question(words: str, no_speech_prob: float) -> None:
    ear, clock = InstantEar(), ManualClock()
    async with serving_engine(engine(ear, clock, ANSWER)) as address, talking(address) as talker:
        await asks_and_listens(talker, clock)
        ear.text, ear.no_speech_prob = words, no_speech_prob
        await talker.speaks(voice(500), silence(800))
        rest = await answer_after(talker)
        assert rest["status"] == "completed"
        assert transcript(rest) == "".join(ANSWER[2:])


async def test_she_goes_on_from_where_the_client_says_it_was_cut() -> None:
    ear, clock = InstantEar(), ManualClock()
    async with serving_engine(engine(ear, clock, ANSWER)) as address, talking(address) as talker:
        item_id = await asks_and_listens(talker, clock)
        ear.text = "Mhm."
        await talker.speaks(voice(500))
        await talker.until("input_audio_buffer.speech_started")
        heard_ms = 3 * CLAUSE_MS + 100
        await talker.send("conversation.item.truncate", item_id=item_id, content_index=0, audio_end_ms=heard_ms)
        await talker.speaks(silence(800))
        assert transcript(await answer_after(talker)) == "".join(ANSWER[3:])


async def test_a_question_that_begins_like_assent_interrupts() -> None:
    ear, clock = InstantEar(), ManualClock()
    async with serving_engine(engine(ear, clock, ANSWER, ["Hall B."])) as address, talking(address) as talker:
        await asks_and_listens(talker, clock)
        ear.text = "OK and where is it?"
        await talker.speaks(voice(500), silence(800))
        assert transcript(await answer_after(talker)) == "Hall B."


async def test_assent_to_a_question_of_hers_is_an_answer() -> None:
    ear, clock = InstantEar(), ManualClock()
    asking = [*ANSWER[:4], "The first one?"]
    async with serving_engine(engine(ear, clock, asking, ["Hall B."])) as address, talking(address) as talker:
        await asks_and_listens(talker, clock)
        ear.text = "Ja."
        await talker.speaks(voice(500), silence(800))
        assert transcript(await answer_after(talker)) == "Hall B."


async def test_an_answer_stopped_by_hand_stays_stopped() -> None:
    ear, clock = InstantEar(), ManualClock()
    async with serving_engine(engine(ear, clock, ANSWER, ["Hall B."])) as address, talking(address) as talker:
        await asks_and_listens(talker, clock)
        await talker.send("response.cancel")
        await talker.until("response.done")
        ear.text = "Mhm."
        await talker.speaks(voice(500), silence(800))
        done = (await talker.until("response.done"))["response"]
        assert transcript(done) == "Hall B."  # an answer to what was said, not the rest of the other


async def test_an_answer_nobody_heard_anything_of_is_given_anew() -> None:
    mouth = WaitingMouth()
    mind = ScriptedMind([saying(*ANSWER)])
    parts = Parts(mind, ear=InstantEar(), mouth=mouth, vad_factory=LoudnessVad)
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        await talker.speaks(voice(500), silence(700))
        while len(talker.all("response.output_audio_transcript.delta")) < len(ANSWER):
            await talker.until("response.output_audio_transcript.delta")
        await talker.speaks(voice(500))
        assert (await talker.until("conversation.item.truncated"))["audio_end_ms"] == 0
        mouth.may_speak.set()
        await talker.speaks(silence(800))
        await talker.until("response.created")
        assert transcript((await talker.until("response.done"))["response"]) == "".join(ANSWER)
    kept = [item.content[0].transcript for item in mind.prompts[-1].items if item.role == "assistant"]
    assert kept == [""]


async def test_a_client_that_answers_for_itself_is_left_to_it() -> None:
    ear, clock = InstantEar(), ManualClock()
    async with serving_engine(engine(ear, clock, ANSWER)) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"turn_detection": {"type": "server_vad", "create_response": False}}})
        await talker.send("response.create")
        while len(talker.all("response.output_audio.delta")) < 190:
            await talker.until("response.output_audio.delta")
        ear.text = "Mhm."
        await talker.speaks(voice(500), silence(800))
        await talker.until("conversation.item.done")
        await talker.configure()
        assert len(talker.all("response.created")) == 1


async def test_over_a_call_she_goes_on_from_what_left() -> None:
    ear = InstantEar()
    mind = ScriptedMind([saying(*ANSWER)])
    parts = Parts(mind, ear=ear, mouth=ToneMouth(ms_per_char=60), vad_factory=LoudnessVad)
    async with serving_engine(Engine(parts)) as address, calling(address) as caller:
        await caller.send("session.update", session={"type": "realtime"})
        caller.mic.plays(voice(500, 48_000) + silence(600, 48_000))
        first = await caller.until("output_audio_buffer.started")
        ear.text = "Mhm."
        caller.mic.plays(silence(900, 48_000) + voice(500, 48_000) + silence(700, 48_000))
        cleared = await caller.until("output_audio_buffer.cleared")
        assert cleared["response_id"] == first["response_id"]
        cut_ms = (await caller.until("conversation.item.truncated"))["audio_end_ms"]
        second = await caller.until("output_audio_buffer.started")
        stopped = await caller.until("output_audio_buffer.stopped")
        assert stopped["response_id"] == second["response_id"] != first["response_id"]
    rest = [e for e in caller.received if e["type"] == "response.output_audio_transcript.done"][-1]["transcript"]
    begins = [0, *(60 * len("".join(ANSWER[:number])) for number in range(1, len(ANSWER)))]
    cut_in = max(number for number, start_ms in enumerate(begins) if number == 0 or start_ms <= cut_ms + 100)
    assert rest == "".join(ANSWER[cut_in:])
    assert [len(prompt.items) for prompt in mind.prompts] == [1]
