"""Readers go at their own pace; one that is too slow is cut off and delays nobody."""

import asyncio
from datetime import UTC, datetime

import pytest

from charlotte.session.bus import Bus, ReaderEvicted
from charlotte.session.happened import CallEnded, Happened


def happened(number: int) -> Happened:
    return Happened(CallEnded(reason="idle"), "charlotte", datetime(2026, 1, 1, tzinfo=UTC), float(number))


async def test_every_reader_gets_everything_in_order_to_the_end() -> None:
    bus = Bus()
    readers = [bus.subscribe(), bus.subscribe()]
    for number in range(5):
        bus.publish(happened(number))
    bus.close()
    for reader in readers:
        assert [each.seconds async for each in reader] == [0, 1, 2, 3, 4]


async def test_a_slow_reader_is_evicted_and_the_others_are_not() -> None:
    bus = Bus()
    slow, quick = bus.subscribe(bound=3), bus.subscribe(bound=100)
    for number in range(10):
        bus.publish(happened(number))
    bus.close()
    with pytest.raises(ReaderEvicted):
        _ = [each async for each in slow]
    assert len([each async for each in quick]) == 10


async def test_a_waiting_reader_wakes_up() -> None:
    bus = Bus()
    reader = bus.subscribe()
    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(_all(reader))
        await asyncio.sleep(0)
        bus.publish(happened(1))
        bus.close()
    assert reading.result() == [1.0]


async def test_what_was_not_read_can_be_kept() -> None:
    bus = Bus()
    reader = bus.subscribe()
    bus.publish(happened(1))
    bus.publish(happened(2))
    assert [each.seconds for each in reader.rest()] == [1, 2]


async def test_a_closed_bus_gives_an_empty_reader() -> None:
    bus = Bus()
    bus.close()
    assert await _all(bus.subscribe()) == []


async def _all(reader: object) -> list[float]:
    return [each.seconds async for each in reader]  # type: ignore[attr-defined]
