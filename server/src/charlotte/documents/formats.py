"""Which reader reads which kind of document, by the ending of its name."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from charlotte.documents.paper import Paper

READERS = {
    ".pdf": "pdf.pages",
    ".docx": "office.word",
    ".odt": "office.open_text",
    ".rtf": "office.rich_text",
    ".mediawiki": "wiki.wikitext",
    ".wiki": "wiki.wikitext",
    ".tex": "latex.source",
    ".tagged": "typeset.tagged_text",
    ".idml": "typeset.in_design",
    ".icml": "typeset.in_design",
    ".adoc": "lightly_marked.ascii_doc",
    ".asciidoc": "lightly_marked.ascii_doc",
    ".org": "lightly_marked.org_mode",
    ".rst": "lightly_marked.structured_text",
    ".dokuwiki": "wiki.doku_wiki",
    ".pptx": "slides.deck",
    ".ppsx": "slides.deck",
    ".pptm": "slides.deck",
    ".odp": "slides.open_slides",
    ".html": "html.markup",
    ".htm": "html.markup",
    ".md": "lightly_marked.markdown",
    ".markdown": "lightly_marked.markdown",
    ".mdx": "lightly_marked.markdown",
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
