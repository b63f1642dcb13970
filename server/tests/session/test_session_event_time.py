"""The moment at which a demo congress begins."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from charlotte.congress.programme import Programme
from charlotte.session.event_time import demo_start
from support import agendas

SOME_DAY = datetime(2027, 1, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return agendas.programme(agendas.DEMO)


@pytest.mark.parametrize("path", [agendas.DEMO, agendas.FOSDEM], ids=lambda path: path.name)
def test_something_is_on_and_something_comes_at_any_time_of_day(path: Path) -> None:
    programme = agendas.programme(path)
    for minute in range(0, 24 * 60, 5 if path == agendas.DEMO else 60):
        start = demo_start(programme, SOME_DAY + timedelta(minutes=minute))
        assert start is not None
        assert programme.on_at(start) and programme.next_after(start), f"minute {minute}: {start}"
        assert programme.congress.day_of(start) == programme.days[0]


def test_the_time_of_day_is_kept_where_something_is_on(programme: Programme) -> None:
    zone = programme.congress.zone
    start = demo_start(programme, datetime(2027, 1, 5, 10, 40, tzinfo=zone))
    assert start is not None and start.astimezone(zone).strftime("%H:%M") == "10:40"


def test_the_clock_is_left_alone_during_the_congress(programme: Programme) -> None:
    first = programme.happening[0].start
    assert first is not None
    assert demo_start(programme, first) is None
