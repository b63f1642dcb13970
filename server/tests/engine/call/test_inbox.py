"""The bound of what waits to be carried out."""

import asyncio

from charlotte.engine.call.inbox import MAX_BYTES, MAX_EVENTS, Inbox
from charlotte.engine.call.lines import Line
from charlotte.protocol.client import InputAudioClear, ResponseCancel

LINE = Line(audio=True)


async def full(*sizes: int) -> Inbox:
    inbox = Inbox()
    for size in sizes:
        await inbox.put(LINE, InputAudioClear(), size)
    return inbox


async def waits_until_one_is_taken(inbox: Inbox) -> bool:
    async with asyncio.TaskGroup() as tasks:
        late = tasks.create_task(inbox.put(LINE, ResponseCancel(), 1))
        await asyncio.sleep(0.01)
        waited = not late.done()
        assert await inbox.get() == (LINE, InputAudioClear())
    return waited


async def test_events_come_out_as_they_went_in() -> None:
    inbox = await full(1, 2)
    await inbox.put(LINE, ResponseCancel(), 3)
    assert [(await inbox.get())[1] for _ in range(3)] == [InputAudioClear(), InputAudioClear(), ResponseCancel()]


async def test_who_sends_too_many_events_waits() -> None:
    assert await waits_until_one_is_taken(await full(*[1] * MAX_EVENTS))


async def test_who_sends_too_many_bytes_waits() -> None:
    assert await waits_until_one_is_taken(await full(MAX_BYTES // 2, MAX_BYTES // 2))


async def test_one_large_event_always_finds_room() -> None:
    assert not await waits_until_one_is_taken(await full(MAX_BYTES - 1))
