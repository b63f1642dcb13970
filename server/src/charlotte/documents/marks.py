"""How a text is set, kept in it as marks that `visible` drops: what is bold, slanted, struck through, or at a tab."""

import re
from collections.abc import Set
from dataclasses import dataclass

BOLD, SLANTED, STRUCK = "\ue100", "\ue101", "\ue102"
END = "\ue103"
TAB = "\ue104"
MARKS = frozenset((BOLD, SLANTED, STRUCK, END, TAB))
STRIKING = re.compile(r"\.([\w-]+)[^{},]*\{[^{}]*line-through", re.IGNORECASE)
"""A rule of a style sheet that strikes out what has the class."""


@dataclass(frozen=True)
class Run:
    """A piece of a line that is set in one way."""

    text: str
    bold: bool = False
    slanted: bool = False
    struck: bool = False


def marked(text: str, marks: Set[str]) -> str:
    """Return a text with marks around it."""
    return "".join(sorted(marks)) + text + END if marks and text.strip() else text


def runs_of(line: str) -> list[Run]:
    """Return the pieces of a line of marked text; neighbours that are set alike are one."""
    found: list[Run] = []
    on: set[str] = set()
    text = ""
    for sign in (*line, END):
        if sign not in MARKS or sign == TAB:
            text += sign
            continue
        if text:
            run = Run(text, BOLD in on, SLANTED in on, STRUCK in on)
            last = found[-1] if found else None
            alike = last is not None and (last.bold, last.slanted, last.struck) == (run.bold, run.slanted, run.struck)
            if last is not None and (alike or not text.strip()):
                found[-1] = Run(last.text + text, last.bold, last.slanted, last.struck)
            else:
                found.append(run)
            text = ""
        if sign == END:
            on = set()
        else:
            on.add(sign)
    return found


def struck_classes(source: str) -> frozenset[str]:
    """Return the classes that a page's own style sheets strike out."""
    return frozenset(STRIKING.findall(source))
