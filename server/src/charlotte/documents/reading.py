"""Reads one document in this process, whatever is wrong with it; only a confined process does."""

import zipfile

from defusedxml import DefusedXmlException

from charlotte.documents.confined.confine import Confined
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.formats import reader_of
from charlotte.documents.paper import Paper


def read_here(name: str, raw: bytes) -> Paper:
    """Return what a document says. Raises `UnreadableDocument`, whose message goes on from the document's name."""
    try:
        return reader_of(name)(raw)
    except UnreadableDocument:
        raise
    except MemoryError:
        raise UnreadableDocument("needs more memory than a document may take") from None
    except RecursionError:
        raise UnreadableDocument("is nested too deeply") from None
    except zipfile.BadZipFile:
        raise UnreadableDocument("is damaged or cut off") from None
    except DefusedXmlException:
        raise UnreadableDocument("declares entities or a document type, which is not safe to read") from None
    except Confined as fault:
        raise UnreadableDocument(f"tried what a document may not do ({fault})") from None
    except Exception as fault:  # noqa: BLE001 - parsers raise anything on damaged files
        raise UnreadableDocument(f"is damaged: {type(fault).__name__}") from None
