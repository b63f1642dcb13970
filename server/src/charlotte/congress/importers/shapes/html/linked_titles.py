"""Titles of a page that are a link: behind what kind of session it is, "Session 2: <a>Reeds</a>", or behind a time."""

from charlotte.congress.importers.shapes.html.elements import Element
from charlotte.congress.importers.shapes.values.session_labels import NUMBER, is_label

EDGES = " :.·|–—-"
SIGNS = "›»•→►▸▹◦‣>"
"""What stands before an item of a list that is set by hand."""
SHORTEST = 4


def label_before(title: Element) -> str:
    """Return the label that stands before the link which the rest of a title is; nothing where it is all the title."""
    inner = title
    while len(pieces := _pieces(inner)) == 1 and isinstance(pieces[0], Element) and pieces[0].tag != "a":
        inner = pieces[0]
    if len(pieces) < 2 or not isinstance(pieces[-1], Element) or pieces[-1].tag != "a":
        return ""
    ahead = " ".join(one.text if isinstance(one, Element) else one.strip() for one in pieces[:-1])
    if any(inner.tag == "a" for one in pieces[:-1] if isinstance(one, Element) for inner in one.all()):
        return ""
    label = ahead.strip(EDGES)
    numbered = any(NUMBER.fullmatch(word.strip(EDGES)) for word in label.split())
    return ahead.strip() if numbered and is_label(label) else ""


def link_of(piece: Element, clock: int) -> Element | None:
    """Return the link that a piece of a page begins with behind its time: the title of a talk, which leads to more."""
    links = [one for one in piece.all() if one.tag == "a" and one.size and one.at != clock]
    lines = piece.lines(frozenset((clock,)))
    begins = lines[0].lstrip(EDGES + SIGNS) if lines else ""
    is_title = bool(links) and len(links[0].text) >= SHORTEST and begins.startswith(links[0].text)
    return links[0] if is_title and links[0].at > clock else None


def _pieces(element: Element) -> list[Element | str]:
    return [one for one in element.content if (one.size if isinstance(one, Element) else one.strip())]
