"""The talks that a session of a page lists: items that begin with a bold title, behind their time at most.

A slanted title is one where nothing but who speaks follows: `<em>Salt roads</em> — Ada Orr`.
"""

from collections import defaultdict

from charlotte.congress.importers.shapes.html.elements import Element
from charlotte.congress.importers.shapes.html.parts import day_of
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.wording import without_mark

ITEMS = frozenset(("li", "dd", "tr"))
PARAGRAPHS = frozenset(("p", "div"))
BOLD = frozenset(("b", "strong"))
SLANTED = frozenset(("em", "i", "cite"))
SIGNS = " :–—-|·,("
LONGEST_TITLE = 300
MOSTLY = 0.5


def listed_talks(every: list[Element], clocks: dict[int, str], titles: frozenset[int]) -> list[list[Element]]:
    """Return the bold titles of items, those of one kind of list together; `titles` are known and hold no other."""
    found: dict[tuple[str, str], list[Element]] = defaultdict(list)
    last = -1
    for one in every:
        if one.at in titles:
            last = one.last
        if one.at <= last or one.tag not in BOLD | SLANTED or one.at in clocks or not 0 < one.size <= LONGEST_TITLE:
            continue
        item = _item(one)
        is_told = one.tag in BOLD or item is not None and item.tag in ITEMS and _goes_on_with_people(item, one)
        if item is not None and is_told and _begins(item, one, clocks) and _is_title(one):
            around = item.parent.tag if item.parent is not None else ""
            found[around, item.tag].append(one)
    return [group for group in found.values() if not _are_people(group)]


def _item(bold: Element) -> Element | None:
    """Return the item that bold words begin: of a list, or a paragraph that goes on in further lines."""
    above = bold.parent
    if above is not None and above.tag == "td" and above.parent is not None:
        above = above.parent
    if above is None or above.tag not in ITEMS | PARAGRAPHS:
        return None
    goes_on = any(one.tag == "br" and one.at > bold.at for one in above.children)
    return above if above.tag in ITEMS or goes_on else None


def _begins(item: Element, bold: Element, clocks: dict[int, str]) -> bool:
    """Return whether nothing but a time stands before bold words in their item."""
    times = frozenset(at for at in clocks if item.at < at < bold.at)
    lines = item.lines(times)
    return bool(lines) and lines[0].lstrip(" :–-|·").startswith(bold.text[:20])


def _goes_on_with_people(item: Element, slanted: Element) -> bool:
    """Return whether nothing but names follows a title in its item, behind a sign or below."""
    lines = item.lines()
    rest = lines[0].partition(slanted.text)[2].strip() if lines else ""
    told = [rest, *lines[1:]] if rest else lines[1:]
    is_apart = not rest or rest[0] in SIGNS
    return bool(told) and is_apart and all(names_people(line.strip(f"{SIGNS})"), True) for line in told)


def _is_title(bold: Element) -> bool:
    text = bold.text
    return any(map(str.isalpha, text)) and not text.endswith(":") and not day_of(bold)


def _are_people(group: list[Element]) -> bool:
    people = sum(looks_like_person(without_mark(one.text)) for one in group)
    return people > MOSTLY * len(group)
