"""A list of attendees as a spreadsheet, read in a process of its own, so that a hostile file harms nobody."""

from pydantic import TypeAdapter, ValidationError

from charlotte.congress.importers.confined.process import Kind, unfinished, written_apart
from charlotte.congress.importers.confined.sandbox import LIMITS
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.documents.confined.sandbox import MIB, Limits

SHEETS = TypeAdapter(list[tuple[str, list[list[str]]]])
"""Name and cells of each."""
LIST = Kind("list", "Save the list alone in a new file, or as CSV.")


def sheets_in(document: Document, limits: Limits = LIMITS) -> tuple[Grid, ...]:
    """Return the visible sheets. Raises `UnreadableFile`; blocks while the process runs."""
    if len(document.raw) > limits.file_bytes:
        raise UnreadableFile(f"{document.name} has more than {limits.file_bytes // MIB} MB.", hint=LIST.hint)
    written = written_apart("attendees.worker", document.name, document.raw, limits, LIST)
    try:
        return tuple(Grid(name, cells) for name, cells in SHEETS.validate_json(written))
    except ValidationError:
        raise unfinished(document.name, LIST) from None
