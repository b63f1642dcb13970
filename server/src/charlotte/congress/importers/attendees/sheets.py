"""A list of attendees as a spreadsheet, read in a process of its own, so that a hostile file harms nobody."""

from pydantic import TypeAdapter, ValidationError

from charlotte.congress.importers.confined.faults import FAULT, REFUSED
from charlotte.congress.importers.confined.sandbox import LIMITS
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.documents.confined.sandbox import MIB, Limits, run_confined
from charlotte.documents.errors import UnreadableDocument

SHEETS = TypeAdapter(list[tuple[str, list[list[str]]]])
"""Name and cells of each."""
SMALLER = "Save the list alone in a new file, or as CSV."


def sheets_in(document: Document, limits: Limits = LIMITS) -> tuple[Grid, ...]:
    """Return the visible sheets. Raises `UnreadableFile`; blocks while the process runs."""
    if len(document.raw) > limits.file_bytes:
        raise UnreadableFile(f"{document.name} has more than {limits.file_bytes // MIB} MB.", hint=SMALLER)
    try:
        status, written = run_confined(
            "charlotte.congress.importers.attendees.worker", document.name[:200], document.raw, limits
        )
    except UnreadableDocument as error:
        raise UnreadableFile(error.message, hint=SMALLER) from error
    try:
        if status == REFUSED:
            raise FAULT.validate_json(written).error
        if status:
            raise UnreadableFile(f"{document.name} takes more time or memory than a list may.", hint=SMALLER)
        return tuple(Grid(name, cells) for name, cells in SHEETS.validate_json(written))
    except ValidationError:
        raise UnreadableFile(f"{document.name} could not be read whole.", hint=SMALLER) from None
