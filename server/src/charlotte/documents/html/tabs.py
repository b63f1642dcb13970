"""What the tabs of a page are called: the heads that visitors click on, and the panels that each opens."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from charlotte.documents.html.nodes import elements, elements_behind, text_in

SWITCHES = '[role="tab"], a[href^="#"], [data-target^="#"], [data-bs-target^="#"], [aria-controls]'
TARGETS = ("aria-controls", "data-bs-target", "data-target", "href")
LONGEST = 80
MOST = 500
MOST_TABS = 20
CALLED = re.compile(r"(?:^|[\s_-])(?:tabs?|pane|panel)(?:$|[\s_-])", re.IGNORECASE)
PANEL = re.compile(r"(?:^|[\s_-])tabs?[_-]*(?:pane|panel|content|container|body|box)(?:$|[\s_-])", re.IGNORECASE)


@dataclass(frozen=True)
class Tabs:
    """What the tabs of a page are called."""

    by_id: Mapping[str, str] = field(default_factory=dict)
    """By the ids of what they open."""
    by_turn: Mapping[int, str] = field(default_factory=dict)
    """By the places in memory of panels that follow them."""

    def opening(self, node: LexborNode) -> str:
        """Return what the tab is called that opens an element; nothing where none does."""
        if called := self.by_turn.get(node.mem_id, ""):
            return called
        named = self.by_id.get(node.attributes.get("id") or "", "") if self.by_id else ""
        return named if named and opens_by_tab(node) else ""


def tabs_of(page: LexborHTMLParser) -> dict[str, str]:
    """Return by the id of each panel what its tab is called; nothing for panels that are opened by several words."""
    found: dict[str, str | None] = {}
    for node in page.css(SWITCHES)[:MOST]:
        target = next((said for key in TARGETS if (said := (node.attributes.get(key) or "").strip().lstrip("#"))), "")
        called = text_in(node)
        if not target or not 0 < len(called) <= LONGEST:
            continue
        found[target] = called if found.get(target, called) == called else None
    panels = page.css('[role="tabpanel"][aria-labelledby]')[:MOST]
    heads = {node.attributes.get("id"): node for node in reversed(page.css("[id]"))} if panels else {}
    for node in panels:
        _add_labelled(heads, node, found)
    return {target: called for target, called in found.items() if called}


def in_turn(page: LexborHTMLParser) -> dict[int, str]:
    """Return what tabs are called by the places in memory of the panels that follow them, as many and called so."""
    found: dict[int, str] = {}
    for heads in page.css("ul, ol, nav, div"):
        if not CALLED.search(heads.attributes.get("class") or ""):
            continue
        names = names_in_row(heads, _is_name)
        panels = _panels(heads, len(names)) if names else []
        found |= {panel.mem_id: name for panel, name in zip(panels, names, strict=False)}
    return found


def names_in_row(heads: LexborNode, is_name: Callable[[str], bool], most: int = MOST_TABS) -> list[str]:
    """Return what the elements of a row of tabs say, each another name; nothing where it is no such row."""
    names: list[str] = []
    for one in elements(heads):
        name = text_in(one)
        if len(names) >= most or not is_name(name):
            return []
        names.append(name)
    return names if len(names) > 1 and len({*names}) == len(names) else []


def _is_name(said: str) -> bool:
    return 0 < len(said) <= LONGEST


def _panels(heads: LexborNode, count: int) -> list[LexborNode]:
    beside = next(elements_behind(heads), None)
    panels = list(elements(beside)) if beside is not None else []
    called = all(CALLED.search(one.attributes.get("class") or "") for one in panels)
    return panels if len(panels) == count and called else []


def opens_by_tab(node: LexborNode) -> bool:
    """Return whether an element is the panel of a tab, and not just a place that links jump to."""
    called = node.attributes.get("class") or ""
    return node.attributes.get("role") == "tabpanel" or PANEL.search(called) is not None


def _add_labelled(heads: Mapping[str | None, LexborNode], panel: LexborNode, found: dict[str, str | None]) -> None:
    """Take the name of a panel that names its tab itself."""
    own, head = panel.attributes.get("id") or "", panel.attributes.get("aria-labelledby") or ""
    label = heads.get(head) if own and head else None
    called = text_in(label) if label is not None else ""
    if called and len(called) <= LONGEST:
        found.setdefault(own, called)
