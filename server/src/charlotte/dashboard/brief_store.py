"""The briefs in the database: every version is kept, the highest is in force, and of two who save at once one wins."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.access.staff import Member
from charlotte.clock import Clock
from charlotte.dashboard.tables import briefs
from charlotte.database import writing
from charlotte.errors import CharlotteError, NotFound
from charlotte.ledger.staff_log import entry
from charlotte.ledger.tables import staff_journal
from charlotte.session.configuration.brief import Brief

NOTHING = Brief()


class BriefChanged(CharlotteError):
    """Somebody else saved meanwhile."""

    code, status = "brief_changed", 409


@dataclass(frozen=True)
class Version:
    """One state of a brief, and who made it."""

    brief: Brief
    at: datetime
    who: str
    restores: int | None = None


class BriefStore:
    """Keeps the briefs of all events."""

    def __init__(self, database: AsyncEngine, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def current(self, event_id: str) -> Brief:
        """Return the brief in force."""
        latest = await self.latest(event_id)
        return latest.brief if latest else NOTHING

    async def latest(self, event_id: str) -> Version | None:
        """Return the version in force; None = staff told nothing yet."""
        history = await self.history(event_id, limit=1)
        return history[0] if history else None

    async def history(self, event_id: str, *, limit: int, before: int | None = None) -> list[Version]:
        """Return versions, the latest first."""
        wanted = select(briefs).where(briefs.c.event_id == event_id)
        if before is not None:
            wanted = wanted.where(briefs.c.version < before)
        async with self._database.connect() as connection:
            rows = await connection.execute(wanted.order_by(briefs.c.version.desc()).limit(limit))
            return [_version(row) for row in rows.mappings()]

    async def version(self, event_id: str, version: int) -> Brief:
        """Return one version; 0 is the one in which nothing was told. Raises `NotFound`."""
        if version == 0:
            return NOTHING
        found = await self.history(event_id, limit=1, before=version + 1)
        if not found or found[0].brief.version != version:
            raise NotFound(f"There is no version {version} of this event's details.")
        return found[0].brief

    async def save(  # noqa: PLR0913 - the parts of one change
        self,
        event_id: str,
        *,
        base: int,
        variables: Mapping[str, str],
        voice: str | None,
        who: Member,
        restores: int | None = None,
    ) -> Brief:
        """Store the next version and that somebody made it. Raises `BriefChanged` unless `base` is in force."""
        now = self._clock.now()
        brief = Brief(base + 1, dict(variables), voice)
        row = {"event_id": event_id, "version": brief.version, "at": now, "who": who.name, "restores": restores}
        try:
            async with writing(self._database) as connection:
                if await _version_in_force(connection, event_id) != base:
                    raise await self._changed(connection, event_id)
                await connection.execute(insert(briefs).values(**row, variables=dict(variables), voice=voice))
                details = {"version": brief.version, **({"restores": restores} if restores is not None else {})}
                action = "brief_saved" if restores is None else "brief_restored"
                await connection.execute(
                    insert(staff_journal).values(**entry(now, who, action, event_id=event_id, details=details))
                )
        except IntegrityError:
            async with self._database.connect() as connection:
                raise await self._changed(connection, event_id) from None
        return brief

    async def _changed(self, connection: AsyncConnection, event_id: str) -> BriefChanged:
        latest = select(briefs).where(briefs.c.event_id == event_id).order_by(briefs.c.version.desc()).limit(1)
        row = (await connection.execute(latest)).mappings().one_or_none()
        by = f"{row['who']} has" if row else "Somebody has"
        return BriefChanged(
            f"{by} changed these details meanwhile; nothing of yours was saved.",
            hint="Load the newer details, look at them, and make your change again.",
        )


async def _version_in_force(connection: AsyncConnection, event_id: str) -> int:
    return await connection.scalar(select(func.max(briefs.c.version)).where(briefs.c.event_id == event_id)) or 0


def _version(row: RowMapping) -> Version:
    return Version(Brief(row["version"], row["variables"], row["voice"]), row["at"], row["who"], row["restores"])
