"""Documents that staff hand in one by one, apart from a congress's folder."""

from collections.abc import Sequence
from pathlib import Path

from charlotte.documents.confined.sandbox import LIMITS, Limits
from charlotte.documents.formats import ENDINGS, is_read
from charlotte.errors import BadInput
from charlotte.knowledge.folder import read_one
from charlotte.knowledge.passage import Document, Documents, DocumentWarning

KINDS = ", ".join(sorted(ending.removeprefix(".").upper() for ending in ENDINGS))


class NoDocument(BadInput):
    """A file of which nothing can be read."""

    code = "no_document"


def read_uploaded(files: Sequence[tuple[str, bytes]], limits: Limits = LIMITS) -> Documents:
    """Read files, each in a confined process; blocks. Raises `NoDocument`: nothing is taken by halves."""
    documents: list[Document] = []
    warnings: list[DocumentWarning] = []
    for name, raw in files:
        if not is_read(name):
            raise NoDocument(f"{name} is no document that can be read.", hint=f"These can be: {KINDS}.")
        document, odd = read_one(name, raw, limits)
        if document is None:
            told = odd[0].message if odd else "It holds no text."
            raise NoDocument(f"{name}: {told}", hint="Save it again, or as a document with text.")
        documents.append(document)
        warnings += odd
    if len({document.name for document in documents}) < len(documents):
        raise NoDocument("Two of the files have the same name.", hint="Give each a name of its own.")
    return Documents(tuple(documents), tuple(warnings))


def read_files(paths: Sequence[Path], limits: Limits = LIMITS) -> Documents:
    """Read files of a disk in the same way."""
    files = []
    for path in paths:
        try:
            with path.open("rb") as file:
                files.append((path.name, file.read(limits.file_bytes + 1)))
        except OSError as error:
            raise NoDocument(f"{path} cannot be read: {error.strerror}.", hint="Check the path.") from error
    return read_uploaded(files, limits)
