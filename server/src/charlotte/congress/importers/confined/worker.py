"""The process that reads one programme: files come in, an agenda goes out, and nothing else passes."""

import pickle
import sys

from charlotte.congress.importers.confined.faults import FAULT, REFUSED, Fault
from charlotte.congress.importers.confined.sandbox import Request, Told
from charlotte.congress.importers.reading import read_material
from charlotte.congress.importers.shapes.columns.mapping import mapping_of
from charlotte.congress.importers.shapes.times.calendar_words import months, weekdays
from charlotte.congress.importers.wording import language_code
from charlotte.documents.confined.confine import Confined, confine
from charlotte.errors import BadInput


def prepare(_name: str) -> None:
    """Load the tables that every programme takes."""
    weekdays(), months(), language_code("it")


def main(name: str, memory_bytes: int, cpu_s: int, output_bytes: int) -> int:
    """Read the request on standard input and write what was read to standard output; 3 = a fault, told instead."""
    request = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - the server itself wrote it
    assert isinstance(request, Request)
    confine(memory_bytes=memory_bytes, cpu_s=cpu_s, output_bytes=output_bytes)
    try:
        written, status = _read(request), 0
    except BadInput as error:
        written, status = FAULT.dump_json(Fault.of(error)), REFUSED
    except (MemoryError, RecursionError, Confined) as error:
        message = f"{name} takes more than a programme may: {type(error).__name__} {error}."
        hint = "Export the programme alone, without attachments."
        written, status = FAULT.dump_json(Fault("unreadable_file", message, hint)), REFUSED
    sys.stdout.buffer.write(written)
    sys.stdout.flush()
    return status


def _read(request: Request) -> bytes:
    corrections = mapping_of(request.corrections) if request.corrections is not None else None
    reading = read_material(request.material, request.event_id, corrections, request.known, request.otherwise)
    return Told.of(reading).as_json()
