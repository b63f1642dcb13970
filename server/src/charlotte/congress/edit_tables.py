"""The tables of what staff decided about the programme, and of what was there before each import."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from charlotte.congress.tables import METADATA
from charlotte.database import Moment

EDIT = Table(
    "congress_edit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("congress_id", ForeignKey("congress.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("session_id", String(500), nullable=False, comment="the latest row of a session is in force"),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", String(80), nullable=False),
    Column("title", Text, nullable=False),
    Column("override", JSON, comment="null = the programme's word counts again"),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
)

BEFORE_IMPORT = Table(
    "congress_before_import",
    METADATA,
    Column("import_id", ForeignKey("congress_import.id", ondelete="CASCADE"), primary_key=True),
    Column("congress_id", String(200), nullable=False, index=True),
    Column("state", LargeBinary, comment="compressed JSON; null = there was no such congress"),
    Column("undone_at", Moment),
    Column("undone_by", String(80)),
)
