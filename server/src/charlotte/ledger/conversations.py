"""Which conversations there are, what was said in them, and when their words are erased."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import orjson
from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.clock import Clock
from charlotte.database import fold_log, writing
from charlotte.errors import NotFound
from charlotte.ledger.tables import journal, sessions
from charlotte.ledger.vault import SessionCipher, Vault, place
from charlotte.protocol.codec import read_server_event
from charlotte.session.history import History
from charlotte.session.identity import Session


class Conversations:
    """The durable side of sessions."""

    def __init__(self, database: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock

    def new_row(self, session: Session) -> dict[str, Any]:
        """Return the row of a new conversation, with a key of its own."""
        return {
            "id": session.id,
            "event_id": session.event_id,
            "device_id": session.device_id,
            "language": session.language,
            "mode": session.mode,
            "created_at": session.created_at,
            "seen_at": session.created_at,
            "live": False,
            "wrapped_key": self._vault.new_key(),
        }

    async def find(self, session_id: str) -> Session:
        """Return a conversation that can be taken up. Raises `NotFound` when it ended or never was."""
        async with self._database.connect() as connection:
            row = (
                (await connection.execute(select(sessions).where(sessions.c.id == session_id))).mappings().one_or_none()
            )
        if row is None or row["ended_at"] is not None:
            raise NotFound("This conversation has ended.", hint="Start a new one.")
        return Session(
            id=row["id"],
            event_id=row["event_id"],
            device_id=row["device_id"],
            language=row["language"],
            mode=row["mode"],
            created_at=row["created_at"],
        )

    async def seen(self, session: Session, *, live: bool | None) -> None:
        """Note that a call opened (`live`), closed, or that the conversation's choices changed (None)."""
        values: dict[str, Any] = {
            "seen_at": self._clock.now(),
            "language": session.language,
            "mode": session.mode,
        }
        if live is not None:
            values["live"] = live
        async with writing(self._database) as connection:
            await connection.execute(update(sessions).where(sessions.c.id == session.id).values(**values))

    async def history(self, session_id: str) -> History:
        """Return what was said so far, from the journal."""
        history = History()
        key, rows = await self._rows(session_id)
        if key is None:
            return history
        cipher = self._vault.open(key)
        for row in rows:
            if row["source"] in _SAYS_WHAT_IS and row["words"] is not None and row["type"] in _MAKES_HISTORY:
                history = history.apply(read_server_event(_words(cipher, row)))
            elif row["type"] in ("conversation.item.truncated", "conversation.item.deleted"):
                history = history.apply(read_server_event({"type": row["type"], **orjson.loads(row["facts"])}))
        return history

    async def entries(self, session_id: str, *, with_words: bool) -> list[dict[str, Any]]:
        """Return the journal of a conversation, oldest first. Raises `NotFound` when there is none."""
        key, rows = await self._rows(session_id)
        cipher = self._vault.open(key) if key and with_words else None
        return [
            {
                "seq": row["seq"],
                "type": row["type"],
                "source": row["source"],
                "at": row["at"],
                "seconds": row["seconds"],
                "upstream": row["upstream"],
                "facts": orjson.loads(row["facts"]),
                **({"words": _words(cipher, row)} if cipher and row["words"] is not None else {}),
            }
            for row in rows
        ]

    async def erase(self, session_id: str) -> None:
        """Make a conversation's words unreadable for good, and end it."""
        now = self._clock.now()
        async with writing(self._database) as connection:
            await connection.execute(
                update(sessions).where(sessions.c.id == session_id).values(wrapped_key=None, live=False, ended_at=now)
            )
            await connection.execute(update(journal).where(journal.c.session_id == session_id).values(words=None))
        await fold_log(self._database)

    async def start_over(self) -> None:
        """After a start: no call of an earlier run is live."""
        async with writing(self._database) as connection:
            await connection.execute(update(sessions).where(sessions.c.live).values(live=False))

    async def sweep(self, *, resume: timedelta, retention: timedelta | None) -> list[str]:
        """End what can no longer be taken up and erase words whose time is over; return what was erased.

        `retention` None = words live only as long as their conversation.
        """
        now = self._clock.now()
        async with writing(self._database) as connection:
            await connection.execute(
                update(sessions)
                .where(sessions.c.ended_at.is_(None), sessions.c.live.is_(False), sessions.c.seen_at < now - resume)
                .values(ended_at=now)
            )
            over = now if retention is None else now - retention
            due = await connection.scalars(
                select(sessions.c.id).where(sessions.c.ended_at <= over, sessions.c.wrapped_key.is_not(None))
            )
            ids = list(due)
        for session_id in ids:
            await self.erase(session_id)
        return ids

    async def _rows(self, session_id: str) -> tuple[bytes | None, Sequence[RowMapping]]:
        async with self._database.connect() as connection:
            known = (
                await connection.execute(select(sessions.c.wrapped_key).where(sessions.c.id == session_id))
            ).one_or_none()
            if known is None:
                raise NotFound("There is no such conversation.")
            rows = await connection.execute(
                select(journal).where(journal.c.session_id == session_id).order_by(journal.c.seq)
            )
            return known[0], rows.mappings().all()


_SAYS_WHAT_IS = ("upstream", "relayed", "charlotte")
"""The server itself tells what was heard of an answer whose call broke."""
_MAKES_HISTORY = frozenset(
    {
        "conversation.item.added",
        "conversation.item.done",
        "conversation.item.retrieved",
        "response.output_item.done",
        "conversation.item.input_audio_transcription.completed",
    }
)


def _words(cipher: SessionCipher, row: RowMapping) -> dict[str, Any]:
    value = orjson.loads(cipher.unseal(row["words"], place(row["session_id"], row["seq"], row["type"])))
    assert isinstance(value, dict)
    return value
