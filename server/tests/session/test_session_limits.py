"""When a call ends by itself."""

import pytest

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ResponseCreate
from charlotte.protocol.codec import read_server_event
from charlotte.session.guards.limits import GONE_S, Life, Limits

LIFE = Life(Limits(max_seconds=600, idle_seconds=60), began=100.0, active=100.0)


def test_a_call_ends_when_nobody_says_anything() -> None:
    assert LIFE.verdict(159.9) is None
    assert LIFE.wait_seconds(130.0) == 30.0
    assert LIFE.verdict(160.0) == "idle"


@pytest.mark.parametrize(
    "event",
    [
        ResponseCreate(),
        read_server_event({"type": "input_audio_buffer.speech_started", "item_id": "i", "audio_start_ms": 1}),
        read_server_event({"type": "output_audio_buffer.stopped", "response_id": "r"}),
    ],
)
def test_words_keep_it_open(event: Frame) -> None:
    assert LIFE.observe(event, 150.0).verdict(200.0) is None


def test_bookkeeping_does_not() -> None:
    ping = read_server_event({"type": "rate_limits.updated", "rate_limits": []})
    assert LIFE.observe(ping, 150.0).verdict(161.0) == "idle"


def test_no_call_outlives_its_longest_time() -> None:
    life = LIFE
    for now in range(100, 701, 10):
        life = life.observe(ResponseCreate(), float(now))
    assert life.verdict(699.9) is None
    assert life.verdict(700.0) == "max_length"
    assert life.wait_seconds(800.0) == 0.0


def test_a_page_that_said_it_is_there_must_go_on_saying_so() -> None:
    limits = Limits(max_seconds=9000, idle_seconds=9000)
    silent = Life(limits, began=0, active=0)
    assert silent.verdict(8000) is None, "a client that never said so is not waited for"
    there = Life(limits, began=0, active=0, here=100)
    assert there.verdict(100 + GONE_S - 1) is None
    assert there.verdict(100 + GONE_S) == "visitor_gone"
