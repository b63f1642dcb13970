"""Pages that break off: half of a programme looks like a whole one, so that none of it may be read."""

import re

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile

ENDINGS = (".html", ".htm", ".xhtml")
NOT_SHOWN = re.compile(r"<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
BEGINS, ENDS = re.compile(r"<(?:html|body)\b", re.IGNORECASE), re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
OPENED = re.compile(r"<(/?)(table|div|section|article|main|ul|ol|dl|select)\b[^<>]*>", re.IGNORECASE)
"""What no page may leave open, as it may a paragraph or a row."""


def refuse_cut_off(document: Document) -> None:
    """Raise `UnreadableFile` for a page that has a beginning and no end, and breaks off inside of something."""
    if not document.name.casefold().endswith(ENDINGS) or not BEGINS.search(document.opening):
        return
    if ENDS.search(document.text):
        return
    shown = NOT_SHOWN.sub("", document.text)
    left = sum(-1 if found[1] else 1 for found in OPENED.finditer(shown))
    if left > 0 or shown.rfind("<") > shown.rfind(">"):
        raise UnreadableFile(
            f"{document.name} breaks off before its end: line {document.text.count(chr(10)) + 1}.",
            hint="The file is cut off; save or export the page again.",
        )
