"""Word stems in the five languages, by Snowball."""

import threading
from functools import lru_cache

import snowballstemmer

NAMES = {"it": "italian", "en": "english", "de": "german", "fr": "french", "es": "spanish"}

# The same thing under names that no stemmer joins; folded, each group is one topic.
SAME = (
    frozenset(("ai", "ia", "ki")),
    frozenset(("k8s", "kubernetes")),
    frozenset(("postgres", "postgresql")),
    frozenset(("javascript", "js")),
    frozenset(("typescript", "ts")),
    frozenset(("llm", "llms")),
    frozenset(("coffee", "caffe", "kaffee", "kaffeepause", "cafe")),
    frozenset(("lunch", "pranzo", "mittagessen", "mittagspause", "dejeuner", "almuerzo")),
    frozenset(("registration", "registrazione", "accoglienza", "anmeldung", "accueil", "registro", "checkin")),
    frozenset(("container", "containers", "conteneur", "conteneurs", "contenedor", "contenedores")),
)
_SAME = {word: min(group) for group in SAME for word in group}


STUB = 3
"""Letters of a stem that says too little where as many were cut off."""


class _Stemmers(threading.local):
    """Each thread's own: a stemmer keeps the word it works on in itself."""

    def __init__(self) -> None:
        self.by_language = {language: snowballstemmer.stemmer(name) for language, name in NAMES.items()}


_STEMMERS = _Stemmers()


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word in a language; it keeps enough of it to tell "saluti" from "sale"."""
    found = shortest_stem(word, language)
    is_stub = word not in _SAME and len(found) <= STUB and len(word) - len(found) >= STUB
    return word[:-1] if is_stub else found


@lru_cache(maxsize=100_000)
def shortest_stem(word: str, language: str) -> str:
    """Return the stem as the stemmer has it, under which dictionaries keep a word."""
    return _SAME.get(word) or str(_STEMMERS.by_language[language].stemWord(word))


def stems(word: str) -> frozenset[str]:
    """Return the stems that a folded word has in any of the languages."""
    return frozenset(stem(word, language) for language in NAMES)
