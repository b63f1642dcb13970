"""A line of a document, as those who find sessions in it need it."""

from typing import Protocol

from charlotte.documents.paper import Block


class Line(Protocol):
    """A line of a document."""

    block: Block
    text: str

    @property
    def timed(self) -> tuple[str, str] | None:
        """The time that it begins with, and the rest."""

    @property
    def is_day(self) -> bool:
        """Whether it is a day."""
