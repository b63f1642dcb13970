"""How often a call may be asked for something."""

import pytest

from charlotte.protocol.base import Frame
from charlotte.protocol.client import InputAudioCommit, ResponseCancel, ResponseCreate
from charlotte.protocol.codec import read_server_event
from charlotte.session.guards.limits import Limits
from charlotte.session.guards.pace import PATIENCE, Pace

PACE = Pace(Limits(max_seconds=600, idle_seconds=60, commits_per_minute=3, responses_per_minute=2))
CREATED = read_server_event(
    {"type": "response.created", "event_id": "e", "response": {"id": "r", "status": "in_progress"}}
)
COMMITTED = read_server_event({"type": "input_audio_buffer.committed", "event_id": "e", "item_id": "i"})


def steps(pace: Pace, *events: tuple[Frame, float]) -> tuple[Pace, list[bool]]:
    found = []
    for event, now in events:
        pace, within = pace.step(event, now)
        found.append(within)
    return pace, found


@pytest.mark.parametrize("event", [ResponseCreate(), CREATED])
def test_answers_are_counted_over_a_minute(event: Frame) -> None:
    _, found = steps(PACE, (event, 0.0), (event, 30.0), (event, 59.0), (event, 61.0), (event, 62.0))
    assert found == [True, True, False, True, False]


@pytest.mark.parametrize("event", [InputAudioCommit(), COMMITTED])
def test_commits_have_a_limit_of_their_own(event: Frame) -> None:
    _, found = steps(PACE, *[(event, 1.0)] * 3, (event, 2.0), (CREATED, 3.0), (ResponseCancel(), 3.0))
    assert found == [True, True, True, False, True, True]


def test_answers_after_a_tool_are_not_the_visitors() -> None:
    pace, found = steps(PACE.expecting(), *[(CREATED, 1.0)] * 4)
    assert found == [True, True, True, False]
    assert pace.expected == 0


def test_who_goes_on_insists() -> None:
    pace, _ = steps(PACE, *[(ResponseCreate(), 1.0)] * (2 + PATIENCE))
    assert not pace.insists
    assert steps(pace, (ResponseCreate(), 1.0))[0].insists
    assert not steps(pace, (ResponseCreate(), 100.0), (ResponseCreate(), 100.0))[0].insists, "a minute later it is over"
