"""Which weights there are: name, size, digest, licence, and where their bytes can be had, in order."""

from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class HubSource(_Fact):
    """The file itself at its publisher's address."""

    kind: Literal["hub"]
    url: str


class PackagePart(_Fact):
    """A member of a wheel that holds the file or a piece of it."""

    package: str
    """`name==version`."""
    member: str


class PipSource(_Fact):
    """Wheels whose members, joined in order, are the file."""

    kind: Literal["pip"]
    parts: tuple[PackagePart, ...]


class NpmSource(_Fact):
    """An npm package with the file as a member."""

    kind: Literal["npm"]
    package: str
    """`name@version`."""
    member: str


Source = Annotated[HubSource | PipSource | NpmSource, Field(discriminator="kind")]


class ModelFile(_Fact):
    """One file of a model; it is what its digest says, whatever source it came from."""

    name: str
    size: int
    """Bytes."""
    sha256: str
    sources: tuple[Source, ...]


class Model(_Fact):
    """One model: the files that are installed and verified together."""

    name: str
    purpose: str
    licence: str
    languages: tuple[str, ...]
    """ISO 639-1; empty = any language."""
    required: bool
    """Whether there is no voice at all without it."""
    files: tuple[ModelFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


class _Manifest(_Fact):
    models: tuple[Model, ...]


@cache
def models() -> tuple[Model, ...]:
    """Return every model of the box, those needed first first."""
    text = resources.files(__package__).joinpath("manifest.json").read_text(encoding="utf-8")
    return _Manifest.model_validate_json(text).models


def model(name: str) -> Model:
    """Return the model called `name`, which must exist."""
    return next(each for each in models() if each.name == name)
