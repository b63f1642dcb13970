"""A page as elements with their classes: what its makers call the parts of a session says more than the layout."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from charlotte.congress.importers.shapes.html.day_tabs import day_panels
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.wording import says_changed
from charlotte.documents.html.looks import APART, goes_on_small, runs_on
from charlotte.documents.html.markup import BREAKING, SKIPPED, is_hidden

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
LONGEST_JOINED = 400
STRUCK = frozenset(("s", "del", "strike"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SIGN = re.compile(r"\s*[|·•]\s*")
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
    is_label: bool = False
    """Whether it says what those beside it are, and a colon was put behind it."""

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

    @property
    def now(self) -> str:
        """Its text on one line without what is struck through in it, where other words hold now."""
        return " ".join(self.lines(self.struck))

    @property
    def struck(self) -> frozenset[int]:
        """The elements in it that are struck through, where other words hold now; none where these only say so."""
        found = frozenset(one.at for one in self.all() if one.is_struck and one is not self)
        words = " ".join(self.lines(found)) if found else ""
        return found if any(map(str.isalnum, words)) and not says_changed(words) else frozenset()

    @property
    def is_struck(self) -> bool:
        """Whether it is struck through."""
        return self.tag in STRUCK or "line-through" in self.attributes.get("style", "")


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
    page = LexborHTMLParser(source)
    body = page.body
    if body is None:
        return None
    days = day_panels(page)
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
                one = Element(tag, _attributes(child, days), into, 0)
                into.content.append(one)
                found.append((child, one, depth + 1))
            child = child.next
        stack.extend(reversed(found))
    _complete(root)
    return root


def _attributes(node: LexborNode, days: Mapping[int, str]) -> dict[str, str]:
    """Return the attributes of a node, those of a tab's panel with the day that the tab names."""
    attributes = {key: value or "" for key, value in node.attributes.items()}
    if day := days.get(node.mem_id):
        attributes.setdefault("data-date", day)
    return attributes


def _complete(root: Element) -> None:
    """Number all elements, measure them, and put a colon behind labels and a break between what only looks part."""
    for one in root.all():
        _part_time(one)
    every = list(root.all())
    for at, one in enumerate(every):
        one.at = one.last = at
        one.size = sum(len(said) for said in one.content if isinstance(said, str))
        if _is_label(one):
            one.is_label = True
            one.content.append(":")
    for one in every:
        _part_joined(one)
    for one in reversed(every):
        if one.parent is not None:
            one.parent.last = max(one.parent.last, one.last)
            one.parent.size += one.size


def _part_time(element: Element) -> None:
    """Set a time apart that a sign parts from what follows in its line: "09:00 – 09:45 | Blue Hall"."""
    first = next((one for one in element.content if isinstance(one, Element) or one.strip()), None)
    if not isinstance(first, str) or element.tag in HEADINGS or len(first) > LONGEST_JOINED:
        return
    sign = SIGN.search(first)
    if sign is None or not read_when(first[: sign.start()].strip()).is_plain:
        return
    time = Element("span", {}, element, 0, [first[: sign.start()].strip()])
    at = element.content.index(first)
    element.content[at : at + 1] = [time, "\n", first[sign.end() :]]


def _part_joined(element: Element) -> None:
    """Break the line between pieces that only their looks keep apart: `<b>Ada Orr</b><span class="job">Kiln</span>`."""
    parted: list[Element | str] = []
    for one in element.content:
        before = parted[-1] if parted else ""
        is_apart = any(isinstance(each, Element) and each.tag in APART for each in (before, one))
        is_other = isinstance(before, Element) and isinstance(one, Element) and before.tag != one.tag
        if is_apart and runs_on(_text_of(before), _text_of(one)):
            parted.append("\n")
        elif is_apart and is_other and goes_on_small(_text_of(before), _text_of(one)):
            parted.append("\n")
        parted.append(one)
    element.content = parted


def _text_of(piece: Element | str) -> str:
    return piece if isinstance(piece, str) else piece.text if piece.size <= LONGEST_JOINED else ""


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
