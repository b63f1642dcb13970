"""The stock `openai-agents` package over its Realtime WebSocket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from agents import function_tool
from agents.realtime import RealtimeAgent, RealtimeRunner, RealtimeSession

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Call, Prompt, Say
from support.ears import InstantEar
from support.minds import ScriptedMind, last_output, last_words, saying
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.vads import LoudnessVad, silence, voice

pytestmark = [pytest.mark.sdk, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@function_tool
def find_room(talk: str) -> str:
    """Where a talk is."""
    return f"{talk}: room 5"


def host(prompt: Prompt) -> list[Say | Call]:
    output = last_output(prompt)
    if output is not None:
        return list(saying("It is ", output))
    if "where" in last_words(prompt).lower():
        return [Call("find_room", '{"talk": "opening"}')]
    return list(saying("You said: ", last_words(prompt)))


@asynccontextmanager
async def conversing(ms_per_char: float = 20) -> AsyncIterator[RealtimeSession]:
    mouth = ToneMouth(ms_per_char=ms_per_char)
    engine = Engine(Parts(ScriptedMind(script=host), ear=InstantEar(), mouth=mouth, vad_factory=LoudnessVad))
    agent = RealtimeAgent(name="Charlotte", instructions="Help.", tools=[find_room])
    async with serving_engine(engine) as address:
        runner = RealtimeRunner(agent)
        config = {"url": f"ws://{address}/v1/realtime?model=charlotte", "api_key": KEY}
        async with await runner.run(model_config=config) as session:
            yield session


async def until(session: RealtimeSession, kind: str) -> list[object]:
    """Read on to an event of this kind; an error fails the test."""
    seen: list[object] = []
    async with asyncio.timeout(20):
        async for event in session:
            assert event.type != "error", event
            seen.append(event)
            if event.type == kind:
                return seen
    raise AssertionError(f"no {kind}")


def words(session_events: list[object]) -> str:
    history = [event for event in session_events if getattr(event, "type", "") == "history_updated"]
    said = [item for item in history[-1].history if getattr(item, "role", "") == "assistant"]
    return said[-1].content[0].transcript or said[-1].content[0].text


async def test_a_text_turn() -> None:
    async with conversing() as session:
        await session.send_message("Hello?")
        seen = await until(session, "agent_end")
        assert words(seen) == "You said: Hello?"
        assert any(event.type == "audio" for event in seen)


async def test_an_audio_turn_and_an_interruption() -> None:
    async with conversing(ms_per_char=300) as session:
        await session.send_audio(voice(500) + silence(1200))
        await until(session, "audio_end")
        await session.send_audio(voice(800))
        await until(session, "audio_interrupted")


async def test_a_tool_turn() -> None:
    async with conversing() as session:
        await session.send_message("Where is the opening?")
        seen = await until(session, "tool_end")
        assert seen[-1].output == "opening: room 5"
        seen += await until(session, "agent_end")
        assert words(seen) == "It is opening: room 5"
