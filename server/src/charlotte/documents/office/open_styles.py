"""How the styles of an OpenDocument text set what bears them: bold, slanted, struck out, hidden, or as a heading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
STYLE, FO, TEXT = (f"{{{_NAMES}:{name}:1.0}}" for name in ("style", "xsl-fo-compatible", "text"))
TITLES = frozenset(("Title",))
HEADING = re.compile(r"Heading(?:_20_| )?(\d)")
NOT_STRUCK = frozenset(("", "none"))
DEEPEST = 20
BOLDEST = 600
"""The weight from which on letters count as bold."""


@dataclass(frozen=True)
class Look:
    """How a text is set."""

    bold: bool = False
    slanted: bool = False
    struck: bool = False
    hidden: bool = False
    level: int = 0
    """Of a paragraph that is a heading; 0 = it is none."""

    def around(self, markup: str) -> str:
        """Return markup inside the elements that set it so."""
        if self.hidden:
            return ""
        for is_so, name in ((self.bold, "b"), (self.slanted, "i"), (self.struck, "s")):
            markup = f"<{name}>{markup}</{name}>" if is_so and markup.strip() else markup
        return markup


def looks_of(parts: Iterable[Element]) -> dict[str, Look]:
    """Return how each style of a document's parts sets a text; what a style leaves open its parent says."""
    styles = {str(one.get(f"{STYLE}name")): one for part in parts for one in part.iter(f"{STYLE}style")}
    return {name: _look(name, styles) for name in styles}


def _look(name: str, styles: dict[str, Element]) -> Look:
    chain: list[tuple[str, Element]] = []
    while name in styles and len(chain) < DEEPEST:
        chain.append((name, styles[name]))
        name = str(styles[name].get(f"{STYLE}parent-style-name", ""))
    names = (*(one for one, _ in chain), name)
    strikes = (_said(chain, f"{STYLE}text-line-through-{part}") for part in ("style", "type"))
    level = next((int(found[1]) for one in names if (found := HEADING.fullmatch(one))), 0)
    stated = next((one.get(f"{STYLE}default-outline-level") or "" for _, one in chain), "")
    return Look(
        bold=_is_bold(_said(chain, f"{FO}font-weight")),
        slanted=_said(chain, f"{FO}font-style") in ("italic", "oblique"),
        struck=any(one not in NOT_STRUCK for one in strikes),
        hidden=_said(chain, f"{TEXT}display") == "none",
        level=1 if TITLES & {*names} else level or (int(stated) if stated.isdigit() else 0),
    )


def _said(chain: Iterable[tuple[str, Element]], attribute: str) -> str:
    """Return what the nearest of the styles says."""
    for _, style in chain:
        for properties in style.iter(f"{STYLE}text-properties"):
            if (said := properties.get(attribute)) is not None:
                return said
    return ""


def _is_bold(weight: str) -> bool:
    return weight == "bold" or weight.isdigit() and int(weight) >= BOLDEST
