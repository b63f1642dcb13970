"""What all tests share: a settled heap, and both databases: tests that take `database_url` run on each."""

import asyncio
import gc
from collections.abc import Iterator
from types import ModuleType

import pytest

from support.postgres import Postgres, postgres


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Postgres]:
    """Run PostgreSQL once, for whatever asks for it."""
    with postgres() as running:
        yield running


class _Brisk(ModuleType):
    """`asyncio` whose sleepers wake up ten times as soon."""

    def __getattr__(self, name: str) -> object:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / 10)


@pytest.fixture(scope="session", autouse=True)
def _servers_end_at_once() -> Iterator[None]:
    """Let uvicorn see at once that it may end: it looks every 100 ms, and a thousand tests would wait for that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("uvicorn.server.asyncio", _Brisk("asyncio"))
        yield


@pytest.fixture(scope="module", autouse=True)
def _settled() -> None:
    """Keep what was loaded so far out of the garbage collector's way, as `serve` does: it is looked through at the end
    of each WebRTC call, and a process of tests holds many congresses."""
    gc.collect()
    gc.freeze()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest) -> str | None:
    """Return None, which stands for SQLite in the data folder, and then the URL of an empty PostgreSQL database."""
    if request.param == "sqlite":
        return None
    running: Postgres = request.getfixturevalue("postgresql_server")
    return await running.new_database()
