"""What the stock `openai` package offers beyond a turn: truncation, retrieval, client secrets, calls, sidebands."""

import base64

import pytest
from openai import AsyncOpenAI
from openai.types.realtime import RealtimeServerEvent
from pydantic import TypeAdapter

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Prompt, Say
from support.caller import calling
from support.ears import InstantEar
from support.minds import ScriptedMind, last_words, saying
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.vads import LoudnessVad, silence, voice

pytestmark = pytest.mark.sdk
EVENT: TypeAdapter[RealtimeServerEvent] = TypeAdapter(RealtimeServerEvent)


def host(prompt: Prompt) -> list[Say]:
    return saying("You said: ", last_words(prompt))


def engine(ms_per_char: float = 20) -> Engine:
    mouth = ToneMouth(ms_per_char=ms_per_char)
    return Engine(Parts(ScriptedMind(script=host), ear=InstantEar(), mouth=mouth, vad_factory=LoudnessVad))


def client(address: str, key: str = KEY) -> AsyncOpenAI:
    return AsyncOpenAI(api_key=key, base_url=f"http://{address}/v1")


async def test_an_audio_turn_and_an_interruption() -> None:
    async with serving_engine(engine(ms_per_char=300)) as address, client(address) as openai:
        async with openai.realtime.connect(model="charlotte") as connection:
            sound, item_id = b"", ""
            for pcm in (voice(500), silence(700)):
                await connection.input_audio_buffer.append(audio=base64.b64encode(pcm).decode())
            async for event in connection:
                EVENT.validate_python(event.model_dump(exclude_unset=True), strict=False)
                if event.type == "response.output_audio.delta":
                    sound += base64.b64decode(event.delta)
                    item_id = event.item_id
                if event.type == "response.done":
                    break
            assert len(sound) / 48 == len("You said: what time is it") * 300
            await connection.input_audio_buffer.append(audio=base64.b64encode(voice(600)).decode())
            async for event in connection:
                if event.type == "input_audio_buffer.speech_started":
                    await connection.conversation.item.truncate(item_id=item_id, content_index=0, audio_end_ms=1500)
                if event.type == "conversation.item.truncated":
                    break
            await connection.conversation.item.retrieve(item_id=item_id)
            async for event in connection:
                if event.type == "conversation.item.retrieved":
                    part = event.item.content[0]
                    assert "You said: what time is it".startswith(part.transcript)
                    assert len(part.transcript) <= 5
                    assert len(base64.b64decode(part.audio)) == 1500 * 48
                    break


async def test_webrtc_by_client_secret_and_by_key() -> None:
    async with serving_engine(engine()) as address, client(address) as openai:
        secret = await openai.realtime.client_secrets.create(
            session={"type": "realtime", "instructions": "Be brief.", "output_modalities": ["text"]},
            expires_after={"anchor": "created_at", "seconds": 60},
        )
        assert secret.value.startswith("ek_")
        async with calling(address, key=secret.value) as caller:
            assert caller.received[0]["session"]["instructions"] == "Be brief."

        async def post(offer: str) -> tuple[str, str]:
            reply = await openai.realtime.calls.with_raw_response.create(
                sdp=offer, session={"type": "realtime", "instructions": "Be kind.", "output_modalities": ["text"]}
            )
            return reply.text, reply.headers["Location"].rsplit("/", 1)[-1]

        async with calling(address, post=post) as caller:
            assert caller.received[0]["session"]["instructions"] == "Be kind."
            async with openai.realtime.connect(call_id=caller.call_id) as sideband:
                content = [{"type": "input_text", "text": "Hi"}]
                await sideband.conversation.item.create(item={"type": "message", "role": "user", "content": content})
                await sideband.response.create()
                done = await caller.until("response.done")
                assert done["response"]["output"][0]["content"][0]["text"] == "You said: Hi"
                await openai.realtime.calls.hangup(caller.call_id)
                await caller.closed.wait()
