"""One server as users run it and one set of models, for all spoken tests: one browser at a time, fast voice."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from charlotte.engine.models.loading import Loaded
from charlotte.serving import listen
from charlotte.settings import Settings

DATA = Path(__file__).parents[1] / "data"
READY_WITHIN_S = 120


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
    loaded = Loaded(Settings().models)
    await loaded.load()
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
    data = tmp_path_factory.mktemp("data")
    for event in ("devfest-pisa-2026", "fosdem-2025"):
        folder = DATA / "events" / event
        source = folder if folder.exists() else Path(sys.modules["charlotte"].__path__[0]) / "demo" / event
        importing = await command("import", str(source), data=data)
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
