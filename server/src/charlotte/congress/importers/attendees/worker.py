"""The process that reads one spreadsheet of attendees: bytes come in, cells go out, and nothing else passes."""

import sys

from charlotte.congress.importers.attendees.sheets import LIST, SHEETS
from charlotte.congress.importers.confined.process import write
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.sheets.workbooks import grids_in
from charlotte.documents.confined.confine import confine


def prepare(_name: str) -> None:
    """Load nothing: what reads spreadsheets is there."""


def main(name: str, memory_bytes: int, cpu_s: int, output_bytes: int) -> int:
    """Read the spreadsheet on standard input and write its sheets to standard output; 3 = a fault, told instead."""
    document = Document(name, sys.stdin.buffer.read())
    confine(memory_bytes=memory_bytes, cpu_s=cpu_s, output_bytes=output_bytes)
    return write(name, LIST, lambda: _read(document))


def _read(document: Document) -> bytes:
    return SHEETS.dump_json([(grid.name, [list(row) for row in grid.cells]) for grid in grids_in(document) or ()])
