"""The days that tabs of a page name: by what each opens, by a mark that both bear, or one after the other."""

from collections import defaultdict
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.documents.html.nodes import elements, elements_behind, text_in
from charlotte.documents.html.tabs import names_in_row, tabs_of

LONGEST = 60
MOST_DAYS = 14
MOST_MARKED = 3_000
LARGER = 2
"""So many times as long as the names of the tabs is what they open."""
NO_PANELS = frozenset("script style h1 h2 h3 h4 h5 h6 a button br hr".split())


def day_panels(page: LexborHTMLParser) -> dict[int, str]:
    """Return the days of a page's panels by their places in memory."""
    found: dict[int, str] = {}
    named = {panel: called for panel, called in tabs_of(page).items() if is_day(called)}
    for node in page.css("[id]") if named else ():
        if (day := named.get(node.attributes.get("id") or "")) and node.tag not in NO_PANELS:
            found.setdefault(node.mem_id, day)
    for node, day in _marked(page):
        found.setdefault(node.mem_id, day)
    if not found:
        found = {node.mem_id: day for node, day in _in_turn(page)}
    return found


def _marked(page: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """Yield what bears the same mark for scripts as an element that is only a day: `data-tab="2"`."""
    marks: dict[tuple[str, str], list[LexborNode]] = defaultdict(list)
    for node in page.css("[data-tab], [data-target], [data-day], [data-panel], [data-index], [data-id]")[:MOST_MARKED]:
        for key, value in node.attributes.items():
            if key.startswith("data-") and value:
                marks[key, value].append(node)
    for nodes in marks.values():
        days = {text for node in nodes if _is_day(text := text_in(node))}
        if len(days) != 1:
            continue
        day = days.pop()
        yield from ((node, day) for node in nodes if len(text_in(node)) > LARGER * len(day))


def _in_turn(page: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """Yield the panels that follow a row of days, one for each."""
    body = page.body
    for heads in body.css("ul, ol, nav, div") if body is not None else ():
        days = names_in_row(heads, _is_day, MOST_DAYS)
        panels = _panels(heads, len(days)) if days else []
        yield from zip(panels, days, strict=True) if panels else ()


def _panels(heads: LexborNode, count: int) -> list[LexborNode]:
    """Return the elements behind a row of days, as many as there are days; none where there are more or less."""
    at: LexborNode | None = heads
    while at is not None and at.tag != "body":
        beside = [one for one in elements_behind(at) if one.tag not in NO_PANELS and text_in(one)]
        for able in (beside, [*elements(beside[0])] if len(beside) == 1 else []):
            panels = [one for one in able if one.tag not in NO_PANELS and text_in(one)]
            if len(panels) == count and all(len(text_in(one)) > LONGEST for one in panels):
                return panels
        if beside:
            return []
        at = at.parent
    return []


def _is_day(said: str) -> bool:
    return len(said) <= LONGEST and is_day(said)
