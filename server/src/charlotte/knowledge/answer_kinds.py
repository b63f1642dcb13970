"""What kind of fact an answer is: an amount, a time, a number; a sentence holds it or does not. Pure."""

import re
from collections.abc import Iterable

from charlotte.knowledge.concepts import named

_MONTHS = (
    "jan gen feb fév fev mär mar mrz märz avr apr abr mai mag may jun giu juin jul lug juil aug ago août aout ao"
    " sep set oct ott okt nov dec dic déc dez"
)
_AGES = (
    r"days?|weeks?|months?|hours?|minutes?|min|giorn[oi]|settiman[ae]|mes[ei]|or[ae]|minut[oi]|jours?|semaines?|mois"
    r"|heures?|tagen?|wochen?|monaten?|stunden?|minuten|días?|semanas?|meses|horas?|minutos"
)
_CLOCK = (
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:h|uhr|am|pm|a\.m\.|p\.m\.)(?!\w)"
    r"|\b(?:noon|midnight|mezzogiorno|mezzanotte|midi|minuit|mittags?|mitternacht|mediodía|medianoche)\b"
    r"|\b(?:[ad]?alle(?: ore)?|ore|a las|desde las|hasta las|um) \d{1,2}\b(?! ?[€%]| euro)"
)
_HOLDING = {
    "price": re.compile(
        r"[€$£]|\b(?:eur|euros?|chf|gbp|usd|pounds?|sterlin[ae]|livres?|libras?|pfund|franken|franchi|francs?|free|gratis"
        r"|gratuit\w*|kosten(?:los|frei)|umsonst|inclus\w*|included|compres[oaie]|comprise?s?|inbegriffen|enthalten"
        r"|incluid[oa]s?|offert[oaie]?s?)\b",
        re.IGNORECASE,
    ),
    "time": re.compile(
        rf"{_CLOCK}|\d{{4}}-\d\d"
        rf"|\b\d{{1,2}}(?:\.|er|º|°|st|nd|rd|th)?(?: de| of)? (?:{'|'.join(_MONTHS.split())})\w*"
        rf"|\b(?:{'|'.join(_MONTHS.split())})\w* \d{{1,2}}\b|\b(?:{_AGES})\b"
        r"|\b(?:ganztägig|all day)\b",
        re.IGNORECASE,
    ),
    "number": re.compile(r"\d"),
    "clock": re.compile(_CLOCK, re.IGNORECASE),
    "amount": re.compile(
        r"(?:[€£$]|\b(?:eur|chf)) ?\d"
        r"|\d[\d.,]* ?(?:[€£$]|(?:eur|euros?|chf|franken|franchi|francs?|cents?|pounds?|pence)\b)"
        r"|\b(?:free|gratis|gratuit\w*|kosten(?:los|frei)\w*|umsonst|nothing|costs? nothing)\b",
        re.IGNORECASE,
    ),
}
"""A clock is a time of day, what a date is not; an amount is money, or that none is taken, what "included" is not."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OF_KIND = {
    "price": frozenset(("price", "free")),
    "time": frozenset(("opening_hours", "dates", "number_of_days", "departure")),
}
"""Concepts that a sentence speaks of by holding such a fact: "1 euro each" is a price."""


def holds(kind: str, sentence: str) -> bool:
    """Return whether a sentence holds a fact of a kind."""
    return _HOLDING[kind].search(sentence) is not None


def held(kinds: Iterable[str], sentence: str) -> frozenset[str]:
    """Return those of several kinds that a sentence holds a fact of."""
    return frozenset(kind for kind in kinds if holds(kind, sentence))


def days_of(folded: str) -> frozenset[str]:
    """Return the weekdays that a folded text names."""
    return frozenset(day for day in WEEKDAYS if named(day).phrase.search(folded))
