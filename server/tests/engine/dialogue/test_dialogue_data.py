"""The data of the five languages has the same keys, and nothing in it is broken."""

import string
import tomllib
from importlib import resources

import pytest

from charlotte.engine.dialogue import phrases
from charlotte.engine.dialogue.grammar import LANGUAGES, load

PACKAGE = "charlotte.engine.dialogue"


def _toml(folder: str, language: str) -> dict[str, object]:
    return tomllib.loads(resources.files(f"{PACKAGE}.{folder}").joinpath(f"{language}.toml").read_text("utf-8"))


def _keys(data: dict[str, object]) -> set[str]:
    return {
        f"{name}.{key}" if isinstance(value, dict) else name
        for name, value in data.items()
        for key in (value if isinstance(value, dict) else ("",))
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", ["grammar", "phrases"])
def test_every_language_has_every_key(folder: str, language: str) -> None:
    assert _keys(_toml(folder, language)) == _keys(_toml(folder, "it"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_fills_in_the_same_values(language: str) -> None:
    def fields(text: str) -> set[str]:
        return {name.lower() for _, name, _, _ in string.Formatter().parse(text) if name}

    own, other = phrases.load(language).texts, phrases.load("it").texts
    assert {key: fields(text) for key, text in own.items()} == {key: fields(text) for key, text in other.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_matches_nothing_at_all(language: str) -> None:
    for group, patterns in load(language).groups.items():
        for key, pattern in patterns.items():
            assert not pattern.search(""), f"{language} {group}.{key} matches the empty sentence"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_emergency_names_the_number_and_the_staff(language: str) -> None:
    assert "112" in phrases.load(language)("emergency")
