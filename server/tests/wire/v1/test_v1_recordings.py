"""Given the frames a client once sent to the real server, the engine answers with the order and fields recorded."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Call, Prompt, Say
from support.minds import ScriptedMind, last_output, saying
from support.mouths import ToneMouth
from support.served import serving_engine
from support.talker import Event, Talker, talking

FRAMES = Path(__file__).parents[2] / "data" / "realtime-frames"
WEBSOCKET = [
    "test_openai_ws-test_text_in_audio_out_turn",
    "test_openai_ws-test_tool_call_round",
    "test_azure_ws-test_message_history_seeding",
]
ONLY_AZURE = {".content", ".content.type", ".content.text"}
"""Azure repeats a text part under a second name; the provider itself does not."""


def weather(prompt: Prompt) -> list[Say | Call]:
    """Call a tool that was declared, then tell its output; without tools, talk."""
    output = last_output(prompt)
    if output is not None:
        return list(saying("It is ", "foggy."))
    if prompt.tools:
        return [Call(prompt.tools[0].name, '{"city": "London"}')]
    return list(saying("Hello ", "there."))


def recording(name: str) -> list[dict[str, Any]]:
    interactions = yaml.safe_load((FRAMES / f"{name}.yaml").read_text())["interactions"]
    return [entry for entry in interactions if entry.get("kind") == "message"]


def collapsed(events: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in events:
        if not (kept and kept[-1]["type"] == event["type"] and event["type"].endswith(".delta")):
            kept.append(event)
    return kept


def shape(value: Any, path: str = "") -> set[str]:
    """Return the paths of all keys; a list counts by its first member."""
    if isinstance(value, list):
        return shape(value[0], f"{path}[]") if value else set()
    if not isinstance(value, dict) or path.endswith(("parameters", "arguments")):
        return set()
    return {f"{path}.{key}" for key in value} | {p for key, v in value.items() for p in shape(v, f"{path}.{key}")}


async def replay(talker: Talker, messages: list[dict[str, Any]]) -> None:
    """Send what was sent, each once the event recorded before it has come back."""
    waited: str | None = None
    for message in messages:
        if message["direction"] == "received":
            waited = message["data"]["type"]
            continue
        if waited not in (None, "session.created"):
            await talker.until(waited)
        waited = None
        await talker.send(message["data"]["type"], **{k: v for k, v in message["data"].items() if k != "type"})
    await talker.until("response.done")


def compared(events: list[Event]) -> list[tuple[str, set[str]]]:
    """Return types and fields up to the last `response.done`; what comes after it is about limits."""
    last = max(number for number, event in enumerate(events) if event["type"] == "response.done")
    told = [event for event in collapsed(events[: last + 1]) if event["type"] != "rate_limits.updated"]
    return [(event["type"], shape(event) - ONLY_AZURE) for event in told]


@pytest.mark.parametrize("name", WEBSOCKET)
async def test_the_engine_answers_as_recorded(name: str) -> None:
    messages = recording(name)
    engine = Engine(Parts(ScriptedMind(script=weather), mouth=ToneMouth()))
    async with serving_engine(engine) as address, talking(address) as talker:
        await replay(talker, messages)
        expected = compared([message["data"] for message in messages if message["direction"] == "received"])
        assert compared(talker.received) == expected


async def test_a_sideband_answers_as_recorded() -> None:
    messages = recording("test_openai_ws_sideband-test_webrtc_sideband_text_turn")
    engine = Engine(Parts(ScriptedMind(script=weather), mouth=ToneMouth()))
    async with serving_engine(engine) as address, talking(address) as primary:
        call_id = primary.received[0]["session"]["id"]
        async with talking(address, f"?call_id={call_id}") as sideband:
            await replay(sideband, messages)
            expected = compared([message["data"] for message in messages if message["direction"] == "received"])
            assert compared(sideband.received) == expected
