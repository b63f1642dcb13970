"""Files called by what they are: systems write a page and call it .xls, offices save one as .doc."""

import re
from dataclasses import replace
from pathlib import PurePath

from charlotte.congress.importers.document import Document
from charlotte.documents.office.word_xml import is_word
from charlotte.documents.typeset.signs import is_tagged
from charlotte.documents.wiki.signs import is_doku_wiki, is_wiki

DISGUISES = (".xls", ".xlt", ".doc")
"""Endings of old Office, under which pages and newer documents are handed over too."""
BARE = ("order", "db")
"""Names without an ending under which START keeps a programme and its papers."""
WORD_XML = (".xml", ".doc")
WRITTEN = (".xml", ".txt")
"""Under which what a wiki holds is handed over."""
TEXTS = (".txt", ".xtg")
"""Under which what is written for a layout program is."""
ZIP = b"PK\x03\x04"
PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|(?><!--.*?-->)\s*|<!doctype\s+html[^>]*>\s*)*<(?:html|head|body|meta|table|style|div)\b",
    re.IGNORECASE | re.DOTALL,
)
RICH_TEXT = b"{\\rtf"
WORD = b"word/document.xml"


def called_truly(document: Document) -> Document:
    """Return a file with the ending of what it holds behind its name, where its own says otherwise."""
    ending = PurePath(document.name).suffix.casefold()
    if PurePath(document.name).name in BARE:
        return replace(document, name=f"{document.name}.txt")
    if ending in WORD_XML and is_word(document.opening):
        return replace(document, name=f"{document.name}.docx")
    if ending in TEXTS and is_tagged(document.opening):
        return replace(document, name=f"{document.name}.tagged")
    if ending in TEXTS and is_doku_wiki(document.opening):
        return replace(document, name=f"{document.name}.dokuwiki")
    if ending in WRITTEN and is_wiki(document.opening):
        return replace(document, name=f"{document.name}.wiki")
    if ending not in DISGUISES:
        return document
    if document.raw.startswith(RICH_TEXT):
        return replace(document, name=f"{document.name}.rtf")
    if document.raw.startswith(ZIP):
        return replace(document, name=f"{document.name}x") if WORD in document.raw else document
    return replace(document, name=f"{document.name}.html") if PAGE.match(document.opening) else document
