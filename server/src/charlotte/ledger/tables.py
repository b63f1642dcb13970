"""The tables of what happened."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from charlotte.database import Moment

metadata = MetaData()

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("event_id", String(200), nullable=False),
    Column("device_id", String(64), nullable=False),
    Column("language", String(8)),
    Column("mode", String(8), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False, comment="when a call last opened or closed"),
    Column("live", Boolean, nullable=False, default=False),
    Column("ended_at", Moment),
    Column("wrapped_key", LargeBinary, comment="null once the words are erased"),
    Index("sessions_by_seen", "seen_at"),
)

journal = Table(
    "journal",
    metadata,
    Column("session_id", String(40), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("type", String(80), nullable=False),
    Column("source", String(12), nullable=False),
    Column("at", Moment, nullable=False),
    Column("seconds", Float, nullable=False, comment="monotonic, for durations within one run of the server"),
    Column("upstream", String(20), nullable=False),
    Column("facts", Text, nullable=False, comment="JSON without a word of what was said"),
    Column("words", LargeBinary, comment="AES-256-GCM of the whole event"),
)

charges = Table(
    "charges",
    metadata,
    Column("session_id", String(40), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="response, transcription or time"),
    Column("ref", String(120), primary_key=True, comment="the provider's id of what was paid for"),
    Column("event_id", String(200), nullable=False),
    Column("device_id", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("hour", Moment, nullable=False, comment="UTC"),
    Column("upstream", String(20), nullable=False),
    Column("model", String(100), nullable=False),
    Column("nano_usd", BigInteger, nullable=False, comment="billionths of a dollar"),
    Column("known", Boolean, nullable=False, comment="false = the dearest prices, for want of the model's own"),
    Column("estimated", Boolean, nullable=False, comment="the provider did not say what was used"),
    Column("input_tokens", BigInteger, nullable=False),
    Column("cached_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    Column("seconds", Float, nullable=False),
    Index("charges_by_event", "event_id", "hour"),
)

budgets = Table(
    "budgets",
    metadata,
    Column("event_id", String(200), primary_key=True, comment="empty = every event that has none of its own"),
    Column("event_nano_usd", BigInteger, comment="null = no limit"),
    Column("session_nano_usd", BigInteger, comment="null = no limit"),
    Column("afterwards", String(10), nullable=False, comment="what serves visitors once it is spent"),
)

staff_journal = Table(
    "staff_journal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("who", String(80), nullable=False),
    Column("sign_in", String(20), nullable=False),
    Column("action", String(40), nullable=False),
    Column("event_id", String(200)),
    Column("session_id", String(40)),
    Column("details", Text, nullable=False, comment="JSON; facts of the action, no visitor's word"),
    Index("staff_journal_by_event", "event_id", "id"),
)
