"""Calls over WebRTC, aiortc to aiortc."""

import asyncio

import httpx2
import pytest

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Prompt, Say
from support.caller import calling
from support.ears import InstantEar
from support.minds import ScriptedMind, last_words, saying
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.talker import talking
from support.vads import LoudnessVad, silence, voice


def echo(prompt: Prompt) -> list[Say]:
    return saying("You said: ", last_words(prompt))


def voiced(mouth: ToneMouth) -> Engine:
    return Engine(Parts(ScriptedMind(script=echo), ear=InstantEar(), mouth=mouth, vad_factory=LoudnessVad))


async def test_a_spoken_turn_and_a_sideband() -> None:
    engine = voiced(ToneMouth(ms_per_char=20))
    async with serving_engine(engine) as address, calling(address) as caller:
        assert caller.call_id.startswith("rtc_")
        assert "a=msid" in caller.answer
        async with talking(address, f"?call_id={caller.call_id}") as sideband:
            await sideband.configure(audio={"input": {"transcription": {"model": "whisper-1"}}})
            caller.mic.plays(silence(200, 48_000) + voice(600, 48_000) + silence(700, 48_000))
            await caller.until("output_audio_buffer.stopped")
            types = caller.types()
            assert types.index("output_audio_buffer.started") > types.index("response.output_audio_transcript.delta")
            types.remove("output_audio_buffer.started")  # where among the words depends on the line
            assert types == [
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
                "response.output_audio.done",
                "response.output_audio_transcript.done",
                "response.content_part.done",
                "conversation.item.done",
                "response.output_item.done",
                "response.done",
                "rate_limits.updated",
                "output_audio_buffer.stopped",
            ]
            await sideband.until("output_audio_buffer.stopped")
            assert "session.created" not in sideband.types()
            assert "response.output_audio.delta" not in sideband.types()
            words_ms = len("You said: what time is it") * 20
            assert words_ms * 0.7 <= caller.loud_ms <= words_ms * 1.3 + 100


async def test_speaking_up_silences_her_and_keeps_what_was_heard() -> None:
    async with serving_engine(voiced(ToneMouth(ms_per_char=200))) as address, calling(address) as caller:
        await caller.send("session.update", session={"type": "realtime"})
        caller.mic.plays(voice(500, 48_000) + silence(600, 48_000))
        started = await caller.until("output_audio_buffer.started")
        caller.mic.plays(voice(700, 48_000))
        cleared = await caller.until("output_audio_buffer.cleared")
        assert cleared["response_id"] == started["response_id"]
        truncated = await caller.until("conversation.item.truncated")
        assert 0 < truncated["audio_end_ms"] < 4000
        await caller.send("conversation.item.retrieve", item_id=truncated["item_id"])
        item = (await caller.until("conversation.item.retrieved"))["item"]
        assert "You said: what time is it".startswith(item["content"][0]["transcript"])
        assert len(item["content"][0]["transcript"]) < 25


async def test_clearing_the_output_and_hanging_up() -> None:
    engine = voiced(ToneMouth(ms_per_char=200))
    async with serving_engine(engine) as address, calling(address) as caller:
        content = [{"type": "input_text", "text": "Tell me something long."}]
        await caller.send("conversation.item.create", item={"type": "message", "role": "user", "content": content})
        await caller.send("response.create")
        await caller.until("output_audio_buffer.started")
        await caller.send("output_audio_buffer.clear")
        await caller.until("output_audio_buffer.cleared")
        url = f"http://{address}/v1/realtime/calls/{caller.call_id}/hangup"
        async with httpx2.AsyncClient(headers={"Authorization": f"Bearer {KEY}"}) as http:
            reply = await http.post(url)
            assert (reply.status_code, reply.content) == (200, b"")
            async with asyncio.timeout(5):
                await caller.closed.wait()
            gone = await http.post(url)
        assert gone.status_code == 404
        assert gone.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"\xff\xfe", 400),
        (b"hello", 400),
        (b"v=0\r\n", 400),
        (b"v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=fingerprint:sha-256 00\r\n", 400),
        (b"v=0\r\n" + b"m=audio 9 x 0\r\n" * 9, 400),
        (b"v=0\r\n" + b"x" * 10_000_000, 413),
    ],
)
async def test_bad_offers_are_refused(body: bytes, status: int) -> None:
    engine = voiced(ToneMouth())
    async with serving_engine(engine) as address, httpx2.AsyncClient() as http:
        headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/sdp"}
        reply = await http.post(f"http://{address}/v1/realtime/calls", content=body, headers=headers)
        assert reply.status_code == status, reply.text
        assert reply.json()["error"]["message"]
        assert engine.open_calls == 0
