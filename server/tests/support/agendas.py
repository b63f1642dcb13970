"""Real congresses for tests: the one that ships, and FOSDEM 2025."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import charlotte
from charlotte.clock import Clock, SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.importers.folder import Reading, read_path
from charlotte.congress.programme import Programme
from charlotte.congress.search.search import Search
from charlotte.database import connect

EVENTS = Path(__file__).parents[1] / "data" / "events"
DEMO = Path(charlotte.__file__).parent / "demo" / "devfest-pisa-2026"
FOSDEM = EVENTS / "fosdem-2025"


@cache
def read(path: Path) -> Reading:
    """Return a reading, made once."""
    return read_path(path)


@cache
def programme(path: Path) -> Programme:
    """Return a programme straight from its files."""
    agenda = read(path).agenda
    return Programme(agenda.congress, agenda.sessions, agenda.rooms)


def search(path: Path) -> Search:
    """Return the search over a programme."""
    return Search.of(programme(path))


@asynccontextmanager
async def congresses(folder: Path, clock: Clock | None = None, url: str | None = None) -> AsyncIterator[Congresses]:
    """Open the congresses of a data folder."""
    engine = connect(folder, url)
    try:
        opened = Congresses(engine, clock or SystemClock())
        await opened.create_tables()
        yield opened
    finally:
        await engine.dispose()
