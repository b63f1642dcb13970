"""Which language a passage is in, among those that Charlotte speaks."""

import re
from functools import lru_cache
from pathlib import PurePath

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("it", "en", "fr", "de", "es")
SURE = 0.97
LONG_ENOUGH = 120
"""Characters from which on a passage may be in another language than its document."""


def stated(name: str) -> str | None:
    """Return the language that the name of a file states, as `faq.fr.md` or `info_de.pdf` do."""
    stem = PurePath(name).stem.lower()
    ending = re.search(r"[._-]([a-z]{2})$", stem)
    return ending[1] if ending and ending[1] in LANGUAGES else None


def likeliest(text: str) -> tuple[str, float]:
    """Return the language that a text is most likely in, and how likely that is."""
    language, likelihood = _identifier().classify(text)
    return str(language), float(likelihood)


def language_of(text: str, documents: str) -> str:
    """Return the language of a passage, `documents` being that of the whole: organisers write in two at once."""
    if len(text) < LONG_ENOUGH:
        return documents
    language, likelihood = likeliest(text)
    return language if likelihood >= SURE else documents


@lru_cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
