"""Work ahead of its time gives way to whoever waits, at once, and is done when all is quiet."""

import asyncio
import threading

import pytest

from charlotte.engine.demand import Demand
from charlotte.engine.workers import Cancelled, Workers


async def test_work_ahead_is_done_when_nobody_waits() -> None:
    async def work() -> str:
        return "done"

    assert await Demand().give_way(work) == "done"


async def test_it_is_given_up_when_somebody_comes_and_begins_again_after_a_rest() -> None:
    demand = Demand(rest_s=0.05)
    begun, given_up = asyncio.Event(), asyncio.Event()

    async def endless() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            given_up.set()

    async with asyncio.TaskGroup() as tasks:
        ahead = tasks.create_task(demand.give_way(endless))
        await begun.wait()
        with demand.waiting():
            assert await ahead is None
            assert given_up.is_set()
            begun.clear()
            again = tasks.create_task(demand.give_way(endless))
            await asyncio.sleep(0.1)
            assert not begun.is_set(), "somebody still waits"
        await begun.wait()
        again.cancel()


async def test_a_failure_of_the_work_comes_out() -> None:
    async def slow() -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        await Demand().give_way(slow)


async def test_jobs_of_a_pool_count_as_somebody_waiting() -> None:
    demand = Demand(rest_s=0)
    pool = Workers("models", 1, demand=demand)
    idle = Workers("ahead", 1, idle=True)
    entered, told = threading.Event(), threading.Event()

    def ahead(cancelled: Cancelled) -> None:
        cancelled.on_set(told.set)
        entered.set()
        told.wait(10)

    async with asyncio.TaskGroup() as tasks:
        given = tasks.create_task(demand.give_way(lambda: idle.run(ahead)))
        await asyncio.to_thread(entered.wait, 10)
        assert await pool.run(lambda _: "heard") == "heard"
        assert await given is None
        assert told.is_set(), "the network stops in its thread too"
    pool.close()
    idle.close()
