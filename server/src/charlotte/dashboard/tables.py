"""The tables of what staff decided. Nothing here is about visitors, so nothing is encrypted."""

from sqlalchemy import JSON, Column, Index, Integer, MetaData, String, Table, Text

from charlotte.database import Moment

metadata = MetaData()

briefs = Table(
    "brief",
    metadata,
    Column("event_id", String(200), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False, comment="the highest is in force"),
    Column("at", Moment, nullable=False),
    Column("who", String(80), nullable=False),
    Column("restores", Integer, comment="the version that was taken up again"),
    Column("variables", JSON, nullable=False),
    Column("voice", String(80)),
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
