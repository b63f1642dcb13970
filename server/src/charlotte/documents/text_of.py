"""The bytes of a document that is text, decoded."""

from charlotte.documents.decoding import decoded, looks_binary
from charlotte.documents.errors import UnreadableDocument

MOST_CHARACTERS = 4_000_000


def text_of(raw: bytes) -> str:
    """Return the text with plain line ends. Raises `UnreadableDocument`."""
    text = decoded(raw)
    if text is None or looks_binary(text):
        raise UnreadableDocument("is not text in any encoding we know")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableDocument(f"has more than {MOST_CHARACTERS // 1_000_000} million characters")
    return text.replace("\r\n", "\n").replace("\r", "\n")
