"""Given the frames a client once sent to the real server, the engine answers with the order and fields recorded."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
import yaml

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Call, Prompt, Say
from support.minds import ScriptedMind, last_output, saying
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.talker import Event, Talker, talking

FRAMES = Path(__file__).parents[2] / "data" / "realtime-frames"
WEBSOCKET = [
    "test_openai_ws-test_text_in_audio_out_turn",
    "test_openai_ws-test_tool_call_round",
    "test_azure_ws-test_message_history_seeding",
]
SIDEBAND = "test_openai_ws_sideband-test_webrtc_sideband_text_turn"
CALL = "test_openai_ws-test_webrtc_sideband_text_turn"
SECRET = "test_webrtc-test_create_client_secret"
ONLY_AZURE = {".content", ".content.type", ".content.type=text", ".content.text"}
"""Azure repeats a text part under a second name; the provider itself does not."""
FIXED = {"type", "object", "role", "status", "status_details", "name", "output_modalities", "tool_choice"}
"""Fields whose values are the protocol's own, or the client's, and therefore the same again."""


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
    """Return the paths of all keys, and the values of those that name a kind or a state."""
    if isinstance(value, list):
        return {found for number, member in enumerate(value) for found in shape(member, f"{path}[{number}]")}
    if not isinstance(value, dict) or path.endswith(("parameters", "arguments")):
        return {f"{path}={value}"} if path.rpartition(".")[-1] in FIXED else set()
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


async def test_a_call_and_its_sideband_answer_as_recorded() -> None:
    exchange = yaml.safe_load((FRAMES / f"{CALL}.yaml").read_text())["interactions"][0]
    sent, expected = exchange["request"], exchange["response"]
    messages = recording(SIDEBAND)
    engine = Engine(Parts(ScriptedMind(script=weather), mouth=ToneMouth()))
    async with serving_engine(engine) as address, httpx2.AsyncClient() as http:
        headers = {"Authorization": f"Bearer {KEY}", "Content-Type": sent["headers"]["content-type"][0]}
        url = f"http://{address}{urlsplit(sent['uri']).path}"
        reply = await http.post(url, content=sent["body"].encode(), headers=headers)
        assert reply.status_code == expected["status"]["code"]
        assert "Location" in reply.headers["Access-Control-Expose-Headers"]
        path, _, call_id = reply.headers["Location"].rpartition("/")
        assert path == expected["headers"]["location"][0].rpartition("/")[0]
        assert call_id.startswith("rtc_")
        assert media(reply.text) == media(expected["body"]["string"])
        async with talking(address, f"?call_id={call_id}") as sideband:
            await replay(sideband, messages)
            told = compared([message["data"] for message in messages if message["direction"] == "received"])
            assert compared(sideband.received) == told


async def test_a_client_secret_comes_as_recorded() -> None:
    exchange = yaml.safe_load((FRAMES / f"{SECRET}.yaml").read_text())["interactions"][0]
    sent, expected = exchange["request"], exchange["response"]
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address, httpx2.AsyncClient() as http:
        url = f"http://{address}{urlsplit(sent['uri']).path}"
        reply = await http.post(url, json=sent["parsed_body"], headers={"Authorization": f"Bearer {KEY}"})
        assert reply.status_code == expected["status"]["code"]
        assert shape(reply.json()) == shape(expected["parsed_body"])
        assert reply.json()["value"].startswith("ek_")
        assert holds(sent["parsed_body"]["session"], reply.json()["session"])


def holds(asked: Any, given: Any) -> bool:
    """Return whether everything asked for was given back as it was."""
    if isinstance(asked, dict):
        return all(name in given and holds(value, given[name]) for name, value in asked.items())
    return bool(asked == given)


def media(sdp: str) -> list[tuple[str, ...]]:
    """Return what a client reads from an answer: the media in order with their ids, Opus as offered, the channel."""
    wanted = ("m=", "a=group:", "a=mid:", "a=rtpmap:96 ", "a=sctp-port:")
    lines = [line.rstrip("\r") for line in sdp.split("\n")]
    return [
        tuple(line.split(" ")[:1]) if line.startswith("m=") else (line,) for line in lines if line.startswith(wanted)
    ]


def test_every_recording_is_replayed() -> None:
    assert {file.stem for file in FRAMES.glob("*.yaml")} == {*WEBSOCKET, SIDEBAND, CALL, SECRET}
