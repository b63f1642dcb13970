"""The database: SQLite under the data folder, or PostgreSQL by its URL; each room brings its own tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, DateTime, Dialect, MetaData, Table, TypeDecorator, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.sql.dml import Insert

FILE_NAME = "charlotte.sqlite"

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # What was acknowledged must survive a power cut.
    "PRAGMA synchronous=FULL",
    # A disk that is busy with something else makes one wait, not fail.
    "PRAGMA busy_timeout=30000",
    "PRAGMA foreign_keys=ON",
    # A key that was erased must not linger in a free page of the file.
    "PRAGMA secure_delete=ON",
)


class Moment(TypeDecorator[datetime]):
    """A moment of an aware clock, stored and read in UTC; SQLite itself would lose the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what is stored."""
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what was stored."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def connect(data_dir: Path, url: str | None = None) -> AsyncEngine:
    """Return an engine on `data_dir`'s database (made when missing), or on PostgreSQL by its URL."""
    if url is None:
        data_dir.mkdir(parents=True, exist_ok=True)
        url = f"sqlite+aiosqlite:///{data_dir / FILE_NAME}"
    engine = create_async_engine(_with_driver(make_url(url)))
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _with_driver(url: URL) -> URL:
    return url.set(drivername="postgresql+asyncpg") if url.drivername in ("postgresql", "postgres") else url


async def create_tables(engine: AsyncEngine, metadata: MetaData) -> None:
    """Make the tables of one room that do not exist yet."""
    async with writing(engine) as connection:
        await connection.run_sync(metadata.create_all)


@asynccontextmanager
async def writing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Open a transaction that reads and then writes; on SQLite it takes the write lock at once.

    A transaction that begins by reading and writes later would fail there, without waiting, when another wrote between.
    """
    async with engine.execution_options(writes=True).begin() as connection:
        yield connection


def insert_once(engine: AsyncEngine, table: Table) -> Insert:
    """Return an insert that leaves a row that is there already as it is."""
    return _insert_once(engine.dialect.name, table)


@lru_cache(16)
def _insert_once(dialect: str, table: Table) -> Insert:
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


async def fold_log(engine: AsyncEngine) -> None:
    """Bring SQLite's write-ahead log into the file and empty it, so that what was overwritten is nowhere any more."""
    if engine.dialect.name != "sqlite":
        return
    async with engine.connect() as connection:
        # Through the driver, because the log cannot be folded inside of a transaction.
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _prepare(dbapi_connection: Any, _record: Any) -> None:
    # The driver's own implicit BEGIN leaves reads outside the transaction; `_begin` opens it explicitly instead.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
