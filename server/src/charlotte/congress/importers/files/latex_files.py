"""Sources of LaTeX that consist of several files: what one includes stands in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile

SOURCE = ".tex"
DEFINING = (".sty", ".cls")
"""What only defines macros for others."""
FILES = (SOURCE, *DEFINING)
INCLUDED = re.compile(
    r"(?<!\\)\\(?:(?:input|include|subfile)[ \t]{0,9}(?:\{([^{}\n]{1,200})\}|(?<=[ \t])([\w./-]{1,200}))|"
    r"(?:usepackage|RequirePackage|documentclass|LoadClass)[ \t]{0,9}(?:\[[^\[\]]{0,2000}\])?[ \t]{0,9}"
    r"\{([^{}]{1,2000})\})"
)
COMMENTED = re.compile(r"(?<!\\)%[^\n]*")
DEEPEST = 8
MOST_CHARACTERS = 8_000_000
MOST_INCLUDED = 500
"""Files that are put into others, each as often as it is."""


def with_included(documents: Sequence[Document]) -> list[Document]:
    """Return files with those that LaTeX sources include in their place."""
    sources = {one.name: one for one in documents if PurePath(one.name).suffix.casefold() in FILES}
    if not sources:
        return [*documents]
    joining = _Joining(sources)
    whole = {name: joining.whole(one) for name, one in sources.items() if _ends(name, SOURCE)}
    left = [one for one in documents if one.name not in sources or _ends(one.name, SOURCE)]
    kept = [one for one in left if one.name not in joining.used]
    return [replace(one, raw=whole[one.name].encode()) if whole.get(one.name) else one for one in kept]


@dataclass
class _Joining:
    """Puts files into those that include them, as many as somebody writes."""

    sources: Mapping[str, Document]
    used: set[str] = field(default_factory=set)
    count: int = 0
    characters: int = 0

    def whole(self, document: Document, depth: int = 0) -> str:
        """Return the text of a source with what it includes; nothing where it cannot be read."""
        try:
            text = COMMENTED.sub("%", document.text)
        except UnreadableFile:
            return ""
        self.characters += len(text) if depth else 0
        return INCLUDED.sub(lambda found: self._included(found, document.name, depth), text)

    def _included(self, found: re.Match[str], own: str, depth: int) -> str:
        names = [name.strip() for name in (found[1] or found[2] or found[3]).split(",")]
        told = [one for name in names if (one := _called(name, self.sources, own, found[3] is not None)) is not None]
        self.count += len(told)
        if not told or depth >= DEEPEST or self.count > MOST_INCLUDED or self.characters > MOST_CHARACTERS:
            return found[0]
        self.used.update(one.name for one in told)
        return "\n".join(self.whole(one, depth + 1) for one in told)


def _called(name: str, sources: Mapping[str, Document], own: str, defines: bool) -> Document | None:
    stem = PurePath(name).name
    names = [f"{stem}{ending}" for ending in DEFINING] if defines else [stem, f"{stem}{SOURCE}"]
    return next((sources[one] for one in names if one in sources and one != own), None)


def _ends(name: str, ending: str) -> bool:
    return PurePath(name).suffix.casefold() == ending
