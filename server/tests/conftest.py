"""What all tests share: a settled heap, and both databases: tests that take `database_url` run on each."""

import gc
from collections.abc import Iterator

import pytest

from support.postgres import Postgres, postgres


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Postgres]:
    """Run PostgreSQL once, for whatever asks for it."""
    with postgres() as running:
        yield running


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
