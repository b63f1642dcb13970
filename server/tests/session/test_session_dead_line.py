"""What a line that died without a word did not bring was not heard, whatever the clock says."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosedError

from charlotte.broker.socket_channel import _in_silence
from charlotte.protocol.client import ClientEvent
from charlotte.protocol.codec import read_server_event
from charlotte.protocol.server import ServerEvent
from charlotte.session.call import Call
from charlotte.session.channel import LineDead
from charlotte.session.configuration.config import CallConfig
from charlotte.session.guards.limits import Limits
from charlotte.session.handover.beginning import Beginning
from charlotte.session.happened import CallOpened
from charlotte.session.identity import Session
from support.clocks import ManualClock

WHERE = {"response_id": "resp_1", "item_id": "item_2", "output_index": 0, "content_index": 0}
TEXT = "The keynote is at nine. It is in Sala Fermi. Enjoy"


class DyingLine:
    """An upstream that begins an answer; six and a half seconds later, the line has been dead for four."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock

    async def send(self, event: ClientEvent) -> None:
        pass

    async def events(self) -> AsyncIterator[ServerEvent]:
        told: tuple[dict[str, Any], ...] = (
            {"type": "response.created", "response": {"id": "resp_1", "status": "in_progress"}},
            {"type": "response.output_audio_transcript.delta", "delta": TEXT, **WHERE},
            {"type": "output_audio_buffer.started", "response_id": "resp_1"},
        )
        for event in told:
            yield read_server_event({"event_id": "e", **event})
        self._clock.advance(6.5)
        raise LineDead("gone", silent_s=4.0)


async def test_the_answer_was_heard_until_the_line_fell_silent() -> None:
    clock = ManualClock()
    session = Session("talk_1", "event", "device", "en", "voice", clock.now())
    call = Call(
        session,
        DyingLine(clock),
        config=CallConfig((), {"event": "event"}, language="en", mode="voice"),
        limits=Limits(max_seconds=600, idle_seconds=300),
        clock=clock,
        tools=None,  # type: ignore[arg-type]
        beginning=Beginning(),
        opened=CallOpened(call_id="rtc_1", transport="webrtc", upstream="far"),
    )
    assert await call.run() == "upstream_silent"
    assert call.left.said == "The keynote is at nine."


@pytest.mark.parametrize(
    ("cause", "silent"),
    [
        (TimeoutError(110, "timed out"), True),
        (OSError(113, "no route"), True),
        (ConnectionResetError(), False),
        (None, False),
    ],
)
def test_a_line_that_somebody_cut_did_not_die_in_silence(cause: BaseException | None, silent: bool) -> None:
    closed = ConnectionClosedError(None, None)
    closed.__cause__ = cause
    assert _in_silence(closed) is silent
