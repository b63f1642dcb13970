"""The process that reads one programme: files come in, an agenda goes out, and nothing else passes."""

import pickle
import sys

from charlotte.congress.importers.confined.process import write
from charlotte.congress.importers.confined.sandbox import PROGRAMME, Request, Told
from charlotte.congress.importers.reading import read_material
from charlotte.congress.importers.shapes.columns.mapping import mapping_of
from charlotte.congress.importers.shapes.times.calendar_words import months, weekdays
from charlotte.congress.importers.wording import language_code
from charlotte.documents.confined.confine import confine


def prepare(_name: str) -> None:
    """Load the tables that every programme takes."""
    weekdays(), months(), language_code("it")


def main(name: str, memory_bytes: int, cpu_s: int, output_bytes: int) -> int:
    """Read the request on standard input and write what was read to standard output; 3 = a fault, told instead."""
    request = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - the server itself wrote it
    assert isinstance(request, Request)
    confine(memory_bytes=memory_bytes, cpu_s=cpu_s, output_bytes=output_bytes)
    return write(name, PROGRAMME, lambda: _read(request))


def _read(request: Request) -> bytes:
    corrections = mapping_of(request.corrections) if request.corrections is not None else None
    reading = read_material(request.material, request.event_id, corrections, request.known, request.otherwise)
    return Told.of(reading).as_json()
