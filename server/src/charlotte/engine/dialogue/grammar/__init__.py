"""What people say in each language, as data: one TOML file a language, all with the same keys."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

_PLAIN = re.compile(r"[a-z ]+")
LANGUAGES = ("it", "en", "fr", "de", "es")


@dataclass(frozen=True)
class Grammar:
    """One language's patterns, over folded words."""

    language: str
    hints: frozenset[str]
    words: frozenset[str]
    """Every word of those entries that are plain words."""
    groups: Mapping[str, Mapping[str, re.Pattern[str]]]
    months: tuple[str, ...]
    clock: Mapping[str, tuple[re.Pattern[str], ...]]
    dates: tuple[re.Pattern[str], ...]

    def search(self, group: str, key: str, text: str) -> re.Match[str] | None:
        """Return where `text` says something of this kind."""
        return self.groups[group][key].search(text)

    def says(self, group: str, key: str, text: str) -> bool:
        """Whether `text` says something of this kind."""
        return self.search(group, key, text) is not None

    def is_all(self, group: str, key: str, text: str) -> bool:
        """Whether the whole of `text` is of this kind."""
        return self.groups[group][key].fullmatch(text) is not None

    def said(self, group: str, text: str) -> Iterator[str]:
        """Yield every kind of a group that `text` says."""
        return (key for key in self.groups[group] if self.says(group, key, text))


@lru_cache
def load(language: str) -> Grammar:
    """Read the grammar of a language."""
    source = resources.files(__package__).joinpath(f"{language}.toml").read_text("utf-8")
    data: dict[str, Any] = tomllib.loads(source)
    groups = {
        name: {key: whole_words(entries) for key, entries in group.items() if _is_patterns(name, key)}
        for name, group in data.items()
        if isinstance(group, dict)
    }
    months = tuple(data["days"]["months"])
    return Grammar(
        language=language,
        hints=frozenset(data["hints"]),
        words=frozenset(_plain_words(data)),
        groups=groups,
        months=months,
        clock=_clock(data["clock"]),
        dates=tuple(whole_words([entry.replace("{months}", "|".join(months))]) for entry in data["days"]["dates"]),
    )


def grammar_for(language: str) -> Grammar:
    """Return the grammar of a language, English where there is none."""
    return load(language if language in LANGUAGES else "en")


def _plain_words(data: Mapping[str, Any]) -> Iterator[str]:
    yield from data["hints"]
    for name, group in data.items():
        if not isinstance(group, dict) or name in (
            "want",
            "two",
            "anchor",
            "told",
            "bare_time",
            "company",
            "danger",
            "untold",
        ):  # words that stand in any sentence name nothing
            continue
        for entries in group.values():
            for entry in entries if isinstance(entries, list) else ():
                if _PLAIN.fullmatch(entry):
                    yield from entry.split()


def whole_words(entries: list[str]) -> re.Pattern[str]:
    """Compile alternatives, the longest first, so that they match whole words only."""
    ordered = sorted(entries, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(ordered)})(?!\S)")


def _is_patterns(group: str, key: str) -> bool:
    return group != "clock" and (group, key) not in {("days", "months"), ("days", "dates")}


def _clock(data: Mapping[str, Any]) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    lead, after = data["lead"], rf"(?: ?(?P<am>{data['am']})| ?(?P<pm>{data['pm']}))?"
    return {
        "from_now": tuple(whole_words([entry]) for entry in data["from_now"]),
        "exact": tuple(whole_words([f"(?:{lead} )?(?:{entry}){after}"]) for entry in data["exact"]),
        "led": tuple(whole_words([f"{lead} (?:{entry}){after}"]) for entry in data["led"]),
        "noon": (whole_words([f"(?:{lead} )?(?:{'|'.join(data['noon'])})"]),),
        "midnight": (whole_words([f"(?:{lead} )?(?:{'|'.join(data['midnight'])})"]),),
    }
