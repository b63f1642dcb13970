"""Stock, unmodified SDKs against the engine: only the address is ours.

Every cell is a test, `test_TURN[SDK]`, with the shipped dialogue and the congress tools, which the client declares
and runs:

| SDK                                               | text | audio | interruption | tool |
|---------------------------------------------------|------|-------|--------------|------|
| `openai` in Python over WebSocket                 | x    | x     | x            | x    |
| `openai-agents` in Python over WebSocket          | x    | x     | x            | x    |
| `@openai/agents-realtime` in Node over WebSocket  | x    | x     | x            | x    |
| `@openai/agents-realtime` in Chromium over WebRTC | x    | x     | x            | x    |

Ear, mouth and voice detection are instant: the models have tests of their own.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sdk.agents_js import AgentsInChromium, AgentsInNode, install
from sdk.agents_package import AgentsPackage
from sdk.openai_package import OpenAIPackage
from sdk.turns import Attendee
from support.agendas import DEMO
from support.conversation import conversation
from support.desk import FACTS, LONG_QUESTION, MS_PER_CHAR, NOW, QUESTION, Desk, congress_engine
from support.served import serving_engine

pytestmark = [pytest.mark.sdk, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
SDKS = [
    "openai-python-websocket",
    "openai-agents-python-websocket",
    "agents-realtime-node-websocket",
    pytest.param("agents-realtime-chromium-webrtc", marks=pytest.mark.browser),
]


@pytest.fixture(params=SDKS)
async def attendee(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Attendee]:
    """Somebody at the congress, with each SDK in turn."""
    desk = Desk()
    async with serving_engine(congress_engine()) as address:
        match request.param:
            case "openai-python-websocket":
                yield OpenAIPackage(address, desk)
            case "openai-agents-python-websocket":
                yield AgentsPackage(address, desk)
            case "agents-realtime-node-websocket":
                await install()
                yield AgentsInNode(address, desk)
            case _:
                await install()
                yield AgentsInChromium(address, desk, tmp_path)


async def test_text(attendee: Attendee) -> None:
    told = await attendee.writes("Hello!", "text")
    assert told.words.startswith("Hello! I'm Charlotte.")
    assert (told.tools, told.sound_ms) == ([], 0)


async def test_audio(attendee: Attendee) -> None:
    told = await attendee.speaks()
    assert all(fact in told.words for fact in FACTS), told.words
    assert told.tools == ["find_speaker"]
    whole_ms = len(told.words) * MS_PER_CHAR
    assert 0.8 * whole_ms <= told.sound_ms <= 1.1 * whole_ms


async def test_interruption(attendee: Attendee) -> None:
    told = await attendee.interrupts(LONG_QUESTION)
    whole = await conversation(DEMO, NOW, language="en", spoken=True).asks(LONG_QUESTION)
    assert told.tools[0] == "whats_on"
    assert whole.startswith(told.words)
    assert 0 < len(told.words) < len(whole) / 2


async def test_tool(attendee: Attendee) -> None:
    told = await attendee.writes(QUESTION, "audio")
    assert told.tools == ["find_speaker"]
    assert all(fact in told.words for fact in FACTS), told.words
