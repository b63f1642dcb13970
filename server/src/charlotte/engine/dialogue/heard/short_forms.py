"""Words for days and moments as people shorten them: "wann ist heut Schluss?"."""

import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import resources

from charlotte.congress.search.folding import words

Known = Callable[[str], bool]


def written_out(question: str, language: str, known: Known) -> str:
    """Return the question with short forms written out; `known` tells what the congress calls so, which stays."""
    said, forms, written = words(question), _short_forms().get(language, {}), question
    for token, (start, end) in reversed(list(zip(said.tokens, said.places, strict=True))):
        if token in forms and not known(token):
            dot = 1 if question[end : end + 1] == "." and question[end + 1 :].strip() else 0
            written = written[:start] + forms[token] + written[end + dot :]
    return written


@lru_cache
def _short_forms() -> Mapping[str, Mapping[str, str]]:
    source = resources.files("charlotte.engine.dialogue.grammar").joinpath("short_forms.toml").read_text("utf-8")
    return tomllib.loads(source)
