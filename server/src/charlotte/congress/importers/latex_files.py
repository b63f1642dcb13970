"""Sources of LaTeX that consist of several files: what one includes stands in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile

SOURCE = ".tex"
DEFINING = (".sty", ".cls")
"""What only defines macros for others."""
FILES = (SOURCE, *DEFINING)
INCLUDED = re.compile(
    r"(?<!\\)\\(?:(?:input|include|subfile)\s*\{\s*([^{}]+?)\s*\}|input\s+([\w./-]+)|"
    r"(?:usepackage|RequirePackage|documentclass|LoadClass)\s*(?:\[[^\]]*\])?\s*\{\s*([^{}]+?)\s*\})"
)
COMMENTED = re.compile(r"(?<!\\)%[^\n]*")
DEEPEST = 8
MOST_CHARACTERS = 8_000_000


def with_included(documents: Sequence[Document]) -> list[Document]:
    """Return files with those that LaTeX sources include in their place."""
    sources = {one.name: one for one in documents if PurePath(one.name).suffix.casefold() in FILES}
    if not sources:
        return [*documents]
    used: set[str] = set()
    whole = {name: _whole(one, sources, used, 0) for name, one in sources.items() if _ends(name, SOURCE)}
    left = [one for one in documents if one.name not in sources or _ends(one.name, SOURCE) and one.name not in used]
    return [replace(one, raw=whole[one.name].encode()) if whole.get(one.name) else one for one in left]


def _whole(document: Document, sources: Mapping[str, Document], used: set[str], depth: int) -> str:
    """Return the text of a source with what it includes; nothing where it cannot be read."""
    try:
        text = COMMENTED.sub("%", document.text)
    except UnreadableFile:
        return ""
    if depth > DEEPEST:
        return text
    left = MOST_CHARACTERS

    def included(found: re.Match[str]) -> str:
        nonlocal left
        names = [name.strip() for name in (found[1] or found[2] or found[3]).split(",")]
        told = [one for name in names if (one := _called(name, sources, document.name, found[3] is not None))]
        used.update(one.name for one in told)
        said = "\n".join(_whole(one, sources, used, depth + 1) for one in told)
        left -= len(said)
        return said if said and left > 0 else found[0]

    return INCLUDED.sub(included, text)


def _called(name: str, sources: Mapping[str, Document], own: str, defines: bool) -> Document | None:
    stem = PurePath(name).name
    names = [f"{stem}{ending}" for ending in DEFINING] if defines else [stem, f"{stem}{SOURCE}"]
    return next((sources[one] for one in names if one in sources and one != own), None)


def _ends(name: str, ending: str) -> bool:
    return PurePath(name).suffix.casefold() == ending
