"""Markdown, with the front matter, HTML and template marks of the page generators it is written for."""

import re

from markdown_it import MarkdownIt

from charlotte.documents.front_matter import split
from charlotte.documents.markup import read_markup
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of
from charlotte.documents.visible import one_line, without_templates

_FIELD = re.compile(r"^[\"']?(title|lang|language)[\"']?\s*[:=]\s*(.+?),?\s*$", re.MULTILINE | re.IGNORECASE)


def read(raw: bytes) -> Paper:
    """Read a page."""
    source = text_of(raw)
    page = split(source)
    stated = {key.lower(): value.strip("'\"") for key, value in _FIELD.findall(page.front)} if page else {}
    body = without_templates(page.body if page else source)
    paper = read_markup(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body))
    language = (stated.get("lang") or stated.get("language") or "")[:2].lower()
    return paper.model_copy(
        update={
            "title": one_line(stated.get("title", "")) or paper.title,
            "language": language if len(language) == 2 and language.isalpha() else None,
        }
    )
