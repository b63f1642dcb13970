"""What reading a programme gives: the agenda, the files it stands in, and what was taken for what."""

from dataclasses import dataclass

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.columns_seen import TableSeen
from charlotte.congress.model import Agenda


@dataclass(frozen=True)
class Reading:
    """An agenda and the file it was read from."""

    agenda: Agenda
    document: Document
    format_name: str
    mapping: FieldMapping | None = None
    """What was taken for what, where the file is of no format that we know."""
    files: tuple[str, ...] = ()
    """The names of the files that `document` holds."""
    tables: tuple[TableSeen, ...] = ()
    """What the mapping could take, where there is one."""
    records: tuple[str, ...] = ()
    """Pages of a site that tell of the programme, and are no documents."""
    site_pages: tuple[str, ...] = ()
    """Pages of a site whose programme was read that are documents wherever they lie."""
