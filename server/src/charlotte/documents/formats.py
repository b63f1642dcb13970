"""Which reader reads which kind of document, by the ending of its name."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from charlotte.documents.paper import Paper

READERS = {
    ".pdf": "pdf",
    ".docx": "word",
    ".odt": "open_text",
    ".rtf": "rich_text",
    ".mediawiki": "wikitext",
    ".wiki": "wikitext",
    ".tex": "latex",
    ".tagged": "tagged_text",
    ".idml": "in_design",
    ".icml": "in_design",
    ".adoc": "ascii_doc",
    ".asciidoc": "ascii_doc",
    ".org": "org_mode",
    ".rst": "structured_text",
    ".dokuwiki": "doku_wiki",
    ".pptx": "slides",
    ".ppsx": "slides",
    ".pptm": "slides",
    ".odp": "open_slides",
    ".html": "markup",
    ".htm": "markup",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".txt": "plain",
    ".json": "facts",
}
ENDINGS = frozenset(READERS)


def is_read(name: str) -> bool:
    """Return whether a document of this name can be read."""
    return PurePath(name).suffix.lower() in READERS


def reader_of(name: str) -> Callable[[bytes], Paper]:
    """Return what reads a document of this name; the parsers are loaded here and nowhere else."""
    module = import_module(f"charlotte.documents.{READERS[PurePath(name).suffix.lower()]}")
    read: Callable[[bytes], Paper] = module.read
    return read
