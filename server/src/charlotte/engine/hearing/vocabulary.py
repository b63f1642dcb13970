"""The words to expect, in a sentence that Whisper believes it heard just before."""

import re
from collections.abc import Callable

MOST_TOKENS = 160
"""Whisper's own limit is 224, shared with what it may write."""
SENTENCES = {
    "en": (" The programme lists", ". When does the next talk start, and where is it?"),
    "it": (" Nel programma ci sono", ". Quando comincia il prossimo intervento, e dove si tiene?"),
    "fr": (" Au programme il y a", ". Quand commence la prochaine conférence, et où a-t-elle lieu ?"),
    "de": (" Im Programm stehen", ". Wann beginnt der nächste Vortrag, und wo ist er?"),
    "es": (" En el programa están", ". ¿Cuándo empieza la próxima charla, y dónde es?"),
}
"""Before and after the words. A bare list makes Whisper write lists, names and foreign spellings for what is none of
these; after a question of the same language it writes a question."""
_BREAK = re.compile(r"\s*[,;\n]\s*")


def prompt_tokens(vocabulary: str, language: str, tokens: Callable[[str], list[int]]) -> list[int]:
    """Return the tokens of a sentence with as many of the first entries (separated by commas or lines) as fit."""
    begin, end = (tokens(part) for part in SENTENCES.get(language, ("", ".")))
    kept: list[int] = []
    for index, entry in enumerate(filter(None, _BREAK.split(vocabulary.strip()))):
        more = tokens(f" {entry}" if index == 0 else f", {entry}")
        if len(kept) + len(more) > MOST_TOKENS:
            break
        kept += more
    return [*begin, *kept, *end] if kept else []


def one_entry(name: str) -> str:
    """Return a name as one entry of a vocabulary."""
    return _BREAK.sub(" ", name)
