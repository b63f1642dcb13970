"""The journal: in order, in groups, through a locked database, and nothing lost at the end."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from charlotte.clock import SystemClock
from charlotte.database import FILE_NAME, connect
from charlotte.ledger.budget import Allowed
from charlotte.ledger.budgets import Budgets
from charlotte.ledger.ledger import Ledger
from charlotte.ledger.metering import Meter
from charlotte.ledger.prices import read_prices
from charlotte.ledger.vault import Vault
from charlotte.session.bus import Bus
from charlotte.session.happened import ConfigReasserted, Happened
from charlotte.session.identity import Session

SESSION = Session("talk_1", "expo", "device-1", "en", "text", datetime(2026, 5, 1, tzinfo=UTC))


def marked(number: int) -> Happened:
    return Happened(
        ConfigReasserted(fields=(f"r{number}",)), "charlotte", datetime(2026, 5, 1, tzinfo=UTC), float(number)
    )


@asynccontextmanager
async def writing_ledger(data: Path, url: str | None = None) -> AsyncIterator[Ledger]:
    database = connect(data, url)
    clock = SystemClock()
    budgets = Budgets(clock, Allowed(), end_call=lambda _: None, on_charge=lambda *_: None)
    ledger = Ledger(database, Vault(bytes(32)), clock, meter=Meter(read_prices()), budgets=budgets)
    await ledger.prepare()
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(ledger.write())
            try:
                yield ledger
            finally:
                await ledger.close()
    finally:
        await database.dispose()


async def marks(ledger: Ledger, session_id: str = "talk_1") -> list[str]:
    return [entry["facts"]["fields"][0] for entry in await ledger.entries(session_id, with_words=False)]


async def test_rows_from_a_call_and_from_outside_share_one_numbering(tmp_path: Path, database_url: str | None) -> None:
    async with writing_ledger(tmp_path, database_url) as ledger:
        await ledger.begin(SESSION)
        bus = Bus()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(ledger.follow("talk_1", bus.subscribe()))
            for number in range(300):
                bus.publish(marked(number))
                if number % 50 == 0:
                    await ledger.append("talk_1", marked(1000 + number))
            bus.close()
        entries = await ledger.entries("talk_1", with_words=False)
    assert [entry["seq"] for entry in entries] == list(range(1, 307))


async def test_a_cancelled_call_still_leaves_its_last_rows(tmp_path: Path, database_url: str | None) -> None:
    async with writing_ledger(tmp_path, database_url) as ledger:
        await ledger.begin(SESSION)
        bus = Bus()
        async with asyncio.TaskGroup() as tasks:
            following = tasks.create_task(ledger.follow("talk_1", bus.subscribe()))
            bus.publish(marked(0))
            while await marks(ledger) != ["r0"]:  # noqa: ASYNC110 - each look waits for the disk
                await asyncio.sleep(0)
            bus.publish(marked(1))
            bus.publish(marked(2))
            following.cancel()
        assert await marks(ledger) == ["r0", "r1", "r2"]


async def test_a_locked_database_delays_rows_and_loses_none(tmp_path: Path) -> None:
    async with writing_ledger(tmp_path) as ledger:
        await ledger.begin(SESSION)
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        async with asyncio.TaskGroup() as tasks:
            appending = tasks.create_task(ledger.append("talk_1", *map(marked, range(5))))
            await asyncio.sleep(0.2)
            assert not appending.done()
            other.execute("COMMIT")
        other.close()
        assert await marks(ledger) == ["r0", "r1", "r2", "r3", "r4"]


async def test_closing_writes_what_waits(tmp_path: Path, database_url: str | None) -> None:
    async with writing_ledger(tmp_path, database_url) as ledger:
        await ledger.begin(SESSION)
        bus = Bus()
        reader = bus.subscribe()
        for number in range(50):
            bus.publish(marked(number))
        bus.close()
        await ledger.follow("talk_1", reader)
    async with writing_ledger(tmp_path, database_url) as again:
        assert len(await marks(again)) == 50
