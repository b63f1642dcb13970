"""Documents as they are kept and searched: cut into passages, each with where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STAFF = "staff"
"""The document of what staff answered by hand."""


@dataclass(frozen=True)
class Passage:
    """A stretch of a document under one heading, short enough to be read out or to be told from others."""

    id: str
    """Name of the document and number of the passage, such as `faq.md#3`."""
    document: str
    """Name of the file, with its folder under the congress's folder."""
    title: str
    """Of the document."""
    path: tuple[str, ...]
    """Headings above it, the highest first; without the document's title."""
    page: int | None
    language: str
    """ISO 639-1."""
    text: str
    """Lines: a paragraph, an item or a row each."""

    @property
    def heading(self) -> str:
        """The nearest heading, or the document's title."""
        return self.path[-1] if self.path else self.title


def read_as(passage: Passage) -> str:
    """Return a passage as a model reads it: what it is about first."""
    return " › ".join((passage.title, *passage.path)) + "\n" + passage.text


@dataclass(frozen=True)
class DocumentWarning:
    """Something about a document that staff should look at."""

    document: str
    message: str
    """The sentence in English."""
    code: str = ""
    """Which sentence; the staff page has it in five languages, with `values` in it. Empty = of an earlier version."""
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A document as it was read."""

    name: str
    title: str
    language: str
    pages: int | None
    sha256: str
    passages: tuple[Passage, ...]
    added_singly: bool = False
    """By staff, apart from the congress's folder, whose next import leaves it."""


@dataclass(frozen=True)
class Documents:
    """All documents that lie beside a programme, and what is odd about them."""

    documents: tuple[Document, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
