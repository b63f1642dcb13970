"""Words by which questions and documents are judged, read once."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any


@lru_cache
def pattern(group: str, key: str) -> re.Pattern[str]:
    """Return what finds any of a list, as whole words of folded text."""
    joined = "|".join(_lists()[group][key])
    return re.compile(rf"(?<![a-z0-9])(?:{joined})(?![a-z0-9])")


@lru_cache
def listed(group: str, key: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(" ".join(_lists()[group][key]).split())


def kinds(group: str) -> tuple[str, ...]:
    """Return the names of a group's lists."""
    return tuple(_lists()[group])


@lru_cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("wording.toml").read_text("utf-8"))
