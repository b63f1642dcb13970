"""One conversation's page of the journal: numbers its entries, encrypts its words, prices what cost something."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.ledger import entries
from charlotte.ledger.accounts import Account
from charlotte.ledger.metering import Charge, Charges, Meter
from charlotte.ledger.tables import charges, journal, sessions
from charlotte.ledger.vault import SessionCipher, Vault, place
from charlotte.protocol.base import Frame
from charlotte.protocol.server import OutputAudioDelta
from charlotte.session.happened import CallOpened, Happened


@dataclass(frozen=True)
class Row:
    """What one event leaves on disk: its entry, unless it is mere sound, and what it cost. They go in together."""

    session_id: str
    entry: dict[str, Any] | None
    charges: tuple[dict[str, Any], ...]


@dataclass(eq=False)
class Line:
    """One call in a conversation's page, or what is told beside its calls; two calls may overlap."""

    book: "Book"
    meter: Meter

    def price(self, happened: Happened) -> Charges:
        """Return what an event costs and was not charged before."""
        self.meter, found = self.meter.observe(happened)
        return self.book.new(found)

    def row(self, happened: Happened, charged: Charges) -> Row | None:
        """Return what goes to disk, if anything does."""
        return self.book.row(happened, charged, self.meter.upstream)


class Book:
    """One conversation's page of the journal."""

    def __init__(
        self, account: Account, cipher: SessionCipher | None, meter: Meter, *, last: int, charged: set[tuple[str, str]]
    ) -> None:
        self.account = account
        self._meter = meter
        self._cipher = cipher
        self._seq = last
        self._charged = charged
        self._sounding: str | None = None

    def line(self) -> Line:
        """Return a line for a further call."""
        return Line(self, self._meter)

    def new(self, found: Charges) -> Charges:
        """Return the charges that were not made before."""
        new = tuple(charge for charge in found if (charge.kind, charge.ref) not in self._charged)
        self._charged.update((charge.kind, charge.ref) for charge in new)
        return new

    def row(self, happened: Happened, charged: Charges, upstream: str) -> Row | None:
        """Return what goes to disk, if anything does."""
        if isinstance(happened.event, CallOpened):
            self._meter = self._meter.served_by(upstream)
        entry = self._entry(happened, upstream) if self._keeps(happened) else None
        if entry is None and not charged:
            return None
        at = happened.at.astimezone(UTC)
        return Row(self.account.session_id, entry, tuple(_charge(self.account, charge, at) for charge in charged))

    def _keeps(self, happened: Happened) -> bool:
        """Tell whether an event gets an entry; of an answer's sound only the moment it begins does."""
        event = happened.event
        if happened.source == "replay":
            return False
        if isinstance(event, OutputAudioDelta) and event.item_id != self._sounding:
            self._sounding = event.item_id
            return True
        return not entries.is_sound(event)

    def _entry(self, happened: Happened, upstream: str) -> dict[str, Any]:
        self._seq += 1
        event = happened.event
        event_type = str(getattr(event, "type", None) or "unknown")[:80]
        return {
            "session_id": self.account.session_id,
            "seq": self._seq,
            "type": event_type,
            "source": happened.source,
            "at": happened.at,
            "seconds": happened.seconds,
            "upstream": upstream[:20],
            "facts": orjson.dumps(entries.facts(event)).decode(),
            "words": self._sealed(event, event_type),
        }

    def _sealed(self, event: Frame, event_type: str) -> bytes | None:
        if self._cipher is None or not entries.has_words(event):
            return None
        where = place(self.account.session_id, self._seq, event_type)
        return self._cipher.seal(orjson.dumps(entries.words(event)), where)


async def read_book(database: AsyncEngine, session_id: str, vault: Vault, meter: Meter) -> Book:
    """Return a conversation's page as it stands on disk; `meter` is how a conversation begins."""
    async with database.connect() as connection:
        known = (await connection.execute(select(sessions).where(sessions.c.id == session_id))).one_or_none()
        last = await connection.scalar(select(func.max(journal.c.seq)).where(journal.c.session_id == session_id))
        paid = await connection.execute(select(charges.c.kind, charges.c.ref).where(charges.c.session_id == session_id))
        charged = {(row.kind, row.ref) for row in paid}
        meter = await _last_call(connection, session_id, meter)
    account = Account(session_id, known.event_id, known.device_id) if known else Account(session_id, "", "")
    cipher = vault.open(known.wrapped_key) if known and known.wrapped_key else None
    return Book(account, cipher, meter, last=last or 0, charged=charged)


async def _last_call(connection: AsyncConnection, session_id: str, meter: Meter) -> Meter:
    """Return a meter that knows who spoke in the conversation's last call."""
    opened = select(journal.c.upstream).where(
        journal.c.session_id == session_id, journal.c.type == CallOpened.model_fields["type"].default
    )
    upstream = await connection.scalar(opened.order_by(journal.c.seq.desc()).limit(1))
    return meter if upstream is None else meter.served_by(upstream)


def _charge(account: Account, charge: Charge, at: datetime) -> dict[str, Any]:
    values = asdict(charge)
    return {
        "nano_usd": values.pop("nano"),
        **values,
        **asdict(account),
        "ref": charge.ref[:120],
        "upstream": charge.upstream[:20],
        "model": charge.model[:100],
        "at": at,
        "hour": at.replace(minute=0, second=0, microsecond=0),
    }
