"""One file: its bytes, and what they are as text, JSON or XML, each worked out once."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import orjson
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.files.script_literals import literal
from charlotte.congress.importers.wording import with_few_blanks
from charlotte.documents.confined.sandbox import read_paper
from charlotte.documents.decoding import decoded, looks_binary
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.paper import Paper

MAX_BYTES = 32 * 1024 * 1024
"""The largest agenda seen (1,000 sessions with long abstracts) has 2 MB; parsed XML takes about ten times its size."""

FEWEST_RECORDS = 2
SCRIPT = re.compile(
    r"(?:/\*(?:[^*]|\*(?!/))*\*/\s*|//[^\n]*\n\s*)*"
    r"(?:(?:(?:export\s+default|(?:module\.)?exports\s*=|(?:export\s+)?(?:var|let|const)\s+[\w$]+(?:\s*:\s*[\w<>\[\]]+)?\s*=|"
    r"(?:window|self)\.[\w$.]+\s*=)\s*([\[{].*[\]}](?:\s*+as\s+const|\s*+satisfies\s+[\w<>\[\]]+)?))|"
    r"[\w$.]+\s*\((.*)\))\s*+;?\s*+(?:export\s+default\s+[\w$]+\s*;?|module\.exports\s*=\s*[\w$]+\s*;?)?",
    re.DOTALL,
)
"""Data that a page loads as a script: an assignment, or the call of a function."""

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True)
class Document:
    """A file as it came."""

    name: str
    raw: bytes
    sent: float = 0.0
    """When the mail was sent that it came in, in seconds; 0 = it came in none."""

    @cached_property
    def text(self) -> str:
        """The text without byte order mark. Raises `UnreadableFile` when it is not text."""
        if not self.raw.strip(b"\x00 \t\r\n"):
            raise UnreadableFile(f"{self.name} is empty.", hint="Export the programme again.")
        text = decoded(self.raw)
        if text is None or looks_binary(text):
            raise UnreadableFile(
                f"{self.name} is not a text file in any encoding we know.", hint="Save it again as UTF-8."
            )
        return with_few_blanks(text)

    @cached_property
    def opening(self) -> str:
        """The first 64 k characters, blanks before them dropped; empty when the file is not text."""
        try:
            return self.text.lstrip()[: 64 * 1024]
        except UnreadableFile:
            return ""

    @cached_property
    def paper(self) -> Paper:
        """The page or the office document as blocks, read in a confined process. Raises `UnreadableFile`."""
        try:
            return read_paper(self.name, self.raw)
        except UnreadableDocument as error:
            raise UnreadableFile(error.message, hint=error.hint) from error

    @cached_property
    def json(self) -> Any:
        """The parsed JSON, or a list of the records that stand one a line. Raises `UnreadableFile` with the place."""
        try:
            return orjson.loads(self.text)
        except orjson.JSONDecodeError as error:
            if (found := _in_lines(self.text) or _in_script(self.text)) is not None:
                return found
            raise UnreadableFile(
                f"{self.name} is not valid JSON: line {error.lineno}, column {error.colno}: {error.msg}.",
                hint="The file is damaged or cut off; export it again.",
            ) from error

    @cached_property
    def xml(self) -> Element:
        """The root of the XML. Raises `UnreadableFile`; entities and external references are refused."""
        try:
            # The text is decoded already: a declared encoding that is wrong must not be applied to it again.
            root = fromstring(DECLARATION.sub("", self.text, count=1).lstrip(), forbid_dtd=True)
        except DefusedXmlException as error:
            raise UnreadableFile(
                f"{self.name} declares entities or a document type, which is not safe to read.",
                hint="Export it without a DOCTYPE.",
            ) from error
        except (ParseError, ValueError) as error:
            raise UnreadableFile(
                f"{self.name} is not well-formed XML: {error}.", hint="The file is damaged or cut off; export it again."
            ) from error
        assert isinstance(root, Element)
        return root


def _in_lines(text: str) -> list[Any] | None:
    """Return the records of a text with one in each line; None where it is no such text."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < FEWEST_RECORDS or not all(line.lstrip().startswith("{") for line in lines):
        return None
    try:
        return [orjson.loads(line) for line in lines]
    except orjson.JSONDecodeError:
        return None


def _in_script(text: str) -> Any:
    """Return the data of a script that is nothing else; None where it is no such script."""
    found = SCRIPT.fullmatch(text.strip())
    if found is None:
        return None
    inside = found[1] or found[2]
    try:
        return orjson.loads(inside)
    except orjson.JSONDecodeError:
        return literal(inside)


def holds_data(text: str) -> bool:
    """Return whether a script is nothing but data that it gives a name."""
    return _in_script(text) is not None


def read_document(path: Path) -> Document:
    """Read a file. Raises `UnreadableFile` when that is not possible or it is too large."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFile(
                f"{path.name} has {size // 1024**2} MB; a programme may have {MAX_BYTES // 1024**2}.",
                hint="Export the schedule alone, without attachments.",
            )
        with path.open("rb") as file:
            return Document(path.name, file.read(MAX_BYTES))
    except OSError as error:
        raise UnreadableFile(
            f"{path} cannot be read: {error.strerror}.", hint="Check the path and its permissions."
        ) from error
