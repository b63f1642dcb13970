"""What stands in the titles of a page and is none of them: what they share at their edge, and repeat."""

from collections import defaultdict
from collections.abc import Sequence

from charlotte.congress.importers.shapes.html.elements import Element
from charlotte.congress.importers.shapes.html.links_behind import without_links_behind
from charlotte.congress.importers.shapes.html.parts import part_of
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

FEWEST = 3
LONGEST = 60
PLACES = 0.5
REPEATED = 0.75
"""Share of different texts among all from which on they may be parts of titles."""


def in_titles(titles: Sequence[Element]) -> dict[int, list[Element]]:
    """Return by the number of each title the elements in it that say something else, with the line broken round them.

    Where many titles begin or end with an element that is called the same, and few texts stand in it again and again,
    it is their place, their kind or their state: `Deep water<span class="vs">Aula 3</span>`.
    Links behind titles that lead to more of each are dropped first.
    """
    without_links_behind(titles)
    found: dict[tuple[str, str], list[tuple[Element, Element]]] = defaultdict(list)
    for title in titles:
        for one in _edges(title):
            found[one.tag, one.attributes.get("class", "")].append((title, one))
    apart: dict[int, list[Element]] = defaultdict(list)
    for pairs in found.values():
        texts = {one.text for _, one in pairs}
        if len(pairs) < FEWEST or len(texts) > REPEATED * len(pairs):
            continue
        if are_places([one.text for _, one in pairs]) and not any(part_of(one) for _, one in pairs):
            for _, one in pairs:
                one.attributes["itemprop"] = "location"
        for title, one in pairs:
            apart[title.at].append(one)
            at = title.content.index(one)
            title.content[at : at + 1] = ["\n", one, "\n"]
    return dict(apart)


def are_places(texts: Sequence[str]) -> bool:
    """Return whether texts that stand in titles again and again are where the sessions are held."""
    different = {*texts}
    return len(different) > 1 and sum(ROOM_WORDS.search(one) is not None for one in different) >= PLACES * len(
        different
    )


def _edges(title: Element) -> list[Element]:
    """Return the called elements at both ends of a title that leave something of it."""
    pieces = [one for one in title.content if isinstance(one, Element) and one.size or str(one).strip()]
    if len(pieces) < 2:
        return []
    able = (one for one in (pieces[0], pieces[-1]) if isinstance(one, Element))
    return [one for one in able if "class" in one.attributes and 0 < one.size <= LONGEST]
