"""What Charlotte says in each language, as data: one TOML file a language, all with the same keys."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True)
class Phrases:
    """One language's texts; `{names}` in them are filled in when said."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its values filled in."""
        return self.texts[key].format_map({name: str(value) for name, value in values.items()})


@lru_cache
def load(language: str) -> Phrases:
    """Read the texts of a language."""
    source = resources.files(__package__).joinpath(f"{language}.toml").read_text("utf-8")
    return Phrases(language, tomllib.loads(source))
