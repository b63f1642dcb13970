"""An attendee with the `openai-agents` package: the SDK runs the tools and cuts its own playback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from agents import FunctionTool
from agents.realtime import RealtimeAgent, RealtimeRunner, RealtimeSession

from charlotte.protocol.config import FunctionTool as Definition
from sdk.turns import HEARD_MS, Told
from support.desk import Desk
from support.served import KEY
from support.vads import silence, voice

BYTES_PER_MS = 48


@dataclass
class AgentsPackage:
    """Speaks over the WebSocket of a `RealtimeRunner`."""

    address: str
    desk: Desk

    async def writes(self, text: str, modality: str) -> Told:
        async with self._session(modality) as conversation:
            await conversation.session.send_message(text)
            return await conversation.answer()

    async def speaks(self) -> Told:
        async with self._session("audio") as conversation:
            await conversation.session.send_audio(voice(700) + silence(1200))
            return await conversation.answer()

    async def interrupts(self, text: str) -> Told:
        async with self._session("audio") as conversation:
            await conversation.session.send_message(text)
            whole = await conversation.answer()
            await asyncio.sleep(HEARD_MS / 1000)
            await conversation.session.send_audio(voice(700))
            interrupted = False
            async for event in conversation.events():
                interrupted = interrupted or event.type == "audio_interrupted"
                if interrupted and conversation.words != whole.words:
                    return Told(conversation.words, whole.tools, whole.sound_ms)
        raise AssertionError("the session ended")

    @asynccontextmanager
    async def _session(self, modality: str) -> AsyncIterator["_Conversation"]:
        agent = RealtimeAgent(name="Charlotte", instructions="Help.", tools=[*map(self._tool, self.desk.definitions)])
        settings: Any = {"modalities": [modality]}
        runner = RealtimeRunner(agent, config={"model_settings": settings})
        config: Any = {"url": f"ws://{self.address}/v1/realtime?model=charlotte", "api_key": KEY}
        async with await runner.run(model_config=config) as session:
            yield _Conversation(session)

    def _tool(self, definition: Definition) -> FunctionTool:
        async def invoke(_context: object, arguments: str) -> str:
            return await self.desk.run(definition.name, arguments)

        about = definition.description or ""
        return FunctionTool(definition.name, about, dict(definition.parameters or {}), invoke, False)


@dataclass
class _Conversation:
    """One session, and what it has told so far."""

    session: RealtimeSession
    words: str = ""
    """Her last words in the history, which an interruption shortens."""
    tools: list[str] = field(default_factory=list)
    sound: int = 0

    async def events(self) -> AsyncIterator[Any]:
        """Yield events; an error fails the test."""
        async with asyncio.timeout(30):
            async for event in self.session:
                assert event.type != "error", event
                if event.type == "tool_end":
                    self.tools.append(event.tool.name)
                if event.type == "audio":
                    self.sound += len(event.audio.data)
                if event.type == "history_updated":
                    said = [item for item in event.history if getattr(item, "role", "") == "assistant"]
                    parts = said[-1].content if said else []
                    self.words = (getattr(parts[0], "transcript", None) or parts[0].text or "") if parts else ""
                yield event

    async def answer(self) -> Told:
        """Read on until she has answered."""
        async for event in self.events():
            if event.type == "agent_end" and self.words:
                return Told(self.words, self.tools, self.sound / BYTES_PER_MS)
        raise AssertionError("the session ended")
