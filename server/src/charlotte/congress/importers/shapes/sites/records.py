"""A file of a static site as a record: what its front matter tells, its text, and what others call it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath
from typing import Any

import orjson

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.columns.flags import NO, YES
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.trees import yaml_text
from charlotte.congress.importers.shapes.values.states import FLAGS, state_of
from charlotte.congress.importers.shapes.values.words import LANGUAGES, best_name, language_of, words_of
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.front_matter import FrontMatter, split
from charlotte.documents.lightly_marked import markdown

PAGES = (".md", ".markdown", ".mdx")
DATA = (".json", ".yml", ".yaml", ".toml")
DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-(?=\w)")
"""What Jekyll puts before the name of a file."""
NUMBERED = re.compile(r"\d{1,3}[-_.]\s*(?=[^\W\d])")
"""What puts files in order."""
SHORTCODES = re.compile(
    r"\{\{[<%].*?[%>]\}\}|\{/\*.*?\*/\}|^(?:import|export)\s.*?$|\{:.*?\}", re.DOTALL | re.MULTILINE
)
"""Marks of generators that visitors never see."""
ABSTRACT = "abstract"
SURE = 0.6
CODES = frozenset(code for code in LANGUAGES if len(code) == 2)


@dataclass(frozen=True)
class Record:
    """One file that tells of one thing."""

    path: str
    folder: str
    """Where it lies among others of its kind, without the language; a bundle's own folder is its key."""
    key: str
    language: str | None = None
    """ISO 639-1, where its name or a folder above it says so."""
    told: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    also: tuple[str, ...] = ()
    """Files that tell the same in other languages."""

    @property
    def names(self) -> tuple[str, ...]:
        """What others may call it, the surest first."""
        plain = NUMBERED.sub("", self.key) if NUMBERED.match(self.key) else self.key
        return tuple(dict.fromkeys((self.key, plain)))

    @property
    def is_page(self) -> bool:
        """Whether visitors of the site read it as a page."""
        return self.path.casefold().endswith(PAGES)

    @property
    def unpublished(self) -> str | None:
        """The name of the flag that keeps it from the site: `draft: true`, `published: false`."""
        for name, value in self.told.items():
            said, words = str(value).casefold(), words_of(str(name))
            if (
                said in YES
                and state_of(" ".join(words)) == "left_out"
                or said in NO
                and words[-1:]
                and words[-1] in FLAGS
            ):
                return str(name)
        return None


def record_of(document: Document) -> Record | None:
    """Return the record that a file is; None where it has no front matter, or is no object of its own.

    Raises `UnreadableFile` where what it tells cannot be read.
    """
    path = PurePath(document.name)
    ending = path.suffix.casefold()
    if ending in PAGES:
        page = split(document.text.replace("\r\n", "\n").replace("\r", "\n")) if has_front_matter(document) else None
        told = _front(document.name, page) if page is not None else None
    elif ending in DATA:
        page, told = None, data_in(document)
    else:
        return None
    if not isinstance(told, dict) or not told or path.stem.startswith("_"):
        return None
    folder, key, language = _placed(path)
    dated = DATED.match(key)
    key = key[dated.end() :] if dated else key
    told = {str(name): value for name, value in told.items()}
    if dated and not any(
        read_when(str(value)).has_day for value in told.values() if not isinstance(value, list | dict)
    ):
        told["date"] = dated[1]
    body = _read(page.body) if page is not None else ""
    return Record(document.name, folder, key, language, _with_text(told, body), body)


def has_front_matter(document: Document) -> bool:
    """Return whether a page begins as one with front matter does."""
    return document.raw.lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++"))


def data_in(document: Document) -> Any:
    """Return what a file of data holds. Raises `UnreadableFile`."""
    ending = PurePath(document.name).suffix.casefold()
    if ending == ".toml":
        return _toml(document.name, document.text, 0)
    return document.json if ending == ".json" else yaml_text.tree_in(document)


def _front(name: str, page: FrontMatter) -> Any:
    if not page.front.strip():
        return None
    if page.kind == "yaml":
        # A line stands for the marks above, so that the place of a fault is that in the file.
        return yaml_text.tree_in(Document(name, f"#\n{page.front}".encode()))
    if page.kind == "toml":
        return _toml(name, page.front, 1)
    try:
        return orjson.loads(page.front)
    except orjson.JSONDecodeError as error:
        raise UnreadableFile(f"{name} is not valid JSON: {error.msg}.", hint="Correct its front matter.") from error


def _toml(name: str, text: str, above: int) -> Any:
    try:
        return tomllib.loads("\n" * above + text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableFile(f"{name} is not valid TOML: {error}.", hint="Correct it, and import again.") from error


def _placed(path: PurePath) -> tuple[str, str, str | None]:
    """Return the folder, the key and the language of a file: of `fr/talks/wool/index.md` they are talks, wool, fr."""
    key, _, code = path.stem.rpartition(".")
    language = LANGUAGES[code.casefold()] if key and code.casefold() in CODES else None
    key = key if language else path.stem
    parts = list(path.parent.parts)
    for part in parts if language is None else ():
        if part.casefold() in CODES:
            language = LANGUAGES[part.casefold()]
    parts = [part for part in parts if part.casefold() not in CODES]
    if key == "index" and parts:
        key = parts.pop()
    return "/".join(parts), key, language


def _with_text(told: dict[str, Any], body: str) -> dict[str, Any]:
    """Return what a page tells with its text as abstract, below what its front matter says in short."""
    short = [
        name
        for name, value in told.items()
        if isinstance(value, str) and language_of(name) is None and _is_abstract(name) and value.strip()
    ]
    texts = [told[name].strip() for name in short if told[name].strip() not in body]
    whole = "\n\n".join([*dict.fromkeys(texts), *([body] if body else [])])
    if not whole:
        return told
    return {**{name: value for name, value in told.items() if name not in short}, ABSTRACT: whole}


def _is_abstract(name: str) -> bool:
    field, score = best_name(name)
    return field == "abstract" and score > SURE


@cache
def _read(body: str) -> str:
    """Return a page's text as a reader sees it, its paragraphs apart."""
    try:
        paper = markdown.read(SHORTCODES.sub("", body).encode())
    except UnreadableDocument:
        return ""
    return "\n\n".join(block.text for block in paper.blocks if block.text.strip())
