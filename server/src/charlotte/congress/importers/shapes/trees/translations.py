"""Texts that a record keeps in an object for each language: `{translations: [{languages_code: "it-IT", title: …}]}`."""

import re
from collections.abc import Mapping
from typing import Any

from charlotte.congress.importers.shapes.values.words import LANGUAGE_ENDINGS, words_of

LISTS = re.compile(r"(?:translat|traduz|traduc|ubersetz|uebersetz|locali[sz]|locales|i18n|languages)")
"""What the key of such a list begins with."""
CODED = frozenset("lang language languages locale locales lingua langue sprache idioma".split())
"""What the key begins with that says in which language the texts beside it are."""
OF_RECORDS = ("id", "uuid", "sort", "order")


def with_translations_told(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a record with such texts in its own fields, by language; what it says there itself stays."""
    for key, held in value.items():
        if not any(map(LISTS.match, words_of(str(key)))) or not (told := _by_code(held)):
            continue
        texts: dict[str, dict[str, str]] = {}
        for code, one in told.items():
            for name, text in one.items():
                if isinstance(text, str) and text and not _is_of_record(str(name)):
                    texts.setdefault(str(name), {})[code] = text
        rest = {name: one for name, one in value.items() if name != key}
        return {**rest, **{name: _shown(by) for name, by in texts.items() if not rest.get(name)}}
    return value


def _by_code(held: Any) -> dict[str, Mapping[str, Any]]:
    """Return objects that each name a language of their own by its code; nothing where one does not."""
    items = held if isinstance(held, list) else []
    coded = {key for one in items if isinstance(one, Mapping) for key in one if _names_code(str(key))}
    if len(coded) != 1 or not all(isinstance(one, Mapping) for one in items):
        return {}
    key = coded.pop()
    found: dict[str, Mapping[str, Any]] = {}
    for one in items:
        code = str(one.get(key, "")).replace("_", "-").split("-")[0].casefold()
        if code not in LANGUAGE_ENDINGS or code in found or len(one) < 2:
            return {}
        found[code] = {name: text for name, text in one.items() if name != key}
    return found


def _names_code(key: str) -> bool:
    return words_of(key)[:1] != () and words_of(key)[0] in CODED


def _is_of_record(name: str) -> bool:
    return name in OF_RECORDS or name.endswith(("_id", "Id", "_at", "At"))


def _shown(by_language: dict[str, str]) -> str | dict[str, str]:
    return next(iter(by_language.values())) if len(by_language) == 1 else by_language
