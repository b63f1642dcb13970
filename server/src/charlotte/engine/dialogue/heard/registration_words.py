"""The words of registrations and check-in in a language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from charlotte.congress.search.letter_names import letters_by_name
from charlotte.engine.dialogue.grammar import LANGUAGES, whole_words

_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Asked:
    """How a language asks for it and tells a code; patterns over folded words, but for those of addresses."""

    check_in: re.Pattern[str]
    look_up: re.Pattern[str]
    not_it: re.Pattern[str]
    code: re.Pattern[str]
    surname: re.Pattern[str]
    frame: re.Pattern[str]
    digits: Mapping[str, str]
    letters: Mapping[str, str]
    """Each letter by what it is called, in one word, nothing doubled."""
    as_in: str
    ats: str
    dots: str

    def is_frame(self, word: str) -> bool:
        """Whether a word only stands around what is told."""
        return self.frame.fullmatch(word) is not None

    def digit(self, word: str) -> str | None:
        """Return the digit that a word says."""
        return self.digits.get(word)


@lru_cache
def asked_in(language: str) -> Asked:
    """Return a language's words."""
    data = _texts()[language]["asked"]
    patterns = {name: whole_words(data[name]) for name in ("check_in", "look_up", "not_it", "code", "surname", "frame")}
    digits = {word: str(value) for value, words in enumerate(data["digits"]) for word in words.split("|")}
    called = {
        _DOUBLED.sub(r"\1", name): letter for name, letter in letters_by_name(language).items() if " " not in name
    }
    return Asked(
        **patterns,
        digits=digits,
        letters={vowel: vowel for vowel in "aeiou"} | called,
        as_in="|".join(data["as_in"]),
        ats="|".join(data["at"]),
        dots="|".join(data["dot"]),
    )


def saying(language: str) -> Mapping[str, str]:
    """Return what is said in a language."""
    said: Mapping[str, str] = _texts()[language]["say"]
    return said


def phrase_that_is(text: str) -> str | None:
    """Return which phrase of any language a text is."""
    told = text.strip()
    for language in LANGUAGES:
        for name, phrase in saying(language).items():
            if told.startswith(phrase):
                return name
    return None


@lru_cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("registration.toml").read_text("utf-8"))
