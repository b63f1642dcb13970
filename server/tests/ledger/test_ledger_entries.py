"""What is kept in clear holds no word of anybody, for every frame of the wire."""

from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml

from charlotte.ledger import entries
from charlotte.protocol.base import Frame
from charlotte.protocol.codec import read_client_event, read_server_event
from charlotte.protocol.server import UnknownEvent
from charlotte.session.happened import ToolRan

FRAMES = Path(__file__).parents[1] / "data" / "realtime-frames"
WORDS = {
    "text",
    "transcript",
    "delta",
    "arguments",
    "output",
    "audio",
    "instructions",
    "message",
    "prompt",
    "description",
}
"""Fields of the wire that hold what somebody said, or long texts."""


def recorded() -> list[tuple[dict[str, Any], Frame]]:
    """Return every recorded frame as data and as an event."""
    found: list[tuple[dict[str, Any], Frame]] = []
    for file in sorted(FRAMES.glob("*.yaml")):
        for message in yaml.safe_load(file.read_text())["interactions"]:
            if message.get("kind") == "message":
                read = read_server_event if message["direction"] == "received" else read_client_event
                found.append((message["data"], read(orjson.dumps(message["data"]))))
    return found


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in _strings(each)]
    return [value] if isinstance(value, str) else []


def _words(value: Any) -> set[str]:
    if isinstance(value, dict):
        here = {each for name, each in value.items() if name in WORDS and isinstance(each, str) and len(each) > 3}
        return here.union(*(_words(each) for each in value.values())) if value else here
    if isinstance(value, list):
        return set().union(*(_words(each) for each in value)) if value else set()
    return set()


def test_recorded_frames_leave_no_word_in_clear() -> None:
    frames = recorded()
    assert len(frames) > 100
    for frame, event in frames:
        clear = set(_strings(entries.facts(event)))
        assert not clear & _words(frame), frame["type"]


def test_events_with_words_are_encrypted() -> None:
    for frame, event in recorded():
        if _words({name: each for name, each in frame.items() if name != "session"}) and not entries.is_sound(event):
            assert entries.has_words(event), frame["type"]


def test_sound_is_never_kept() -> None:
    item = {"type": "message", "id": "i", "role": "user", "content": [{"type": "input_audio", "audio": "UklGRg=="}]}
    for event in (
        read_server_event({"type": "conversation.item.retrieved", "item": item}),
        read_client_event(orjson.dumps({"type": "conversation.item.create", "item": item})),
    ):
        assert "UklGRg" not in orjson.dumps(entries.words(event)).decode()


@pytest.mark.parametrize("name", ["Mario Rossi", "x" * 200])
def test_an_unknown_event_tells_nothing(name: str) -> None:
    event = UnknownEvent.model_validate({"type": "vendor.said", "name": name, "item_id": name, "code": name})
    assert entries.facts(event) == {}
    assert entries.has_words(event)


def test_the_audit_of_a_tool_keeps_arguments_and_output_closed() -> None:
    ran = ToolRan(
        call_id="call_1", name="find", ok=True, code=None, tool_ms=3, arguments='{"q":"Rossi"}', output="Rossi"
    )
    assert entries.facts(ran) == {"call_id": "call_1", "name": "find", "ok": True, "code": None, "tool_ms": 3}
    assert entries.has_words(ran)
