"""One server as users run it and one set of models, for all spoken tests: one browser at a time, fast voice."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import httpx2
import pytest

from charlotte.engine.models.loading import Loaded
from charlotte.serving import listen
from charlotte.settings import Settings
from support.agendas import DEMO, FOSDEM

DATA = Path(__file__).parents[1] / "data"
READY_WITHIN_S = 120
FLOOR = "K.3."
"""The rooms of FOSDEM whose sessions the server knows, 88 of them: to read all 943 in the background takes minutes."""


@dataclass(frozen=True)
class Running:
    """A server process."""

    url: str
    data: Path


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
async def voices() -> AsyncIterator[Loaded]:
    """Ear and mouths of the test itself."""
    loaded = Loaded(Settings().models, warm_up=False)
    await loaded.load(wanted=("whisper-base", "kokoro"))
    yield loaded
    await loaded.close()


async def command(*arguments: str, data: Path) -> asyncio.subprocess.Process:
    """Start a command of Charlotte in a process of its own."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "charlotte",
        *arguments,
        "--data",
        str(data),
        env={**os.environ, "CHARLOTTE_VOICE": "fast"},  # noqa: TID251 (the server of a test has settings of its own)
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )


@pytest.fixture(scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """`charlotte serve` with two real congresses, its voice models loaded."""
    data, floor = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("floor")
    shutil.copy(FOSDEM / "event.json", floor)
    (floor / "schedule.xml").write_bytes(of_floor((FOSDEM / "schedule.xml").read_bytes()))
    for folder in (DEMO, floor):
        importing = await command("import", str(folder), data=data)
        assert await importing.wait() == 0
    listener = listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    listener.close()
    process = await command("serve", "--port", str(port), "--now", "2026-04-18T09:00", data=data)
    running = Running(f"http://127.0.0.1:{port}", data)
    try:
        await _until_it_can_talk(process, running.url)
        yield running
    finally:
        process.terminate()
        await process.wait()


def of_floor(schedule: bytes) -> bytes:
    """Return a schedule with the sessions of one floor."""
    root = ElementTree.fromstring(schedule)
    for room in root.iterfind("day/room"):
        if not room.get("name", "").startswith(FLOOR):
            for event in room.findall("event"):
                room.remove(event)
    return ElementTree.tostring(root)


async def _until_it_can_talk(process: asyncio.subprocess.Process, url: str) -> None:
    async with asyncio.timeout(READY_WITHIN_S), httpx2.AsyncClient(base_url=url, trust_env=False) as http:
        while process.returncode is None:
            try:
                if (await http.get("/readyz")).status_code == 200:
                    return
            except httpx2.TransportError:
                pass
            await asyncio.sleep(0.3)
    raise AssertionError("the server ended before it was ready")
