"""Lists of registrations at rest: each sealed with a key of its own, its rows found by keyed hashes."""

import hashlib
import hmac
import os
from dataclasses import dataclass
from datetime import datetime

import orjson
from sqlalchemy import Boolean, Column, Integer, LargeBinary, RowMapping, String, Table, Text, select
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.congress.importers.attendees.codes import folded_code
from charlotte.congress.importers.attendees.reading import Attendee
from charlotte.database import Moment
from charlotte.errors import NotFound
from charlotte.ledger.tables import metadata
from charlotte.ledger.vault import SessionCipher, Vault

registration_lists = Table(
    "registration_lists",
    metadata,
    Column("event_id", String(200), primary_key=True),
    Column("wrapped_key", LargeBinary, nullable=False, comment="of this list alone; gone with it"),
    Column("index_key", LargeBinary, nullable=False, comment="sealed; what codes and addresses are hashed with"),
    Column("file", Text, nullable=False),
    Column("who", String(80), nullable=False),
    Column("at", Moment, nullable=False),
    Column("code_is_enough", Boolean, nullable=False),
)
registrations = Table(
    "registrations",
    metadata,
    Column("event_id", String(200), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("by_code", String(64), index=True, comment="HMAC-SHA256"),
    Column("by_email", String(64), index=True, comment="HMAC-SHA256"),
    Column("words", LargeBinary, nullable=False, comment="AES-256-GCM"),
    Column("position", Integer, nullable=False),
    Column("checked_in_at", Moment),
    Column("session_id", String(40), comment="the conversation that checked in; null = the list said so"),
)


class NoList(NotFound):
    """An event without a list of registrations."""

    code = "no_registrations"


@dataclass(frozen=True)
class StoredList:
    """One list as it is stored: what is known of it without its key."""

    event_id: str
    wrapped_key: bytes
    index_key: bytes
    file: str
    who: str
    at: datetime
    code_is_enough: bool

    @property
    def version(self) -> str:
        """Which list it is: another one, also of the same file, has another."""
        return hashlib.sha256(self.wrapped_key).hexdigest()[:32]


@dataclass(frozen=True)
class SealedList:
    """What opens and seals the rows of one list."""

    event_id: str
    wrapped_key: bytes
    cipher: SessionCipher
    index_key: bytes
    code_is_enough: bool

    @property
    def sealed_index_key(self) -> bytes:
        """The index key as it is stored."""
        return self.cipher.seal(self.index_key, _index_place(self.event_id))

    def by_code(self, code: str) -> str:
        """Return what a row is found by whose code is this; it is `folded_code`."""
        return self._hashed("code", code)

    def by_email(self, email: str) -> str:
        """Return what a row is found by whose address is this."""
        return self._hashed("email", email.strip().casefold())

    def seal(self, row_id: str, one: Attendee) -> dict[str, str | bytes | None]:
        """Return the columns of a row that say whose it is."""
        code = folded_code(one.code)
        return {
            "id": row_id,
            "by_code": self.by_code(code) if code else None,
            "by_email": self.by_email(one.email) if one.email else None,
            "words": self.cipher.seal(orjson.dumps(one), f"{self.event_id}|{row_id}"),
        }

    def unseal(self, row: RowMapping) -> Attendee:
        """Return whose a row is. Raises `WordsUnreadable`."""
        return Attendee(**orjson.loads(self.cipher.unseal(row["words"], f"{row['event_id']}|{row['id']}")))

    def _hashed(self, kind: str, value: str) -> str:
        return hmac.new(self.index_key, f"{kind}|{value}".encode(), "sha256").hexdigest()


def new_list(vault: Vault, event_id: str, *, code_is_enough: bool) -> SealedList:
    """Return the keys of a list that is to be stored."""
    wrapped = vault.new_key()
    return SealedList(event_id, wrapped, vault.open(wrapped), os.urandom(32), code_is_enough)


async def stored_list(connection: AsyncConnection, event_id: str, *, locked: bool = False) -> StoredList | None:
    """Return an event's list, sealed; None = there is none. `locked`: nobody changes it before the transaction ends."""
    wanted = select(registration_lists).where(registration_lists.c.event_id == event_id)
    row = (await connection.execute(wanted.with_for_update() if locked else wanted)).mappings().one_or_none()
    if row is None and locked:  # PostgreSQL waited for a row that another one has taken the place of
        row = (await connection.execute(wanted.with_for_update())).mappings().one_or_none()
    return StoredList(**row) if row is not None else None


async def open_list(connection: AsyncConnection, vault: Vault, event_id: str) -> SealedList:
    """Return an event's list, opened. Raises `NoList`, or `WordsUnreadable` when the key file is another one."""
    stored = await stored_list(connection, event_id)
    if stored is None:
        raise NoList("No list of registrations was loaded for this event.", hint="The desk can help.")
    return opened(vault, stored)


def opened(vault: Vault, stored: StoredList) -> SealedList:
    """Return what opens a list. Raises `WordsUnreadable`."""
    cipher = vault.open(stored.wrapped_key)
    index_key = cipher.unseal(stored.index_key, _index_place(stored.event_id))
    return SealedList(stored.event_id, stored.wrapped_key, cipher, index_key, stored.code_is_enough)


def _index_place(event_id: str) -> str:
    return f"{event_id}|registrations"
