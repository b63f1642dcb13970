"""What is stored is stored alike on both databases: tests that take `database_url` run on each."""

from collections.abc import Iterator

import pytest

from support.postgres import Postgres, postgres


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Postgres]:
    """Run PostgreSQL once, for whatever asks for it."""
    with postgres() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest) -> str | None:
    """Return None, which stands for SQLite in the data folder, and then the URL of an empty PostgreSQL database."""
    if request.param == "sqlite":
        return None
    running: Postgres = request.getfixturevalue("postgresql_server")
    return await running.new_database()
