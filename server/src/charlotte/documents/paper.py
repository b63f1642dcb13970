"""What a document says, in the order in which it is read: headings, paragraphs, items and rows of tables."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

BlockKind = Literal["heading", "text", "item", "row"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Block(_Part):
    """One piece of a document."""

    kind: BlockKind
    text: str
    """Visible text; line breaks that the document sets are kept."""
    level: int = 0
    """Of a heading, 1 = highest; of an item, how deep its list is in others."""
    page: int | None = None
    """From 1, where the document has pages."""
    cells: tuple[str, ...] = ()
    """Of a row, its cells in order."""
    lines: tuple[str, ...] = ()
    """Of a row, its cells again with their line breaks, where any cell has one."""
    marked: tuple[str, ...] = ()
    """Of a row its cells, else the text alone, again with the marks of how it is set (`marks`), where it has any."""
    spans: tuple[tuple[int, int], ...] = ()
    """Of a row, how many columns and rows each cell covers, where any covers more than its own."""
    is_header: bool = False
    """Whether a row names the columns."""


class Remark(_Part):
    """Something that was left out of a document."""

    code: str
    """Which sentence; the staff page has it in five languages, with `values` in it."""
    message: str
    """The sentence in English."""
    values: dict[str, str | int] = {}


class Paper(_Part):
    """A document as blocks."""

    title: str | None = None
    language: str | None = None
    """ISO 639-1 as the document itself states it."""
    pages: int | None = None
    blocks: tuple[Block, ...] = ()
    layout: tuple[Block, ...] = ()
    """Of a PDF, the same again as it stands on the pages: rows where texts stand side by side."""
    flow: tuple[Block, ...] = ()
    """Of a PDF, the same once more in the order in which it is read: texts of one line, and rows of whole columns.

    A vertical tab stands where a line was only broken because it was too long for its column.
    """
    told: tuple[Block, ...] = ()
    """Of a PDF, what of it is quoted: paragraphs that go on across pages whole, and tables as rows, drawn or not."""
    warnings: tuple[Remark, ...] = ()
    """What was left out of it."""
