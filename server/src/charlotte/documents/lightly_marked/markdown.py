"""Markdown, with the front matter, HTML and template marks of the page generators it is written for."""

from markdown_it import MarkdownIt

from charlotte.documents.front_matter import split
from charlotte.documents.html.markup import read_markup
from charlotte.documents.html.visible import without_templates
from charlotte.documents.paper import Paper
from charlotte.documents.stated import with_stated
from charlotte.documents.text_of import text_of


def read(raw: bytes) -> Paper:
    """Read a page."""
    source = text_of(raw)
    page = split(source)
    body = without_templates(page.body if page else source)
    paper = read_markup(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body))
    return with_stated(paper, page)
