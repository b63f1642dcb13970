"""Stock SDKs that declare the congress tools, and the shipped dialogue that calls them."""

import asyncio
import json
from datetime import datetime
from typing import Any

import pytest
from agents import FunctionTool
from agents.realtime import RealtimeAgent, RealtimeRunner
from openai import AsyncOpenAI

from charlotte.clock import StoppedClock
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from charlotte.tools.tool import ToolContext
from support.agendas import DEMO, programme
from support.conversation import Shelf
from support.mouths import ToneMouth
from support.served import KEY, serving_engine

pytestmark = [pytest.mark.sdk, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

QUESTION = "When and where does Jacopo Martellini speak?"
FACTS = ("15:35", "Sala Fibonacci")


def congress() -> tuple[Engine, ToolContext]:
    """Return an engine with the shipped dialogue, and what the client's tools work on."""
    held = programme(DEMO)
    shelf = Shelf({held.congress.id: held})
    clock = StoppedClock(datetime.fromisoformat("2026-04-18T09:00+02:00"))
    parts = Parts(Dialogue(shelf), mouth=ToneMouth(20), variables=lambda: {"event": held.congress.id})
    return Engine(parts), ToolContext(held.congress.id, clock, "en", "sess_test", shelf)


async def run_tool(context: ToolContext, name: str, arguments: str) -> str:
    result = await CONGRESS_TOOLS[name].run(context, json.loads(arguments))
    return result.model_dump_json(exclude_none=True)


async def test_the_openai_package_runs_the_tools() -> None:
    engine, context = congress()
    tools = [tool.definition().wire() for tool in CONGRESS_TOOLS.values()]
    async with serving_engine(engine) as address, AsyncOpenAI(api_key=KEY, base_url=f"http://{address}/v1") as client:
        async with client.realtime.connect(model="charlotte") as connection:
            session: Any = {"type": "realtime", "output_modalities": ["text"], "tools": tools}
            await connection.session.update(session=session)
            content: Any = [{"type": "input_text", "text": QUESTION}]
            await connection.conversation.item.create(item={"type": "message", "role": "user", "content": content})
            await connection.response.create()
            called, said = [], ""
            async for event in connection:
                if event.type == "response.output_text.done":
                    said = event.text
                if event.type != "response.done":
                    continue
                output = event.response.output[0]
                if output.type != "function_call":
                    break
                called.append(output.name)
                answer = await run_tool(context, output.name, output.arguments)
                item: Any = {"type": "function_call_output", "call_id": output.call_id, "output": answer}
                await connection.conversation.item.create(item=item)
                await connection.response.create()
    assert called == ["find_speaker"]
    assert all(fact in said for fact in FACTS), said


async def test_the_agents_package_runs_the_tools() -> None:
    engine, context = congress()

    def declared(name: str) -> FunctionTool:
        definition = CONGRESS_TOOLS[name].definition()

        async def invoke(_context: object, arguments: str) -> str:
            return await run_tool(context, name, arguments)

        return FunctionTool(name, definition.description or "", definition.parameters or {}, invoke, False)

    agent = RealtimeAgent(name="Charlotte", instructions="Help.", tools=[declared(name) for name in CONGRESS_TOOLS])
    async with serving_engine(engine) as address:
        config: Any = {"url": f"ws://{address}/v1/realtime?model=charlotte", "api_key": KEY}
        async with await RealtimeRunner(agent).run(model_config=config) as session, asyncio.timeout(30):
            await session.send_message(QUESTION)
            said, ran = "", []
            async for event in session:
                assert event.type != "error", event
                if event.type == "tool_end":
                    ran.append(event.tool.name)
                if event.type == "history_updated":
                    spoken = [item for item in event.history if getattr(item, "role", "") == "assistant"]
                    said = (spoken[-1].content[0].transcript or "") if spoken and spoken[-1].content else said
                if event.type == "agent_end" and ran:
                    break
    assert ran == ["find_speaker"]
    assert all(fact in said for fact in FACTS), said
