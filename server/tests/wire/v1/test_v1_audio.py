"""The voice and the ear alone, by the stock `openai` package."""

import io
import wave

import av
import openai
import pytest
from openai import AsyncOpenAI

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from support.ears import InstantEar
from support.minds import ScriptedMind
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.vads import voice


def client(address: str) -> AsyncOpenAI:
    return AsyncOpenAI(api_key=KEY, base_url=f"http://{address}/v1", max_retries=0)


def recording() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 24_000, 0, "NONE", ""))
        out.writeframes(voice(900))
    return file.getvalue()


@pytest.mark.parametrize("kind", ["wav", "mp3", "flac", "opus", "pcm"])
async def test_a_text_is_spoken(kind: str) -> None:
    mouth = ToneMouth(ms_per_char=100)
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=mouth))) as address, client(address) as api:
        reply = await api.audio.speech.create(
            model="tts-1", voice="alloy", input="Good day.", response_format=kind, extra_body={"language": "it"}
        )
        data = reply.content
    assert mouth.spoken == [("Good day.", "it", "alloy")]
    if kind == "pcm":
        assert len(data) == 900 * 48
        return
    with av.open(io.BytesIO(data)) as file:
        seconds = sum(frame.samples / frame.sample_rate for frame in file.decode(audio=0))
    assert 0.85 <= seconds <= 1.1


@pytest.mark.parametrize("kind", ["mp3", "pcm"])
async def test_a_text_without_a_sound_is_refused(kind: str) -> None:
    async with (
        serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth(ms_per_char=0)))) as address,
        client(address) as api,
    ):
        with pytest.raises(openai.BadRequestError) as refused:
            await api.audio.speech.create(model="tts-1", voice="fable", input="…", response_format=kind)
        assert refused.value.param == "input"


async def test_a_recording_is_written_down() -> None:
    ear = InstantEar(text="dove si trova")
    async with serving_engine(Engine(Parts(ScriptedMind(), ear=ear))) as address, client(address) as api:
        file = ("question.wav", recording())
        heard = await api.audio.transcriptions.create(model="whisper-1", file=file, language="it", prompt="Aula Magna")
        assert heard.text == "dove si trova"
        text = await api.audio.transcriptions.create(model="whisper-1", file=file, response_format="text")
        assert text == "dove si trova\n"
        assert ear.asked == [("it", "Aula Magna"), (None, "")]
        assert abs(len(ear.heard[0]) / 16 - 900) < 5
        with pytest.raises(openai.BadRequestError):
            await api.audio.transcriptions.create(model="whisper-1", file=("noise.wav", b"RIFF no sound"))


async def test_models_that_still_load_are_said_to() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address, client(address) as api:
        with pytest.raises(openai.InternalServerError) as failed:
            await api.audio.speech.create(model="tts-1", voice="alloy", input="Hi")
        assert failed.value.status_code == 503
        assert failed.value.response.headers["Retry-After"]
        with pytest.raises(openai.InternalServerError):
            await api.audio.transcriptions.create(model="whisper-1", file=("question.wav", recording()))
