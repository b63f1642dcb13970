"""How a confined process tells why a file could not be read."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from charlotte.congress.importers import errors
from charlotte.congress.importers.errors import UnreadableFile
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
