"""DOCX, by way of the HTML that mammoth makes of it."""

import io
import zipfile

import mammoth

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.marks import TAB
from charlotte.documents.office.word_xml import as_docx
from charlotte.documents.paper import Paper

ZIP = b"PK"
MOST_UNPACKED = 256 * 1024 * 1024
MOST_TEXT = 48 * 1024 * 1024
"""Of the part that holds the text; a book has 3 MB."""
TEXT_PART = "word/document.xml"
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read(raw: bytes) -> Paper:
    """Read a document, also one that is one XML."""
    raw = raw if raw.startswith(ZIP) else as_docx(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {part.filename: part.file_size for part in archive.infolist()}
    if TEXT_PART not in parts:
        raise UnreadableDocument("is no Word document")
    if sum(parts.values()) > MOST_UNPACKED or parts[TEXT_PART] > MOST_TEXT:
        raise UnreadableDocument("unpacks to more than a document may have")
    made = mammoth.convert_to_html(io.BytesIO(raw), style_map=STYLES, convert_image=lambda _: [])
    return read_markup(made.value.replace("\t", f" {TAB}"))
