"""The formats we read, and which of them a document is in."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Importer
from charlotte.congress.importers.known.c3voc import C3voc
from charlotte.congress.importers.known.frab import Frab
from charlotte.congress.importers.known.ics import ICalendar
from charlotte.congress.importers.known.indico import Indico
from charlotte.congress.importers.known.sessionize import Sessionize
from charlotte.congress.importers.known.sessionize_export import SessionizeExport

IMPORTERS: tuple[Importer, ...] = (Frab(), C3voc(), Sessionize(), SessionizeExport(), Indico(), ICalendar())

KNOWN = ", ".join(importer.name for importer in IMPORTERS)


def importer_of(document: Document) -> Importer | None:
    """Return the importer that claims a document by its content."""
    return next((importer for importer in IMPORTERS if importer.claims(document)), None)
