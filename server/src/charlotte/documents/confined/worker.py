"""The process that reads one document: bytes come in, blocks go out, and nothing else passes."""

import sys

from charlotte.documents.confined.confine import confine
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.formats import reader_of
from charlotte.documents.reading import read_here


def prepare(name: str) -> None:
    """Load what reads a document of this name."""
    reader_of(name)


def main(name: str, memory_bytes: int, cpu_s: int, output_bytes: int) -> int:
    """Read the document on standard input and write it to standard output; 3 = it cannot be read, told instead."""
    raw = sys.stdin.buffer.read()
    confine(memory_bytes=memory_bytes, cpu_s=cpu_s, output_bytes=output_bytes)
    try:
        told, status = read_here(name, raw).model_dump_json(exclude_defaults=True), 0
    except UnreadableDocument as fault:
        told, status = fault.message, 3
    except MemoryError:
        told, status = "needs more memory than a document may take", 3
    sys.stdout.buffer.write(told.encode("utf-8", "replace"))
    sys.stdout.flush()
    return status
