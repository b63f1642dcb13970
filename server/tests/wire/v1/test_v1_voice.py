"""Spoken conversations over a real socket: turns, interruptions, push-to-talk, noise."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.ear import Grasp, Names
from charlotte.engine.mind import Prompt, Say
from support.clocks import ManualClock
from support.ears import InstantEar
from support.minds import ScriptedMind, last_words, saying
from support.mouths import ToneMouth
from support.served import serving_engine
from support.talker import Talker, talking
from support.vads import LoudnessVad, ScriptedEndOfTurn, silence, voice


def echo(prompt: Prompt) -> list[Say]:
    return saying("You said: ", last_words(prompt))


def voiced(**more: object) -> Parts:
    parts = Parts(ScriptedMind(script=echo), ear=InstantEar(), mouth=ToneMouth(), vad_factory=LoudnessVad)
    for name, part in more.items():
        setattr(parts, name, part)
    return parts


async def hear_out(talker: Talker) -> dict[str, object]:
    return await talker.until("response.done")


async def test_the_ear_is_told_what_the_calls_congress_calls_its_own() -> None:
    ear, events = InstantEar(), list[object]()

    async def names_of(variables: Mapping[str, Any]) -> Names:
        events.append(variables.get("event"))

        def near(heard: Sequence[str]) -> Sequence[str]:
            return [f"{one}?" for one in heard]

        return Names(near, near, lambda _text, _language: Grasp.NAMED)

    parts = voiced(ear=ear, names=names_of, variables=lambda: {"event": "demo"})
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        await talker.speaks(silence(500), voice(800), silence(700))
        await hear_out(talker)
        await talker.configure(prompt={"id": "charlotte", "variables": {"event": "other"}})
        await talker.speaks(voice(800), silence(700))
        await hear_out(talker)
    assert set(events) == {"demo", "other"}
    assert [list(names.near(["Seminar"])) for names in ear.names] == [["Seminar?"]] * len(ear.names)


async def test_a_spoken_turn() -> None:
    async with serving_engine(Engine(voiced())) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"transcription": {"model": "whisper-1"}}})
        await talker.speaks(silence(500), voice(800), silence(700))
        await talker.until("response.done")
        assert talker.types() == [
            "session.created",
            "session.updated",
            "input_audio_buffer.speech_started",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            "conversation.item.input_audio_transcription.delta",
            "conversation.item.input_audio_transcription.completed",
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_audio_transcript.delta",
            "response.output_audio.delta",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done",
        ]
        started = talker.all("input_audio_buffer.speech_started")[0]
        stopped = talker.all("input_audio_buffer.speech_stopped")[0]
        assert 150 <= started["audio_start_ms"] <= 250  # the tone begins at 500, less 300 of padding
        assert 1750 <= stopped["audio_end_ms"] <= 1875  # it ends at 1300, and 500 of silence end the turn
        sound = b"".join(base64.b64decode(e["delta"]) for e in talker.all("response.output_audio.delta"))
        words = "You said: what time is it"
        assert len(sound) == len(words) * 50 * 48
        assert talker.all("response.output_audio_transcript.done")[0]["transcript"] == words
        usage = talker.received[-1]["response"]["usage"]
        assert usage["output_token_details"]["audio_tokens"] == len(words)
        assert usage["input_token_details"]["audio_tokens"] > 10


async def test_interrupting_ends_the_answer() -> None:
    clock = ManualClock()
    ear = InstantEar()
    mouth = ToneMouth(ms_per_char=400)
    async with serving_engine(Engine(voiced(ear=ear, mouth=mouth, clock=clock))) as address:
        async with talking(address) as talker:
            await talker.speaks(voice(600), silence(700))
            await talker.until("response.done")  # the sound is all sent, and still to be heard
            await talker.speaks(voice(150), silence(800))  # a cough
            await talker.speaks(voice(500), silence(800))
            await talker.until("input_audio_buffer.speech_started")
            assert talker.all("input_audio_buffer.speech_started")[1]["audio_start_ms"] >= 1900  # not the cough
            await talker.until("response.done")
            assert len(talker.all("response.created")) == 2


async def test_a_cough_while_she_speaks_is_no_turn() -> None:
    mouth = ToneMouth(ms_per_char=400)
    async with serving_engine(Engine(voiced(mouth=mouth, clock=ManualClock()))) as address:
        async with talking(address) as talker:
            await talker.speaks(voice(600), silence(700))
            await talker.until("response.done")
            await talker.speaks(voice(150), silence(900))
            await talker.configure()
            assert len(talker.all("input_audio_buffer.speech_started")) == 1


async def test_noise_is_no_question() -> None:
    ear = InstantEar(text="you", no_speech_prob=0.9)
    async with serving_engine(Engine(voiced(ear=ear))) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"transcription": {"model": "whisper-1"}}})
        await talker.speaks(voice(400), silence(700))
        completed = await talker.until("conversation.item.input_audio_transcription.completed")
        assert completed["transcript"] == ""
        await talker.send("conversation.item.retrieve", item_id=completed["item_id"])
        retrieved = await talker.until("conversation.item.retrieved")
        assert retrieved["item"]["content"][0]["transcript"] == ""
        assert not talker.all("response.created")


async def test_push_to_talk_answers_only_when_asked() -> None:
    async with serving_engine(Engine(voiced(vad_factory=None))) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"turn_detection": None}})
        await talker.speaks(voice(50))
        await talker.send("input_audio_buffer.commit", event_id="too-short")
        error = (await talker.until("error"))["error"]
        assert error["code"] == "input_audio_buffer_commit_empty"
        assert error["event_id"] == "too-short"
        assert "only has 50.00ms" in error["message"]
        await talker.speaks(voice(600))
        await talker.send("input_audio_buffer.commit")
        await talker.until("conversation.item.done")
        assert not talker.all("response.created")
        await talker.send("response.create")
        done = await talker.until("response.done")
        assert done["response"]["output"][0]["content"][0]["transcript"] == "You said: what time is it"


async def test_semantic_turns_wait_until_the_sentence_is_finished() -> None:
    ends = ScriptedEndOfTurn([0.1, 0.2, 0.9])
    async with serving_engine(Engine(voiced(end_of_turn=ends))) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"turn_detection": {"type": "semantic_vad", "eagerness": "low"}}})
        await talker.speaks(voice(600), silence(300), voice(300), silence(2000), chunk_ms=32)
        await talker.until("response.done")
        stopped = talker.all("input_audio_buffer.speech_stopped")
        assert len(stopped) == 1
        assert len(ends.asked) == 3


async def test_flags_keep_her_silent() -> None:
    async with serving_engine(Engine(voiced())) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"turn_detection": {"type": "server_vad", "create_response": False}}})
        await talker.speaks(voice(400), silence(700))
        await talker.until("conversation.item.done")
        await talker.configure()
        assert not talker.all("response.created")


async def test_a_silence_is_answered_after_the_idle_timeout() -> None:
    clock = ManualClock()
    async with serving_engine(Engine(voiced(clock=clock))) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"turn_detection": {"type": "server_vad", "idle_timeout_ms": 5000}}})
        await talker.speaks(voice(400), silence(700))
        await talker.until("response.done")
        clock.advance(60)  # the answer has been heard
        await talker.configure()
        for _ in range(8):
            clock.advance(1.0)
        triggered = await talker.until("input_audio_buffer.timeout_triggered")
        assert triggered["audio_end_ms"] >= triggered["audio_start_ms"]
        await talker.until("response.done")


async def test_sound_inside_an_item_is_understood() -> None:
    async with serving_engine(Engine(voiced())) as address, talking(address) as talker:
        part = {"type": "input_audio", "audio": base64.b64encode(voice(500)).decode()}
        await talker.send("conversation.item.create", item={"type": "message", "role": "user", "content": [part]})
        added = await talker.until("conversation.item.added")
        assert added["item"]["content"] == [{"type": "input_audio", "transcript": None}]
        await talker.send("response.create")
        done = await talker.until("response.done")
        assert done["response"]["output"][0]["content"][0]["transcript"] == "You said: what time is it"
