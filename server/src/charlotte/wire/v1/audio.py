"""`/v1/audio/speech` and `/v1/audio/transcriptions`: the voice and the ear alone, as the provider offers them."""

import asyncio
import math
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
from pydantic import Field, ValidationError

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.refusal import Refused, invalid_value
from charlotte.engine.call.transcribing import words_of
from charlotte.engine.ear import Samples
from charlotte.engine.hearing.audio_file import read_audio
from charlotte.errors import BadInput, Unavailable
from charlotte.protocol.base import Frame
from charlotte.wire.v1.access import V1Access, bearer
from charlotte.wire.v1.audio_container import MEDIA_TYPES, in_container
from charlotte.wire.v1.body import as_refused, limited_body, parts_of
from charlotte.wire.v1.errors import CORS, V1Route

MAX_TEXT = 4096
MAX_BODY_BYTES = 64 * 1024
MAX_RECORDING_BYTES = 25 * 1024 * 1024
REPLIES = ("json", "text", "verbose_json")


class SpeechRequest(Frame):
    """Body of `POST /v1/audio/speech`; `language` is ours, ISO 639-1, of the text."""

    input: Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
    model: str = ""
    voice: str = "auto"
    response_format: Literal["mp3", "wav", "pcm", "flac", "opus"] = "mp3"
    speed: Annotated[float, Field(ge=0.25, le=4.0)] = 1.0
    language: str = "en"


def audio_router(engine: Engine, access: V1Access) -> APIRouter:
    """Return the routes of voice and ear."""
    router = APIRouter(prefix="/audio", route_class=V1Route)

    @router.post("/speech", summary="Speak a text")
    async def speech(request: Request) -> Response:
        access.operator(bearer(request.headers.get("authorization")))
        try:
            asked = SpeechRequest.model_validate_json(await limited_body(request, MAX_BODY_BYTES))
        except ValidationError as failure:
            raise as_refused(failure) from None
        sound = _spoken(engine, asked)
        first = await anext(sound)  # so that a voice that fails is an error, not half a file
        media_type = MEDIA_TYPES[asked.response_format]
        if asked.response_format == "pcm":
            return StreamingResponse(_from(first, sound), headers=CORS, media_type=media_type)
        pcm = first + b"".join([piece async for piece in sound])
        data = await asyncio.to_thread(in_container, pcm, asked.response_format)
        return Response(data, headers=CORS, media_type=media_type)

    @router.post("/transcriptions", summary="Write down a recording")
    async def transcribe(request: Request) -> Response:
        access.operator(bearer(request.headers.get("authorization")))
        ear = engine.parts.ear
        if ear is None:
            raise Unavailable("Speech cannot be understood yet.", hint="The models are still loading; try again soon.")
        parts = await parts_of(request, MAX_RECORDING_BYTES)
        if "file" not in parts:
            raise Refused("Missing required parameter: 'file'.", wire_code="missing_required_parameter", param="file")
        wanted = parts.get("response_format", b"json").decode()
        if wanted not in REPLIES:
            raise invalid_value(wanted, "response_format", f"Supported values are: {', '.join(REPLIES)}.")
        samples = await asyncio.to_thread(_samples, parts["file"])
        language = parts.get("language", b"").decode() or None
        heard = await ear.hear(samples, language=language, vocabulary=parts.get("prompt", b"").decode())
        text = words_of(heard)
        if wanted == "text":
            return PlainTextResponse(text + "\n", headers=CORS)
        body: dict[str, object] = {"text": text}
        body["usage"] = {"type": "duration", "seconds": math.ceil(heard.seconds)}
        if wanted == "verbose_json":
            body |= {"task": "transcribe", "language": heard.language, "duration": heard.seconds, "segments": []}
        return JSONResponse(body, headers=CORS)

    return router


async def _spoken(engine: Engine, asked: SpeechRequest) -> AsyncIterator[bytes]:
    mouth = engine.parts.mouth
    if mouth is None:
        raise Unavailable("The voice is still loading.", hint="Try again in a moment.")
    voice = mouth.choose(asked.voice, language=asked.language)
    is_silent = True
    async for piece in mouth.speak(asked.input, language=asked.language, voice=voice, speed=asked.speed):
        is_silent = False
        yield piece
    if is_silent:
        message = "There is nothing to say in this text. Give at least one word."
        raise Refused(message, wire_code="invalid_value", param="input")


async def _from(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in rest:
        yield piece


def _samples(recording: bytes) -> Samples:
    with NamedTemporaryFile(suffix=".audio") as file:
        file.write(recording)
        file.flush()
        try:
            return read_audio(Path(file.name))
        except BadInput as failure:
            message = "The file cannot be read as a recording. Send a WAV, FLAC, MP3, Ogg or WebM file that plays."
            raise Refused(message, wire_code="invalid_value", param="file") from failure
