"""Times of day whose small words a recogniser wrote as others: "midi mois vingt", "um halt fünf", "alle 10 eventi"."""

import re
from collections.abc import Mapping, Sequence

_MINUTES = ("cinque", "dieci", "quindici", "venti", "venticinque", "trenta", "trentacinque", "quaranta", "cinquanta")
_DAY = "((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)"
"""That German writes in one word with the part of the day: "Freitagvormittag"."""
_RULES: Mapping[str, Sequence[tuple[str, str]]] = {
    "it": (
        (r"\bhalle (?=\d)", "alle "),
        (rf"\b(d?alle \d{{1,2}}) e(?=(?:{'|'.join(_MINUTES)})\b)", r"\1 e "),
    ),
    "en": (
        (r"\b([1-9]|1[0-2])([0-5]\d) ?([ap])\.?m\b\.?", r"\1:\2 \3m"),
        (r"\b(?:have|heart|huff) past (?=\w)", "half past "),
        (r"\b(quarter|half) pass(?:ed)? (?=\w)", r"\1 past "),
    ),
    "fr": (
        (r"(?<=\d )(?:ors?|aure?s?|eurs?)\b(?=\s*(?:\d|\?|$|et\b|du\b))", "heures"),
        (r"(?<=midi |ures )(?:mois|moi|moin)\b(?= (?:\w+$|\d|le|un|vingt|dix|cinq|quart))", "moins"),
        (r"(?<=\bminuit )(?:mois|moi|moin)\b", "moins"),
    ),
    "de": (
        (rf"\b{_DAY}s?-?(?:morgens?|früh|frueh)\b", r"\1 vormittag"),
        (rf"\b{_DAY}s?-?(vormittag|mittag|nachmittag|abend)s?\b", r"\1 \2"),
        (r"\b4\. ?(nach|vor)\b", r"Viertel \1"),
        (r"\b4tel\b", "Viertel"),
        (r"(?<=\bum )(?:halt|half|hab|halbe[rs]?) (?=\d|\w+\b)", "halb "),
    ),
    "es": (
        (r"(?<=\d )(?:y me día|y medía|imedia|ime día)\b", "y media"),
        (r"(?<=\d )y(?=(?:cuarto|media|diez|veinte|cinco)\b)", "y "),
    ),
}
_COMPILED = {
    language: [(re.compile(pattern, re.IGNORECASE), said) for pattern, said in rules]
    for language, rules in _RULES.items()
}


def with_times(question: str, language: str) -> str:
    """Return the question with the small words of its times as they are said."""
    for pattern, said in _COMPILED.get(language, ()):
        question = pattern.sub(said, question)
    return question
