"""The process that reads one spreadsheet of attendees: bytes come in, cells go out, and nothing else passes."""

import sys

from charlotte.congress.importers.attendees.sheets import SHEETS, SMALLER
from charlotte.congress.importers.confined.faults import FAULT, REFUSED, Fault
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.sheets.workbooks import grids_in
from charlotte.documents.confined.confine import Confined, confine
from charlotte.errors import BadInput


def prepare(_name: str) -> None:
    """Load nothing: what reads spreadsheets is there."""


def main(name: str, memory_bytes: int, cpu_s: int, output_bytes: int) -> int:
    """Read the spreadsheet on standard input and write its sheets to standard output; 3 = a fault, told instead."""
    document = Document(name, sys.stdin.buffer.read())
    confine(memory_bytes=memory_bytes, cpu_s=cpu_s, output_bytes=output_bytes)
    try:
        sheets = [(grid.name, [list(row) for row in grid.cells]) for grid in grids_in(document) or ()]
        written, status = SHEETS.dump_json(sheets), 0
    except BadInput as error:
        written, status = FAULT.dump_json(Fault.of(error)), REFUSED
    except (MemoryError, RecursionError, Confined) as error:
        message = f"{name} takes more than a list may: {type(error).__name__}."
        written, status = FAULT.dump_json(Fault("unreadable_file", message, SMALLER)), REFUSED
    sys.stdout.buffer.write(written)
    sys.stdout.flush()
    return status
