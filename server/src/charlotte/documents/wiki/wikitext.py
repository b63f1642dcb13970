"""Pages of a wiki (MediaWiki), alone or in an export, by way of HTML: headings, lists, tables, what templates say."""

import re
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of
from charlotte.documents.wiki.signs import EXPORT
from charlotte.documents.wiki.tables import is_begun, table_at
from charlotte.documents.wiki.templates import with_templates_told

UNSAID = frozenset((2, 6, 8, 10, 14, 828))
"""Namespaces of what is no page to read: people, files, the system's words, templates, categories, programs."""
CUT = re.compile(r"<(ref|gallery|syntaxhighlight|math)\b[^<>]{0,500}?(?:/>|>.{0,5000}?</\1\s*>)|__[A-Z]+__", re.DOTALL)
HEADING = re.compile(r"^(={1,6})\s*(.+?)\s*\1\s*$")
ITEM = re.compile(r"^([*#:;]+)\s*(.*)$")
INNER = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")
OUTER = re.compile(r"\[(?:https?:)?//[^\s\[\]]+(?:\s+([^\[\]\n]*))?\]")
ASIDE = re.compile(r"\s*:?[^\W\d_]+\s*:", re.UNICODE)
QUOTES = re.compile(r"'{2,5}")


def read(raw: bytes) -> Paper:
    """Read a page, or those of an export as they were last."""
    source = text_of(raw)
    pages = [*_pages(source)] if EXPORT.match(source) else [("", source)]
    return read_markup("".join(_page(title, text) for title, text in pages))


def _pages(source: str) -> Iterator[tuple[str, str]]:
    """Yield the title and the last text of each page of an export."""
    try:
        root = fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source), forbid_dtd=True)
    except (DefusedXmlException, ParseError, ValueError):
        raise UnreadableDocument("is no export of a wiki that can be read") from None
    for page in root.iter():
        if _name(page) != "page":
            continue
        told = {_name(one): one.text or "" for one in page}
        space = told.get("ns", "0")
        if space.isdecimal() and (int(space) in UNSAID or int(space) % 2 and int(space) < 100):  # noqa: PLR2004
            continue
        revisions = [{_name(one): one.text or "" for one in child} for child in page if _name(child) == "revision"]
        if revisions:
            last = max(revisions, key=lambda one: one.get("timestamp", ""))
            yield told.get("title", ""), last.get("text", "")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _page(title: str, source: str) -> str:
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    told = with_templates_told(CUT.sub("", "".join(_without_comments(source))))
    return heading + "".join(_lines(told.replace("{{!}}", "|").split("\n")))


def _without_comments(source: str) -> Iterator[str]:
    """Yield a page without comments; one that does not end is none."""
    at = 0
    while (begin := source.find("<!--", at)) >= 0 and (end := source.find("-->", begin)) >= 0:
        yield source[at:begin]
        at = end + len("-->")
    yield source[at:]


def _lines(lines: list[str]) -> Iterator[str]:
    """Write the lines of a page."""
    waiting: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        heading, item = HEADING.match(line), ITEM.match(line)
        if waiting and (not line or heading or item or is_begun(line)):
            yield f"<p>{'<br>'.join(waiting)}</p>"
            waiting = []
        if is_begun(line):
            table, at = table_at(lines, at, written)
            yield table
            continue
        if heading:
            level = min(len(heading[1]), 6)
            yield f"<h{level}>{written(heading[2])}</h{level}>"
        elif item:
            yield _item(item[1], written(item[2]))
        elif re.match(r"-{4,}$", line):
            yield "<hr>"
        elif line:
            waiting.append(written(line))
        at += 1
    if waiting:
        yield f"<p>{'<br>'.join(waiting)}</p>"


def _item(signs: str, said: str) -> str:
    if signs.strip(":") == "":
        return f"<p>{said}</p>"
    if signs.endswith(";"):
        return f"<p><b>{said}</b></p>"
    deep = min(len(signs), 6)
    return f"{'<ul>' * deep}<li>{said}</li>{'</ul>' * deep}"


def written(line: str) -> str:
    """Return what a line of wikitext says as HTML; the HTML in it stays."""
    line = INNER.sub(_linked, line)
    line = OUTER.sub(lambda found: found[1] or "", line)
    return _quoted(line)


def _linked(found: re.Match[str]) -> str:
    """Return what a link shows; nothing of a picture or of a category."""
    target, shown = found[1], found[2]
    if shown is None:
        is_aside = ASIDE.match(target) is not None and not target.startswith(":")
        return "" if is_aside else target.lstrip(":").partition("#")[0] or target.lstrip("#")
    last = shown.rpartition("|")[2].strip()
    return last or target.rpartition(":")[2]


def _quoted(line: str) -> str:
    """Return a line with its quotes as bold and italics, which end with it."""
    open_tags: list[str] = []
    found: list[str] = []
    at = 0
    for quote in QUOTES.finditer(line):
        found.append(line[at : quote.start()])
        at = quote.end()
        count = len(quote[0])
        found.append("'" if count == 4 else "")  # noqa: PLR2004 - a quote, then bold
        for tag in {2: ("i",), 3: ("b",), 4: ("b",), 5: ("b", "i")}[count]:
            if tag in open_tags:
                inner = open_tags[open_tags.index(tag) :]
                found += [f"</{one}>" for one in reversed(inner)]
                open_tags = open_tags[: open_tags.index(tag)]
            else:
                open_tags.append(tag)
                found.append(f"<{tag}>")
    found.append(line[at:])
    return "".join((*found, *(f"</{one}>" for one in reversed(open_tags))))
