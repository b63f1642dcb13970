"""What programmes call their sessions, with the number that tells one from others: `II SESSIONE`, `Workshop A`."""

import re

from charlotte.congress.importers.shapes.values.kind_lines import ALL_KINDS
from charlotte.congress.importers.wording import KEYNOTES

BETWEEN = re.compile(r"\s+[–—|·•-]\s+|\s*[|·•]\s*")
BRACKET = re.compile(r"\s*\(([^()]{2,120})\)\s*$")
LABELS = (
    "session sessione sesión sesion sitzung séance seance sezione sektion section block bloque blocco bloc teil parte "
    "lettura lezione lecture lectio conferenza conferencia conférence comunicazion comunicaci communication "
    "mitteilung kurzvortr festvortrag hauptvortrag eröffnungsvortrag vortrag relazion ponencia simposi symposi "
    "satellit corso kurs course cours curso seminar master incontro meeting treffen rencontre encuentro debat debatte "
    "poster posters table tisch tavola mesa round runder forum foro controvers pro kontra precongress vorkongress meet "
    "werkstatt praktikum übung esercitazion exercise ejercicio ouvertur inaugural opening closing"
).split()
KINDS = tuple({*ALL_KINDS, *LABELS})
NUMBER = re.compile(r"(?:[IVX]{1,5}|\d{1,2}|[A-Z]|[A-Z]?\d{1,2}[A-Za-z]?)[ªº°ᵃ.]*(?:\s*/.*)?", re.UNICODE)
MOST_WORDS = 6


def is_label(text: str) -> bool:
    """Return whether a text is only what kind of session comes and which of them: `II SESSIONE`, `Workshop A`."""
    bare = BRACKET.sub("", text).strip(" :.")
    words = [word.strip(".:,") for word in bare.split()]
    if not words or len(words) > MOST_WORDS or text.endswith(("?", "!")) or BETWEEN.search(bare):
        return False
    if KEYNOTES.match(bare) and ":" not in bare and len(words) < MOST_WORDS - 1:
        return True
    named = [word for word in words if word.casefold().startswith(KINDS)]
    others = [word for word in words if word not in named and not NUMBER.fullmatch(word)]
    return bool(named) and (not others or text.isupper() and len(others) <= len(named))
