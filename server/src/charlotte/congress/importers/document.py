"""One file: its bytes, and what they are as text, JSON or XML, each worked out once."""

import codecs
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import charset_normalizer
import orjson
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from charlotte.congress.importers.errors import UnreadableFile

MAX_BYTES = 32 * 1024 * 1024
"""The largest agenda seen (1,000 sessions with long abstracts) has 2 MB; parsed XML takes about ten times its size."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = frozenset("àáâäæçèéêëìíîïñòóôöœùúûüÿßÀÁÂÄÆÇÈÉÊËÌÍÎÏÑÒÓÔÖŒÙÚÛÜŸ¡¿«»‹›„“”‘’–—…€°ªº·•\xa0")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']")


@dataclass(frozen=True)
class Document:
    """A file as it came."""

    name: str
    raw: bytes

    @cached_property
    def text(self) -> str:
        """The text without byte order mark. Raises `UnreadableFile` when it is not text."""
        if not self.raw.strip(b"\x00 \t\r\n"):
            raise UnreadableFile(f"{self.name} is empty.", hint="Export the programme again.")
        text = _decode(self.raw)
        if text is None or _looks_binary(text):
            raise UnreadableFile(
                f"{self.name} is not a text file in any encoding we know.", hint="Save it again as UTF-8."
            )
        return text

    @cached_property
    def opening(self) -> str:
        """The first 64 k characters, blanks before them dropped; empty when the file is not text."""
        try:
            return self.text.lstrip()[: 64 * 1024]
        except UnreadableFile:
            return ""

    @cached_property
    def json(self) -> Any:
        """The parsed JSON. Raises `UnreadableFile` with the place where it breaks."""
        try:
            return orjson.loads(self.text)
        except orjson.JSONDecodeError as error:
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


def _decode(raw: bytes) -> str | None:
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return _try(raw[len(mark) :], encoding)
    if raw.count(b"\x00", 0, 4096) > len(raw[:4096]) // 4:
        order = "utf-16-be" if raw[:2].startswith(b"\x00") else "utf-16-le"
        return _try(raw, order)
    declared = ENCODING.match(raw)
    text = _try(raw, "utf-8")
    if text is None and declared:
        text = _try(raw, declared[1].decode("ascii"))
    if text is None and _is_western(western := raw.decode("cp1252", "replace")):
        text = western
    if text is None:
        # Detection needs no more than a sample, and takes seconds on megabytes.
        best = charset_normalizer.from_bytes(raw[: 256 * 1024]).best()
        text = _try(raw, best.encoding) if best else None
    return text if text is not None else _try(raw, "cp1252")


def _is_western(text: str) -> bool:
    """Return whether text reads as one of the five languages: detection takes short Italian for Hungarian."""
    foreign = [letter for letter in text if letter > "\x7f"]
    return sum(1 for letter in foreign if letter in WESTERN) >= 0.9 * len(foreign)


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _looks_binary(text: str) -> bool:
    sample = text[:4096]
    control = sum(1 for letter in sample if letter < " " and letter not in "\t\n\r\f")
    return control > len(sample) // 100
