"""Every frame recorded from the real API parses into a typed event and comes back whole."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from charlotte.protocol.client import UnknownClientEvent
from charlotte.protocol.codec import read_client_event, read_server_event, write_event
from charlotte.protocol.server import UnknownEvent

FRAMES = Path(__file__).parents[1] / "data" / "realtime-frames"


def recorded() -> list[Any]:
    params = []
    for file in sorted(FRAMES.glob("*.yaml")):
        messages = [i for i in yaml.safe_load(file.read_text())["interactions"] if i.get("kind") == "message"]
        for number, message in enumerate(messages):
            params.append(pytest.param(message, id=f"{file.stem}-{number}-{message['data']['type']}"))
    return params


@pytest.mark.parametrize("message", recorded())
def test_frame_survives_the_round_trip(message: dict[str, Any]) -> None:
    raw = json.dumps(message["data"])
    event = read_server_event(raw) if message["direction"] == "received" else read_client_event(raw)
    assert not isinstance(event, UnknownEvent | UnknownClientEvent)
    assert json.loads(write_event(event)) == message["data"]
