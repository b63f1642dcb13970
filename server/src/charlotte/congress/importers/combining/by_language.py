"""Exports of systems that keep each text in several languages: read in the event's, the other names kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.tables.tongues import Names
from charlotte.congress.importers.shapes.values.words import LANGUAGES

DEEPEST = 60


def in_one_language(document: Document, languages: Sequence[str]) -> tuple[Document, tuple[Names, ...]]:
    """Return a JSON document with each text in the first of the languages that it is in, and all its other wordings.

    A title's other wording becomes its subtitle where it has none. Raises `UnreadableFile`.
    """
    if not document.opening.startswith(("{", "[")):
        return document, ()
    told = tuple(dict.fromkeys(_wordings(document.json, languages, 0)))
    if not told:
        return document, ()
    return Document(document.name, orjson.dumps(_read(document.json, languages, 0))), told


def texts_by_language(value: Any) -> dict[str, str]:
    """Return the texts of an object whose keys are languages, `{"de": …, "fr-CH": …}`; empty when it is none."""
    if not isinstance(value, Mapping) or not all(isinstance(one, str | None) for one in value.values()):
        return {}
    codes = [str(key).replace("_", "-").partition("-")[0].casefold() for key in value]
    if any(len(code) > 3 or code not in LANGUAGES for code in codes):
        return {}
    texts = zip(codes, value.values(), strict=True)
    return {LANGUAGES[code]: text.strip() for code, text in texts if text and text.strip()}


def _in_order(value: Any, languages: Sequence[str]) -> Names:
    texts = texts_by_language(value)
    return tuple(dict.fromkeys(texts[code] for code in (*languages, *texts) if code in texts))


def _wordings(value: Any, languages: Sequence[str], depth: int) -> Iterator[Names]:
    if depth > DEEPEST or not isinstance(value, Mapping | list):
        return
    if names := _in_order(value, languages):
        yield names
        return
    for one in value.values() if isinstance(value, Mapping) else value:
        yield from _wordings(one, languages, depth + 1)


def _read(value: Any, languages: Sequence[str], depth: int) -> Any:
    if depth > DEEPEST or not isinstance(value, Mapping | list):
        return value
    if isinstance(value, list):
        return [_read(one, languages, depth + 1) for one in value]
    if names := _in_order(value, languages):
        return names[0]
    found = {key: _read(one, languages, depth + 1) for key, one in value.items()}
    if len(titles := _in_order(value.get("title"), languages)) > 1 and not found.get("subtitle"):
        found["subtitle"] = titles[1]
    return found
