"""An attendee with the `openai` package: raw events, so the attendee does what an application would."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from openai import AsyncOpenAI
from openai.resources.realtime.realtime import AsyncRealtimeConnection
from openai.types.realtime import RealtimeServerEvent
from pydantic import TypeAdapter

from sdk.turns import HEARD_MS, Told
from support.desk import Desk
from support.served import KEY
from support.vads import silence, voice

EVENT: TypeAdapter[Any] = TypeAdapter(RealtimeServerEvent)
BYTES_PER_MS = 48


@dataclass
class OpenAIPackage:
    """Speaks over the WebSocket of `client.realtime.connect`."""

    address: str
    desk: Desk

    async def writes(self, text: str, modality: str) -> Told:
        async with self._connected(modality) as connection:
            await _write(connection, text)
            return await self._answer(connection)

    async def speaks(self) -> Told:
        async with self._connected("audio") as connection:
            await _speak(connection)
            return await self._answer(connection)

    async def interrupts(self, text: str) -> Told:
        async with self._connected("audio") as connection:
            await _write(connection, text)
            told = await self._answer(connection)
            await asyncio.sleep(HEARD_MS / 1000)
            await _speak(connection)
            async for event in _events(connection):
                if event.type == "input_audio_buffer.speech_started":
                    truncation: Any = {"item_id": self._item_id, "content_index": 0, "audio_end_ms": HEARD_MS}
                    await connection.conversation.item.truncate(**truncation)
                if event.type == "conversation.item.truncated":
                    await connection.conversation.item.retrieve(item_id=self._item_id)
                if event.type == "conversation.item.retrieved":
                    part = event.item.content[0]
                    return Told(part.transcript, told.tools, len(base64.b64decode(part.audio)) / BYTES_PER_MS)
        raise AssertionError("the connection ended")

    @asynccontextmanager
    async def _connected(self, modality: str) -> AsyncIterator[AsyncRealtimeConnection]:
        async with AsyncOpenAI(api_key=KEY, base_url=f"http://{self.address}/v1") as client:
            async with client.realtime.connect(model="charlotte") as connection:
                tools = [definition.wire() for definition in self.desk.definitions]
                session: Any = {"type": "realtime", "output_modalities": [modality], "tools": tools}
                await connection.session.update(session=session)
                yield connection

    async def _answer(self, connection: AsyncRealtimeConnection) -> Told:
        """Run what tools are called and read on to the end of the answer."""
        sound, tools = b"", []
        async for event in _events(connection):
            if event.type == "response.output_audio.delta":
                sound += base64.b64decode(event.delta)
            if event.type != "response.done":
                continue
            assert event.response.status == "completed"
            assert event.response.usage.output_tokens
            item = event.response.output[0]
            if item.type != "function_call":
                self._item_id = item.id
                part = item.content[0]
                return Told(part.transcript or part.text, tools, len(sound) / BYTES_PER_MS)
            tools.append(item.name)
            output = await self.desk.run(item.name, item.arguments)
            result: Any = {"type": "function_call_output", "call_id": item.call_id, "output": output}
            await connection.conversation.item.create(item=result)
            await connection.response.create()
        raise AssertionError("the connection ended")


async def _events(connection: AsyncRealtimeConnection) -> AsyncIterator[Any]:
    """Yield events, each checked against the types of the package."""
    async with asyncio.timeout(30):
        async for event in connection:
            assert event.type != "error", event
            EVENT.validate_python(event.model_dump(exclude_unset=True), strict=False)
            yield event


async def _write(connection: AsyncRealtimeConnection, text: str) -> None:
    item: Any = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": text}]}
    await connection.conversation.item.create(item=item)
    await connection.response.create()


async def _speak(connection: AsyncRealtimeConnection) -> None:
    await connection.input_audio_buffer.append(audio=base64.b64encode(voice(700) + silence(1200)).decode())
