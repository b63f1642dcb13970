"""People whom a page only shows: a portrait without a word, which links to who it is, or whose picture is called so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.html.labels import PEOPLE
from charlotte.congress.importers.shapes.html.parts import part_of_class
from charlotte.congress.importers.shapes.people.names import looks_like_person

PAGES = (".html", ".htm")
HEADS = "h1, h2, h3, h4, h5, h6, strong, b, [itemprop=name]"
BLOCKS = frozenset("p li td th dd div article section figure".split())
CALLED = ("alt", "title", "aria-label")
ABOVE = 4
"""Elements around a picture that may call it a portrait, and itself."""
LONGEST = 80
MOST = 2_000
MOST_BYTES = 4 * 1024 * 1024


@dataclass
class _Page:
    tree: LexborHTMLParser

    @cached_property
    def parts(self) -> dict[str, LexborNode]:
        """What links may lead to, the first of each name."""
        found: dict[str, LexborNode] = {}
        for node in self.tree.css("[id], a[name]"):
            for name in (node.attributes.get("id"), node.attributes.get("name")):
                if name:
                    found.setdefault(name, node)
        return found


def with_portraits_named(documents: Sequence[Document]) -> list[Document]:
    """Return documents in whose pages each portrait without a word beside it says who it shows.

    A link leads to a part of the same page or of another of them, which is headed by a name; else the picture, or the
    link, may be called by one.
    """
    pages = {document.name: page for document in documents if (page := _page(document)) is not None}
    if not any(page.tree.css_first("img") for page in pages.values()):
        return [*documents]
    return [
        replace(document, raw=_named(page, pages).encode())
        if (page := pages.get(document.name)) is not None and _shows(page, pages)
        else document
        for document in documents
    ]


def _page(document: Document) -> _Page | None:
    if not document.name.casefold().endswith(PAGES) or len(document.raw) > MOST_BYTES:
        return None
    try:
        return _Page(LexborHTMLParser(document.text))
    except UnreadableFile:
        return None


def _shows(page: _Page, pages: dict[str, _Page]) -> bool:
    """Return whether any portrait of a page is to be named."""
    return any(True for _ in _portraits(page, pages))


def _named(page: _Page, pages: dict[str, _Page]) -> str:
    """Return a page's source with the names of its portraits."""
    for portrait, name in list(_portraits(page, pages)):
        made = LexborHTMLParser(f'<span class="person">{name}</span><br>').body
        for node in list(made.iter()) if made is not None else ():
            portrait.insert_before(node)
    return f"\ufeff{page.tree.html or ''}"


def _portraits(page: _Page, pages: dict[str, _Page]) -> Iterator[tuple[LexborNode, str]]:
    """Yield each portrait without a word beside it, and whom it shows."""
    for picture in page.tree.css("img")[:MOST]:
        link = picture.parent if picture.parent is not None and picture.parent.tag == "a" else None
        if _words(_block_of(picture)):
            continue
        told = [_linked(page, link.attributes.get("href") or "", pages)] if link is not None else []
        if _is_among_people(picture):
            told += [node.attributes.get(key) or "" for node in (picture, link) if node is not None for key in CALLED]
        name = next((said for one in told if (said := " ".join(one.split())) and _is_name(said)), "")
        if name:
            yield link or picture, name


def _is_among_people(picture: LexborNode) -> bool:
    """Return whether the classes or the link around a picture call it one of those who speak, and not of sponsors."""
    node: LexborNode | None = picture
    said: list[str] = []
    for _ in range(ABOVE):
        if node is None:
            break
        said += (node.attributes.get("class") or "").split()
        said += PurePosixPath(_address(node.attributes.get("href") or "").path).parts
        node = node.parent
    return any(part_of_class(one) in PEOPLE for one in said)


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST and "<" not in text and looks_like_person(text)


def _block_of(node: LexborNode) -> LexborNode:
    """Return the piece of the page in which a picture stands: its paragraph, its cell."""
    above = node.parent
    while above is not None and above.tag not in BLOCKS and above.parent is not None:
        above = above.parent
    return above or node


def _words(node: LexborNode) -> str:
    return (node.text() or "").strip()


def _linked(page: _Page, href: str, pages: dict[str, _Page]) -> str:
    """Return what the part of a page is headed by to which a link leads."""
    parts = _address(href)
    name = PurePosixPath(unquote(parts.path)).name
    target = pages.get(name) if name else page
    if target is None or parts.scheme in ("mailto", "tel"):
        return ""
    if not parts.fragment:
        head = target.tree.css_first("h1") if name else None
        return _words(head) if head is not None else ""
    part = target.parts.get(unquote(parts.fragment))
    if part is None:
        return ""
    head = part.css_first(HEADS) or (part if len(_words(part)) <= LONGEST else None)
    return _words(head) if head is not None else ""


def _address(href: str) -> SplitResult:
    """Return the parts of an address; none of what is no address, as a template's place for one."""
    try:
        return urlsplit(href)
    except ValueError:
        return urlsplit("")
