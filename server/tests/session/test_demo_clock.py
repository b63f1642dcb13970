"""The demo congress is alive at whatever time of day somebody starts it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from charlotte.session.event_time import demo_start
from support.agendas import DEMO, FOSDEM, programme


@pytest.mark.parametrize("congress", [DEMO, FOSDEM], ids=lambda path: path.name)
def test_something_is_on_and_something_comes_next_at_every_minute_of_the_day(congress: Path) -> None:
    agenda = programme(congress)
    midnight = datetime(2031, 3, 3, tzinfo=UTC)
    for minute in range(24 * 60):
        start = demo_start(agenda, midnight + timedelta(minutes=minute))
        assert start is not None
        assert agenda.on_at(start) and agenda.next_after(start), f"minute {minute}: {start}"
