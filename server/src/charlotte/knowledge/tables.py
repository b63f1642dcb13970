"""The knowledge room's tables: all but staff's answers is derived from documents, so that an import replaces it."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

from charlotte.database import Moment

METADATA = MetaData()

SHELF = Table(
    "knowledge_shelf",
    METADATA,
    Column("congress_id", String(200), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("imported_at", Moment, nullable=False),
    Column("warnings", JSON, nullable=False),
)
"""One row a congress that has documents; its version goes up with every import of them."""

DOCUMENT = Table(
    "knowledge_document",
    METADATA,
    Column("congress_id", ForeignKey("knowledge_shelf.congress_id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(500), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("pages", Integer),
    Column("sha256", String(64), nullable=False),
)

ADDED_SINGLY = Table(
    "knowledge_added_singly",
    METADATA,
    Column("congress_id", ForeignKey("knowledge_shelf.congress_id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(500), primary_key=True),
)
"""Names of the documents that came apart from the folder: an import leaves those that it does not bring itself."""

PASSAGE = Table(
    "knowledge_passage",
    METADATA,
    Column("congress_id", ForeignKey("knowledge_shelf.congress_id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(520), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("document", String(500), nullable=False),
    Column("title", Text, nullable=False),
    Column("path", JSON, nullable=False),
    Column("page", Integer),
    Column("language", String(8), nullable=False),
    Column("text", Text, nullable=False),
)

CHANGE = Table(
    "knowledge_change",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("congress_id", String(200), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("who", String(80), nullable=False),
    Column("names", JSON, nullable=False, comment="of documents added, edited and removed"),
    Column("before", LargeBinary, nullable=False, comment="all documents before it, as compressed JSON"),
    Column("undone_at", Moment),
    Column("undone_by", String(80)),
)
"""The latest changes of documents, so that they can be taken back."""

ANSWER = Table(
    "knowledge_answer",
    METADATA,
    Column("congress_id", String(200), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("who", String(80), nullable=False),
    Column("at", Moment, nullable=False),
)
"""What staff answered by hand; an import leaves it."""

ASIDE = Table(
    "knowledge_put_aside",
    METADATA,
    Column("congress_id", String(200), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("who", String(80), nullable=False),
)
"""Facts of documents that staff do not want to be proposed again."""

VECTOR = Table(
    "knowledge_vector",
    METADATA,
    Column("congress_id", ForeignKey("knowledge_shelf.congress_id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("model", String(80), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)
"""What a model made of a passage; an import keeps those of passages that did not change."""

SESSION_VECTOR = Table(
    "knowledge_session_vector",
    METADATA,
    Column("congress_id", String(200), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("model", String(80), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)
"""What a model made of a session's words, which are public; a session that is there again need not be read again."""
