"""The journal: events a second, each on disk before it is acknowledged, beside commits of one row at a time.

Run as `python -m benchmarks.journal`.
"""

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from charlotte.clock import SystemClock
from charlotte.database import connect, insert_once, writing
from charlotte.ledger.budget import Allowed
from charlotte.ledger.budgets import Budgets
from charlotte.ledger.ledger import Ledger
from charlotte.ledger.metering import Meter
from charlotte.ledger.prices import read_prices
from charlotte.ledger.tables import journal
from charlotte.ledger.vault import Vault
from charlotte.session.bus import Bus
from charlotte.session.happened import CallEnded, Happened
from charlotte.session.identity import Session

TALKERS = 500
"""Conversations that each wait for their event to be on disk before they tell the next."""
ALONE_ROWS = 100


async def measure(*, seconds: float) -> dict[str, Any]:
    """Return both figures."""
    with tempfile.TemporaryDirectory(prefix="charlotte-bench-") as folder:
        clock = SystemClock()
        database = connect(Path(folder))
        budgets = Budgets(clock, Allowed(), end_call=lambda _: None, on_charge=lambda *_: None)
        ledger = Ledger(database, Vault(bytes(32)), clock, meter=Meter(read_prices()), budgets=budgets)
        await ledger.prepare()
        waits: list[float] = []

        async def talk(name: str) -> None:
            number = 0
            while time.monotonic() < until:
                number += 1
                began = time.monotonic()
                await ledger.append(name, _event(number))
                waits.append(time.monotonic() - began)

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(ledger.write())
            names = [f"talk_{number}" for number in range(TALKERS)]
            calls = {name: Bus() for name in names}
            async with asyncio.TaskGroup() as beginning:
                for name in names:
                    beginning.create_task(ledger.begin(Session(name, "expo", "device", "en", "text", clock.now())))
            for name, call in calls.items():
                tasks.create_task(ledger.follow(name, call.subscribe()))
            async with asyncio.TaskGroup() as first:
                for name in names:
                    first.create_task(ledger.append(name, _event(0)))
            began = time.monotonic()
            until = began + seconds
            async with asyncio.TaskGroup() as talks:
                for name in names:
                    talks.create_task(talk(name))
            lasted = time.monotonic() - began
            for call in calls.values():
                call.close()
            await ledger.close()
        alone_s = await _one_by_one(database)
        await database.dispose()
    cuts = statistics.quantiles(waits, n=100)
    return {
        "acknowledged_per_s": round(len(waits) / lasted),
        "p50_ms": round(cuts[49] * 1000, 1),
        "p99_ms": round(cuts[98] * 1000, 1),
        "one_by_one_per_s": round(1 / alone_s),
        "ratio": round(len(waits) / lasted * alone_s, 1),
        "load_average": [round(load, 2) for load in os.getloadavg()],
    }


def _event(number: int) -> Happened:
    return Happened(CallEnded(reason=f"r{number}"), "charlotte", datetime.now(UTC), float(number))


async def _one_by_one(database: Any) -> float:
    """Return the seconds of a commit that holds one row."""
    began = time.monotonic()
    for number in range(ALONE_ROWS):
        row = {
            "session_id": "alone",
            "seq": number,
            "type": "charlotte.call.ended",
            "source": "charlotte",
            "at": datetime.now(UTC),
            "seconds": 0.0,
            "upstream": "",
            "facts": "{}",
            "words": None,
        }
        async with writing(database) as connection:
            await connection.execute(insert_once(database, journal), [row])
    return (time.monotonic() - began) / ALONE_ROWS


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=5)
    print(json.dumps(asyncio.run(measure(**vars(parser.parse_args()))), indent=2))
