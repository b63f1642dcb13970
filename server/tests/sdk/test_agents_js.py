"""The stock `@openai/agents-realtime` package in Node, over its WebSocket."""

import asyncio
import base64
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Call, Prompt, Say
from support.ears import InstantEar
from support.minds import ScriptedMind, last_output, last_words, saying
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.vads import LoudnessVad, silence, voice

pytestmark = pytest.mark.sdk
NODE = Path(__file__).parent / "node"


@pytest.fixture(scope="session")
def sdk() -> Path:
    """Install the pinned packages once."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("Node is not installed")
    if not (NODE / "node_modules" / ".package-lock.json").exists():
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=NODE, check=True, timeout=300, capture_output=True)
    return NODE / "talk.mjs"


def host(prompt: Prompt) -> list[Say | Call]:
    output = last_output(prompt)
    if output is not None:
        return list(saying("It is ", output))
    if "where" in last_words(prompt).lower():
        return [Call("find_room", '{"talk": "opening"}')]
    return list(saying("You said: ", last_words(prompt)))


async def talk(script: Path, address: str, speech: Path) -> dict[str, Any]:
    """Run the conversation in Node and return what it saw."""
    node = await asyncio.create_subprocess_exec(
        "node",
        str(script),
        f"ws://{address}/v1/realtime?model=charlotte",
        KEY,
        str(speech),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=NODE,
    )
    try:
        async with asyncio.timeout(90):
            out, err = await node.communicate()
    finally:
        if node.returncode is None:
            node.kill()
            await node.wait()
    assert node.returncode == 0, err.decode()
    seen: dict[str, Any] = json.loads(out)
    return seen


async def test_text_tool_speech_and_interruption(sdk: Path, tmp_path: Path) -> None:
    speech = tmp_path / "speech.b64"
    speech.write_text(base64.b64encode(voice(700) + silence(1200)).decode())
    mouth = ToneMouth(ms_per_char=120)
    engine = Engine(Parts(ScriptedMind(script=host), ear=InstantEar(), mouth=mouth, vad_factory=LoudnessVad))
    async with serving_engine(engine) as address:
        seen = await talk(sdk, address, speech)
    assert seen["errors"] == []
    assert seen["text"] == "You said: Hello?"
    assert seen["tools"] == ["opening"]
    assert seen["tool"] == "It is opening: room 5"
    assert seen["spoken"] == "You said: what time is it"
    assert seen["interrupted"] >= 1
    assert seen["audioBytes"] > 24_000
    assert seen["history"].count("user") >= 3
