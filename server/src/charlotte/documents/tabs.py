"""What the tabs of a page are called: the heads that visitors click on, and the panels that each opens."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

SWITCHES = '[role="tab"], a[href^="#"], [data-target^="#"], [data-bs-target^="#"], [aria-controls]'
TARGETS = ("aria-controls", "data-bs-target", "data-target", "href")
LONGEST = 80
MOST = 500
PANEL = re.compile(r"(?:^|[\s_-])tabs?[_-]*(?:pane|panel|content)(?:$|[\s_-])", re.IGNORECASE)


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
