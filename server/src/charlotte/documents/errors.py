"""What can be wrong with a document."""

from charlotte.errors import BadInput


class UnreadableDocument(BadInput):
    """The document is damaged, locked, too large, or of a kind that is not read."""

    code = "unreadable_document"
