"""What the tabs of a page are called: the heads that visitors click on, and the panels that each opens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

SWITCHES = '[role="tab"], a[href^="#"], [data-target^="#"], [data-bs-target^="#"], [aria-controls]'
TARGETS = ("aria-controls", "data-bs-target", "data-target", "href")
LONGEST = 80
MOST = 500
MOST_TABS = 20
CALLED = re.compile(r"(?:^|[\s_-])(?:tabs?|pane|panel)(?:$|[\s_-])", re.IGNORECASE)
PANEL = re.compile(r"(?:^|[\s_-])tabs?[_-]*(?:pane|panel|content)(?:$|[\s_-])", re.IGNORECASE)


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
        called = " ".join((node.text(separator=" ") or "").split())
        if not target or not 0 < len(called) <= LONGEST:
            continue
        found[target] = called if found.get(target, called) == called else None
    for node in page.css('[role="tabpanel"][aria-labelledby]')[:MOST]:
        _add_labelled(page, node, found)
    return {target: called for target, called in found.items() if called}


def in_turn(page: LexborHTMLParser) -> dict[int, str]:
    """Return what tabs are called by the places in memory of the panels that follow them, as many and called so."""
    found: dict[int, str] = {}
    for heads in page.css("ul, ol, nav, div"):
        if not CALLED.search(heads.attributes.get("class") or ""):
            continue
        names = _names(heads)
        panels = _panels(heads, len(names)) if names else []
        found |= {panel.mem_id: name for panel, name in zip(panels, names, strict=False)}
    return found


def _names(heads: LexborNode) -> list[str]:
    """Return the names of tabs that stand in one row; nothing where it is none."""
    names: list[str] = []
    for one in _elements(heads):
        name = " ".join((one.text(separator=" ") or "").split())
        if len(names) >= MOST_TABS or not 0 < len(name) <= LONGEST:
            return []
        names.append(name)
    return names if len(names) > 1 and len({*names}) == len(names) else []


def _panels(heads: LexborNode, count: int) -> list[LexborNode]:
    beside: LexborNode | None = heads.next
    while beside is not None and not (beside.tag or "-")[0].isalpha():
        beside = beside.next
    panels = list(_elements(beside)) if beside is not None else []
    called = all(CALLED.search(one.attributes.get("class") or "") for one in panels)
    return panels if len(panels) == count and called else []


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if (child.tag or "-")[0].isalpha():
            yield child
        child = child.next


def opens_by_tab(node: LexborNode) -> bool:
    """Return whether an element is the panel of a tab, and not just a place that links jump to."""
    called = node.attributes.get("class") or ""
    return node.attributes.get("role") == "tabpanel" or PANEL.search(called) is not None


def _add_labelled(page: LexborHTMLParser, panel: LexborNode, found: dict[str, str | None]) -> None:
    """Take the name of a panel that names its tab itself."""
    own, head = panel.attributes.get("id") or "", panel.attributes.get("aria-labelledby") or ""
    label = next((node for node in page.css("[id]") if node.attributes.get("id") == head), None) if own else None
    called = " ".join((label.text(separator=" ") or "").split()) if label is not None else ""
    if called and len(called) <= LONGEST:
        found.setdefault(own, called)
