"""Floors, days and editions: "3rd", "3°", "3ème", "3. Stock" the way they are said."""

import re
from collections.abc import Callable, Mapping

import num2words

_WRITTEN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE),
    "it": re.compile(r"\b(\d{1,2})([°ºª])(?=\s*[^\W\d_])(?!\s*[CF]\b)"),
    "fr": re.compile(r"\b(\d{1,2})(er|ère|re|ème|eme|e)\b"),
    "de": re.compile(r"\b(\d{1,2})\.(?=\s(?:Stock|Stockwerk|Etage|Ebene|OG|UG|Obergeschoss|Untergeschoss|Tag|Saal)\b)"),
    "es": re.compile(r"\b(\d{1,2})\.?([°ºª])(?=\s*[^\W\d_])(?!\s*[CF]\b)"),
}


def say_ordinals(text: str, language: str) -> str:
    """Return `text` with its ordinal numbers in words."""
    return _WRITTEN[language].sub(_SAID[language], text)


def _named(match: re.Match[str], language: str) -> str:
    return str(num2words.num2words(int(match[1]), lang=language, to="ordinal"))


def _italian(match: re.Match[str]) -> str:
    said = _named(match, "it")
    return said[:-1] + "a" if match[2] == "ª" else said


def _french(match: re.Match[str]) -> str:
    return "première" if match[1] == "1" and match[2] in ("ère", "re") else _named(match, "fr")


def _german(match: re.Match[str]) -> str:
    return _named(match, "de") + "n"


def _spanish(match: re.Match[str]) -> str:
    said = _named(match, "es")
    if match[2] == "ª":
        return said[:-1] + "a"
    return {"primero": "primer", "tercero": "tercer"}.get(said, said)


_SAID: Mapping[str, Callable[[re.Match[str]], str]] = {
    "en": lambda match: _named(match, "en"),
    "it": _italian,
    "fr": _french,
    "de": _german,
    "es": _spanish,
}
