"""Links behind the titles of a page that lead to more of each, and say nothing of it: "Deep water (abstract) [PDF]"."""

from collections import defaultdict
from collections.abc import Sequence

from charlotte.congress.importers.shapes.html.elements import Element

FEWEST = 2
LONGEST = 30
OPENING = "([{"
SIGNS = f"{OPENING})]}} \t\n\u00a0,;|/·•–—-"
NOWHERE = ("#", "javascript:", "javascript:;", "javascript:void(0)", "javascript:void(0);")
"""Where a link leads that opens what a script shows."""


def without_links_behind(titles: Sequence[Element]) -> None:
    """Drop the links behind titles whose words stand behind several of them, and lead somewhere else from each.

    A link that leads to the same place from all of them is what they have in common: a track, a room.
    """
    behind = [(title, _links_behind(title)) for title in titles]
    leads: dict[str, set[str]] = defaultdict(set)
    standing: dict[str, set[int]] = defaultdict(set)
    for title, links in behind:
        for link in links:
            target = link.attributes["href"].strip()
            leads[link.text].add(f"{title.at}" if target in NOWHERE else target)
            standing[link.text].add(title.at)
    for title, links in behind:
        if links and all(len(leads[one.text]) >= max(len(standing[one.text]), FEWEST) for one in links):
            _drop(title, links[0])


def _links_behind(title: Element) -> list[Element]:
    """Return the short links at a title's end, in brackets or behind another link, in order."""
    links: list[Element] = []
    rest = list(title.content)
    while rest:
        piece = rest[-1]
        if isinstance(piece, Element):
            if piece.size and not (piece.tag == "a" and "href" in piece.attributes and piece.size <= LONGEST):
                break
            links[:0] = [piece] if piece.size else []
        elif piece.strip(SIGNS):
            break
        rest.pop()
    if not rest:
        links = links[1:]  # the first is the title itself
    if not links:
        return []
    ahead = title.content[: title.content.index(links[0])]
    is_bracketed = isinstance(ahead[-1], str) and ahead[-1].rstrip()[-1:] in tuple(OPENING)
    is_linked = any(inner.tag == "a" for one in ahead if isinstance(one, Element) for inner in one.all())
    return links if is_bracketed or is_linked else []


def _drop(title: Element, first: Element) -> None:
    """Cut a title before a link and the bracket that opens before it."""
    kept = title.content[: title.content.index(first)]
    while kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(SIGNS)
        if kept[-1]:
            break
        kept.pop()
    title.content = kept
