"""The congress room's tables. Nothing here is about visitors, so nothing is encrypted."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

from charlotte.database import Moment

METADATA = MetaData()

CONGRESS = Table(
    "congress",
    METADATA,
    Column("id", String(200), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("venue", Text),
    Column("city", Text),
    Column("start_date", Date),
    Column("end_date", Date),
    Column("languages", JSON, nullable=False),
)

IMPORT = Table(
    "congress_import",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("congress_id", ForeignKey("congress.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("imported_at", Moment, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("format", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("changes", JSON, nullable=False),
)

ROOM = Table(
    "congress_room",
    METADATA,
    Column("congress_id", ForeignKey("congress.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(500), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("description", Text),
    Column("capacity", Integer),
    Column("building", Text),
    Column("level", Text),
)

TRACK = Table(
    "congress_track",
    METADATA,
    Column("congress_id", ForeignKey("congress.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(500), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("aliases", JSON, nullable=False),
)

PERSON = Table(
    "congress_person",
    METADATA,
    Column("congress_id", ForeignKey("congress.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(500), primary_key=True),
    Column("name", Text, nullable=False),
    Column("affiliation", Text),
    Column("aliases", JSON, nullable=False),
)

SESSION = Table(
    "congress_session",
    METADATA,
    Column("congress_id", ForeignKey("congress.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(500), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("start_at", Moment),
    Column("end_at", Moment),
    Column("room", Text),
    Column("status", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subtitle", Text),
    Column("abstract", Text),
    Column("track", Text),
    Column("language", String(8)),
    Column("speaker_ids", JSON, nullable=False),
    Column("url", Text),
    Column("same_as", Text),
    Column("previous_start_at", Moment),
    Column("previous_room", Text),
)

KIND_NAME = Table(
    "congress_kind_name",
    METADATA,
    Column("congress_id", ForeignKey("congress.id", ondelete="CASCADE"), primary_key=True),
    Column("session_id", String(500), primary_key=True),
    Column("called", Text, nullable=False),
)
"""What the programme calls the kinds of sessions."""
