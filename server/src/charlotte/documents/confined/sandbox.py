"""Reads a document in a process of its own, so that a hostile file harms nobody and a huge one ends by itself."""

import json
import tempfile
from dataclasses import dataclass

from pydantic import ValidationError

from charlotte.documents.confined.children import run_child
from charlotte.documents.confined.confine import is_confined
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.formats import is_read
from charlotte.documents.paper import Paper
from charlotte.documents.reading import read_here

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What reading one document may take."""

    file_bytes: int = 32 * MIB
    memory_bytes: int = 1024 * MIB
    """Of address space; Python and the parsers take 300 MiB of it."""
    cpu_s: int = 40
    """A programme book of 300 pages takes half of it on a slow machine."""
    wall_s: float = 90.0
    output_bytes: int = 16 * MIB


LIMITS = Limits()
REFUSED = 3
SHORTER = "Save it again, or leave out what is not needed."


def read_paper(name: str, raw: bytes, limits: Limits = LIMITS) -> Paper:
    """Return what a document says. Raises `UnreadableDocument`; blocks while the process runs."""
    if not is_read(name):
        raise UnreadableDocument(
            f"{name} is no document that can be read.", hint="Save it as PDF, DOCX, ODT, PPTX or HTML."
        )
    if len(raw) > limits.file_bytes:
        message = f"{name} has more than {limits.file_bytes // MIB} MB, the most that a document may have."
        raise UnreadableDocument(message, hint="Save it with smaller pictures, or in parts.")
    if not raw.strip(b"\x00 \t\r\n"):
        raise UnreadableDocument(f"{name} is empty.", hint="Save it again.")
    if is_confined():  # a programme that is a document, read in the process that reads programmes
        try:
            return read_here(name, raw)
        except UnreadableDocument as fault:
            raise _refused(name, fault.message) from fault
    status, written = run_confined("charlotte.documents.confined.worker", name, raw, limits)
    return _paper(name, status, written)


def run_confined(module: str, name: str, given: bytes, limits: Limits) -> tuple[int, bytes]:
    """Run a module that gives everything up before it reads; return its status and what it wrote.

    Raises `UnreadableDocument` when it takes too long.
    """
    called = [module, name, limits.memory_bytes, limits.cpu_s, limits.output_bytes]
    # Files and not pipes: the kernel itself bounds what comes out, and nobody can block anybody.
    with tempfile.TemporaryFile() as handed, tempfile.TemporaryFile() as told:
        handed.write(json.dumps(called).encode() + b"\n" + given)
        handed.seek(0)
        try:
            status = run_child(handed.fileno(), told.fileno(), limits.wall_s)
        except TimeoutError:
            raise UnreadableDocument(f"{name} took too long to read.", hint=SHORTER) from None
        told.seek(0)
        return status, told.read(limits.output_bytes + 1)


def _paper(name: str, status: int, written: bytes) -> Paper:
    if status == REFUSED:
        raise _refused(name, written.decode(errors="replace"))
    if status:
        raise UnreadableDocument(f"{name} took more time, memory or text than a document may.", hint=SHORTER)
    try:
        return Paper.model_validate_json(written)
    except ValidationError:
        raise UnreadableDocument(f"{name} could not be read whole.", hint=SHORTER) from None


def _refused(name: str, why: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name} {why[:300]}.", hint=SHORTER)
