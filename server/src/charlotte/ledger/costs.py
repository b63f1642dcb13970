"""What was charged, added up as somebody asks: by hour, device, conversation, event or model."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, case, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.ledger.tables import charges

By = Literal["hour", "device", "session", "event", "model"]

KEYS: Mapping[str, tuple[ColumnElement[Any], ...]] = {
    "hour": (charges.c.hour,),
    "device": (charges.c.device_id,),
    "session": (charges.c.session_id,),
    "event": (charges.c.event_id,),
    "model": (charges.c.upstream, charges.c.model),
}


@dataclass(frozen=True)
class Sum:
    """Charges added up."""

    key: str
    nano: int = 0
    responses: int = 0
    transcriptions: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    open_seconds: float = 0.0
    """Of calls that are billed by time."""
    estimated: int = 0
    """How many charges are estimates, because the provider did not say what was used."""
    unpriced: int = 0
    """How many are of models whose price nobody knows."""


@dataclass(frozen=True)
class Paid:
    """One charge of a conversation."""

    kind: str
    ref: str
    nano: int
    known: bool
    estimated: bool


class Costs:
    """Reads charges."""

    def __init__(self, database: AsyncEngine) -> None:
        self._database = database

    async def total(self, event_id: str | None) -> Sum:
        """Return the sum of everything, or of one event."""
        async with self._database.connect() as connection:
            row = (await connection.execute(_of(event_id, select(*_SUMS)))).one()
        return _sum("", row)

    async def by(self, kind: By, event_id: str | None, limit: int) -> list[Sum]:
        """Return sums: of hours the latest in their order, of all else the dearest first."""
        keys = KEYS[kind]
        asked = _of(event_id, select(*keys, *_SUMS)).group_by(*keys).limit(limit)
        asked = asked.order_by(keys[0].desc()) if kind == "hour" else asked.order_by(_NANO.desc(), *keys)
        async with self._database.connect() as connection:
            rows = (await connection.execute(asked)).all()
        found = [_sum("/".join(map(_text, row[: len(keys)])), row) for row in rows]
        return found[::-1] if kind == "hour" else found

    async def of_sessions(self, session_ids: Collection[str]) -> dict[str, int]:
        """Return what each conversation has cost, in billionths of a dollar; what cost nothing is left out."""
        asked = select(charges.c.session_id, _NANO).where(charges.c.session_id.in_(session_ids))
        async with self._database.connect() as connection:
            rows = await connection.execute(asked.group_by(charges.c.session_id))
            return {session_id: int(nano) for session_id, nano in rows}

    async def of_session(self, session_id: str) -> list[Paid]:
        """Return every charge of a conversation."""
        asked = select(charges.c.kind, charges.c.ref, charges.c.nano_usd, charges.c.known, charges.c.estimated)
        async with self._database.connect() as connection:
            rows = await connection.execute(asked.where(charges.c.session_id == session_id).order_by(charges.c.at))
            return [Paid(*row) for row in rows]


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _total(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(column), 0)


_NANO = _total(charges.c.nano_usd)
_SUMS = (
    _NANO.label("nano"),
    _count(charges.c.kind == "response").label("responses"),
    _count(charges.c.kind == "transcription").label("transcriptions"),
    _total(charges.c.input_tokens).label("input_tokens"),
    _total(charges.c.cached_tokens).label("cached_tokens"),
    _total(charges.c.output_tokens).label("output_tokens"),
    _total(case((charges.c.kind == "time", charges.c.seconds), else_=0.0)).label("open_seconds"),
    _count(charges.c.estimated).label("estimated"),
    _count(charges.c.known.is_(False)).label("unpriced"),
)


def _of(event_id: str | None, asked: Any) -> Any:
    return asked if event_id is None else asked.where(charges.c.event_id == event_id)


def _sum(key: str, row: Row[Any]) -> Sum:
    counts = {name: int(getattr(row, name)) for name in Sum.__dataclass_fields__ if name not in ("key", "open_seconds")}
    return Sum(key, open_seconds=float(row.open_seconds), **counts)


def _text(key: Any) -> str:
    return key.isoformat() if isinstance(key, datetime) else str(key)
