"""What is written for the eye becomes what is said for the ear: times, dates, room codes, abbreviations, numbers."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from charlotte.engine.speaking import speech_words as words
from charlotte.engine.speaking.numbers import cardinal, digits_in_groups, ordinal_day, year
from charlotte.engine.speaking.ordinals import say_ordinals

_TIME = re.compile(r"\b([01]?[0-9]|2[0-4]):([0-5][0-9])\b(?:\s*([ap])\.?m\b\.?)?", re.IGNORECASE)
_TIME_RANGE = re.compile(r"(?<=:[0-9][0-9])\s*[–—-]\s*(?=[0-9]{1,2}:[0-9][0-9])")
_CODE = re.compile(r"\b(?=[A-Za-z]{1,3}[0-9.-]|[0-9]+[A-Z])[A-Z]{0,3}[0-9]*(?:[.-]?[0-9]+|[.-][A-Z]+)*[A-Za-z]?\b")
_DECIMAL = re.compile(r"\b([0-9]+)[.,]([0-9]{1,2})\b")
_YEAR = re.compile(r"\b(?:19|20)[0-9][0-9]\b")
_NUMBER = re.compile(r"[0-9]+")
_TWO_STOPS = re.compile(r"(?<=[ap]\.m)\.\.(?!\.)")
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_STRUCK_THROUGH = re.compile(r"(?:\S\u0336)+")
_UNSPEAKABLE = {"So", "Sk", "Cs", "Cn", "Cf"}
_QUOTES = str.maketrans(dict.fromkeys('«»“”„"*_`', " "))


def spoken_form(text: str, language: str) -> str:
    """Return `text` with nothing left that a voice would stumble over; words themselves stay as they are."""
    said = say_ordinals(_STRUCK_THROUGH.sub(" ", text), language)
    said = "".join(c for c in said if unicodedata.category(c) not in _UNSPEAKABLE or c in words.SYMBOLS["en"])
    said = said.translate(_QUOTES)
    said = _TIME_RANGE.sub(f" {words.RANGE[language]} ", said)
    said = _each(_TIME, said, lambda match: _say_time(match, language))
    said = _say_one_o_clock(said, language)
    said = _each(_date(language), said, lambda match: _say_date(match, language))
    said = _say_abbreviations(said, language)
    said = _each(_CODE, said, lambda match: _say_code(match[0], language))
    said = _each(_DECIMAL, said, lambda match: _say_decimal(match, language))
    said = _each(_YEAR, said, lambda match: year(int(match[0]), language))
    said = _each(_NUMBER, said, lambda match: f" {_say_number(match[0], language)} ")
    said = _say_symbols(said, language)
    said = _TWO_STOPS.sub(".", said)
    said = _SPACES.sub(" ", said)
    return re.sub(r" +([,.;:!?)])|(\() +", r"\1\2", said).strip()


def _each(pattern: re.Pattern[str], text: str, say: Callable[[re.Match[str]], str]) -> str:
    return pattern.sub(say, text)


def _say_time(match: re.Match[str], language: str) -> str:
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return words.TIME[language](hour % 24, minute)


def _say_one_o_clock(text: str, language: str) -> str:
    for written, said in words.ONE_O_CLOCK[language]:
        text = re.sub(written, said, text, flags=re.IGNORECASE)
    return text


@lru_cache
def _date(language: str) -> re.Pattern[str]:
    months = "|".join(words.MONTHS[language])
    if language == "en":
        return re.compile(rf"\b(?P<month>{months}) (?P<day>[0-9]{{1,2}})\b(?!:)")
    ending = {"de": r"\.", "fr": "(?:er)?", "it": "[º°]?", "es": ""}[language]
    link = " de " if language == "es" else " "
    return re.compile(rf"\b(?P<day>[0-9]{{1,2}}){ending}{link}(?P<month>{months})\b", re.IGNORECASE)


def _say_date(match: re.Match[str], language: str) -> str:
    day = ordinal_day(int(match["day"]), language)
    if language == "en":
        return f"{match['month']} {day}"
    link = " de " if language == "es" else " "
    return f"{day}{link}{match['month']}"


def _say_abbreviations(text: str, language: str) -> str:
    for written, said in words.ABBREVIATIONS[language].items():
        text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", said, text)
    return text


def _say_code(code: str, language: str) -> str:
    """Letters one by one, digits in the groups people say, with pauses: `K.4.401` is "K, four, four zero one"."""
    if not any(c.isdigit() for c in code) or not any(c.isalpha() for c in code):
        return code
    said = ""
    for part in re.findall(r"[0-9]+|[A-Za-z]|[.-]", code):
        if part.isdigit():
            said += ", " if said[-1:].isalpha() else " "
            said += digits_in_groups(part, language)
        elif part.isalpha():
            said += f" {part.upper()}"
        elif not said.endswith(","):
            said += ","
    return said.strip(" ,")


def _say_decimal(match: re.Match[str], language: str) -> str:
    return f"{cardinal(int(match[1]), language)} {words.POINT[language]} {digits_in_groups(match[2], language)}"


def _say_number(number: str, language: str) -> str:
    return digits_in_groups(number, language) if len(number) > 6 else cardinal(int(number), language)


def _say_symbols(text: str, language: str) -> str:
    for symbol, said in words.SYMBOLS[language].items():
        text = text.replace(symbol, f" {said} " if said else " ")
    return text
