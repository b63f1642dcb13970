"""The tables of what staff decided. Nothing here is about visitors, so nothing is encrypted."""

from sqlalchemy import JSON, Column, Integer, MetaData, String, Table

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
