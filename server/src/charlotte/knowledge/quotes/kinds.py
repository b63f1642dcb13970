"""What kind of fact a question asks for and a sentence holds, and of whom: pure, over words of five languages."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from charlotte.congress.search.folding import words
from charlotte.knowledge.answer_kinds import days_of, holds

_NAMED = re.compile(r"[a-zà-ÿ,:(] (?:[A-ZÀ-Ý][\wà-ÿ'-]+ [A-ZÀ-Ý][\wà-ÿ'-]+)")
_COUNT = re.compile(r"\d")
_NO_COUNT = re.compile(
    r"[€£$] ?\d[\d.,]*|\d[\d.,]* ?(?:[€£$]|(?:eur|euros?|chf|franken|cents?)\b)|\b\d{1,2}[:.]\d\d\b"
    r"|\b\w*[a-z]+\d+\w*\b",
    re.IGNORECASE,
)
"""Amounts, times and codes: no count of anything."""
_ADDRESS = re.compile(r"(?<=[,(] )(?:[\w'.-]+ ){0,5}([A-ZÀ-Ý][\w'.-]{2,}) \d{1,4}[a-z]?(?=[.,;)]|$)")
"""A street with its number."""
_HOUR = r"\d{1,2}(?:[:.h]\d\d| ?h(?: ?\d\d)?)? ?(?:Uhr|h|am|pm)?"
_UNTIL = r"(?:le |las |les )?\d{1,2}(?:[:.h]\d\d| ?h\b| ?Uhr| ?[ap]\.?m)?(?!\d)"
_RANGE = re.compile(
    rf"{_HOUR} ?(?:[-–—]|to|alle|a|à|al|bis) ?{_UNTIL}"
    rf"|\b(?:between|zwischen|entre|tra|fra) (?:le |las |les )?{_HOUR} ?(?:and|und|et|e|y) ?{_UNTIL}",
    re.IGNORECASE,
)
"""From when to when; "at 7 and 8" is none."""
_PHONE = re.compile(r"\d[\d /-]{5,}\d")


@lru_cache(maxsize=2_000)
def asked(question: str) -> frozenset[str]:
    """Return the kinds of facts that a question asks for: of a price an amount, unless it asks what is in it."""
    kinds = _found("asks", _folded(question))
    return kinds | {"amount"} if "price" in kinds and "included" not in kinds else kinds


@lru_cache(maxsize=20_000)
def held(sentence: str) -> frozenset[str]:
    """Return the kinds of facts that a sentence holds."""
    kinds = set(_found("holds", _folded(sentence)))
    kinds |= {kind for kind in ("price", "amount", "time", "clock", "number") if holds(kind, sentence)}
    if "number_word" in kinds or _COUNT.search(_NO_COUNT.sub(" ", sentence)):
        kinds.add("count")
    if _NAMED.search(sentence):
        kinds.add("name")
    street = _ADDRESS.search(sentence)
    if street is not None and not days_of(_folded(street[1])):
        kinds.add("place")
    if _RANGE.search(sentence):
        kinds.add("end")
    if _PHONE.search(sentence):
        kinds.add("phone")
    return frozenset(kinds)


@lru_cache(maxsize=20_000)
def groups(text: str) -> frozenset[str]:
    """Return the groups of people that a text speaks of."""
    return _found("groups", _folded(text))


def _folded(text: str) -> str:
    return words(text).text


def _found(section: str, folded: str) -> frozenset[str]:
    return frozenset(kind for kind, pattern in _patterns()[section].items() if pattern.search(folded))


@lru_cache
def _patterns() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    lists = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))
    return {
        section: {
            kind: re.compile(rf"(?<![a-z0-9])(?:{'|'.join(entries)})(?![a-z0-9])") for kind, entries in kinds.items()
        }
        for section, kinds in lists.items()
    }
