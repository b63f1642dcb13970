"""A page as elements with their classes: what its makers call the parts of a session says more than the layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from charlotte.documents.markup import BREAKING, SKIPPED, is_hidden

MOST_ELEMENTS = 100_000
DEEPEST = 60
LEFT_OUT = SKIPPED | {"footer", "aside"}
ABOUT_THE_SITE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|cookie|cookies|consent|breadcrumb|breadcrumbs|sidebar|social-?media|"
    r"newsletter|impressum|skip-link|modal|popup)(?:$|[\s_-])",
    re.IGNORECASE,
)
CALLED_LABEL = re.compile(r"visually-?hidden|sr-only|screen-reader-text|[a-z]+(?:__|-|_)label", re.IGNORECASE)
LONGEST_LABEL = 30
ROLES = frozenset("navigation contentinfo search banner dialog complementary".split())
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")


@dataclass(eq=False)
class Element:
    """One element that visitors see."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None"
    at: int
    """Its place in the order of the page."""
    content: list["Element | str"] = field(default_factory=list)
    last: int = 0
    """The place of the last element in it."""
    size: int = 0
    """Letters in it."""

    @property
    def children(self) -> Iterator["Element"]:
        """Its elements, without its own text."""
        return (one for one in self.content if isinstance(one, Element))

    @property
    def classes(self) -> list[str]:
        """What it is called: its classes, and the properties that it marks."""
        named = (self.attributes.get(key, "") for key in ("itemprop", "property", "class", "data-field", "data-type"))
        return [token for text in named for token in text.split()]

    def all(self) -> Iterator["Element"]:
        """Yield it and everything in it, in order."""
        stack = [self]
        while stack:
            one = stack.pop()
            yield one
            stack.extend(reversed(list(one.children)))

    def above(self) -> Iterator["Element"]:
        """Yield what it stands in, the nearest first."""
        one = self.parent
        while one is not None:
            yield one
            one = one.parent

    def lines(self, without: frozenset[int] = frozenset()) -> list[str]:
        """Return its text as visitors see it, a line for each block; elements by number left out."""
        said: list[str] = []
        _say(self, without, said)
        text = "".join(said)
        return [line for one in text.split("\n") if (line := _BLANKS.sub(" ", one).strip())]

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(self.lines())


def _say(root: Element, without: frozenset[int], said: list[str]) -> None:
    stack: list[Element | str] = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            said.append(one)
        elif one.at not in without:
            breaks = "\n" if one.tag in BREAKING or one.tag in ("br", "h1", "h2", "h3", "h4", "h5", "h6") else ""
            stack.extend([breaks, *reversed(one.content), breaks] if breaks else [*reversed(one.content)])
        else:
            said.append("\n")


def page_of(source: str) -> Element | None:
    """Return the body of a page, without what is hidden or about the site; None where there is none."""
    body = LexborHTMLParser(source).body
    if body is None:
        return None
    root = Element("body", {}, None, 0)
    stack: list[tuple[LexborNode, Element, int]] = [(body, root, 0)]
    count = 0
    while stack and count < MOST_ELEMENTS:
        node, into, depth = stack.pop()
        found: list[tuple[LexborNode, Element, int]] = []
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                into.content.append(_BLANKS.sub(" ", (child.text_content or "").replace("\n", " ")))
            elif tag[:1].isalpha() and depth < DEEPEST and not _is_left_out(child, tag):
                count += 1
                attributes = {key: value or "" for key, value in child.attributes.items()}
                one = Element(tag, attributes, into, 0)
                into.content.append(one)
                found.append((child, one, depth + 1))
            child = child.next
        stack.extend(reversed(found))
    every = list(root.all())
    for at, one in enumerate(every):
        one.at = one.last = at
        one.size = sum(len(said) for said in one.content if isinstance(said, str))
        if _is_label(one):
            one.content.append(":")
    for one in reversed(every):
        if one.parent is not None:
            one.parent.last = max(one.parent.last, one.last)
            one.parent.size += one.size
    return root


def _is_label(element: Element) -> bool:
    """Return whether an element is called the label of what follows it, and is none by its text: "Lieu", "Chair"."""
    if (
        element.parent is None
        or not 0 < element.size <= LONGEST_LABEL
        or not any(map(CALLED_LABEL.fullmatch, element.classes))
    ):
        return False
    text = element.text
    beside = element.parent.content
    following = beside[beside.index(element) + 1 :]
    said = "".join(one if isinstance(one, str) else one.text for one in following).strip()
    return text[-1:].isalpha() and said[:1].isalnum()


def _is_left_out(node: LexborNode, tag: str) -> bool:
    if tag in LEFT_OUT or is_hidden(node):
        return True
    attributes = node.attributes
    if attributes.get("role") in ROLES:
        return True
    called = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return tag not in ("body", "main", "html") and ABOUT_THE_SITE.search(called) is not None
