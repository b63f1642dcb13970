"""What a page of a static site tells of itself above its text: as YAML between `---`, TOML between `+++`, or JSON."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["yaml", "toml", "json"]
_MARKED = re.compile(
    r"\A\ufeff?(?P<mark>---|\+\+\+)[ \t]*(?P<kind>[a-z]*)[ \t]*\n"
    r"(?P<front>.*?)^(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_KINDS: dict[tuple[str, str], Kind] = {
    ("---", ""): "yaml",
    ("---", "yaml"): "yaml",
    ("---", "yml"): "yaml",
    ("---", "toml"): "toml",
    ("---", "json"): "json",
    ("+++", ""): "toml",
    ("+++", "toml"): "toml",
}


@dataclass(frozen=True)
class FrontMatter:
    """A page in two."""

    kind: Kind
    front: str
    """As it is written, without the lines of marks."""
    body: str


def split(source: str) -> FrontMatter | None:
    """Return a page's front matter and the rest of it, its line ends plain; None where it has none."""
    found = _MARKED.match(source)
    kind = _KINDS.get((found["mark"], found["kind"])) if found else None
    return FrontMatter(kind, found["front"], source[found.end() :]) if found and kind else None
