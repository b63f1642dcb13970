"""Both sides of a process that reads a file apart: it is run, and it writes what it read or why it could not."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from charlotte.congress.importers import errors
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.documents.confined.confine import Confined
from charlotte.documents.confined.sandbox import Limits, run_confined
from charlotte.documents.errors import UnreadableDocument
from charlotte.errors import BadInput

REFUSED = 3
"""The status with which it ends."""
KINDS = {
    kind.code: kind
    for kind in (errors.UnknownFormat, errors.MissingZone, errors.RivalProgrammes, errors.MappingRefused)
}


@dataclass(frozen=True)
class Fault:
    """Why a file could not be read."""

    code: str
    message: str
    hint: str | None

    @classmethod
    def of(cls, error: BadInput) -> "Fault":
        """Return what is told of an error."""
        return cls(error.code, error.message, error.hint)

    @property
    def error(self) -> BadInput:
        """The error it was."""
        return KINDS.get(self.code, UnreadableFile)(self.message, hint=self.hint)


FAULT = TypeAdapter(Fault)


@dataclass(frozen=True)
class Kind:
    """What is read, in the words of messages, and what to do where it takes too much."""

    name: str
    """As in "more than a list may"."""
    hint: str


def written_apart(worker: str, name: str, raw: bytes, limits: Limits, kind: Kind) -> bytes:
    """Return what a worker writes of a file; blocks while its process runs. Raises the `BadInput` that it tells."""
    try:
        status, written = run_confined(f"charlotte.congress.importers.{worker}", name[:200], raw, limits)
    except UnreadableDocument as error:
        raise UnreadableFile(error.message, hint=kind.hint) from error
    if status == REFUSED:
        try:
            fault = FAULT.validate_json(written)
        except ValidationError:
            raise unfinished(name, kind) from None
        raise fault.error
    if status:
        raise UnreadableFile(f"{name} takes more time or memory than a {kind.name} may.", hint=kind.hint)
    return written


def unfinished(name: str, kind: Kind) -> UnreadableFile:
    """Return the error of a file of which only a part was read."""
    return UnreadableFile(f"{name} could not be read whole.", hint=kind.hint)


def write(name: str, kind: Kind, read: Callable[[], bytes]) -> int:
    """Write what is read, or why it cannot be, to standard output; return the status to end with."""
    try:
        written, status = read(), 0
    except BadInput as error:
        written, status = FAULT.dump_json(Fault.of(error)), REFUSED
    except (MemoryError, RecursionError, Confined) as error:
        told = f"{type(error).__name__} {error}".strip()
        message = f"{name} takes more than a {kind.name} may: {told}."
        written, status = FAULT.dump_json(Fault("unreadable_file", message, kind.hint)), REFUSED
    sys.stdout.buffer.write(written)
    sys.stdout.flush()
    return status
