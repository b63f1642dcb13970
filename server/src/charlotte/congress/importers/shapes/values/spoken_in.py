"""The language that a session says it is held in: "[EN]", "(in English)", "auf Deutsch, mit Übersetzung"."""

import re

from charlotte.congress.importers.wording import language_code

CODES = frozenset(
    "en de fr it es pt nl pl cs sk hu ro bg el sv da fi no hr sl sr ru uk tr ar zh ja ko ca eu gl rm lb et lv lt is ga "
    "cy mt he fa hi".split()
)
"""Languages of which a code of two letters is a badge; other codes are rather countries or offices."""
LONGER_CODES = {"eng": "en", "engl": "en", "ita": "it", "fra": "fr", "deu": "de", "ger": "de", "esp": "es"}
TRADES = frozenset(("it",))
"""Codes that in round brackets behind a title are rather a trade."""
LEAD = re.compile(
    r"(?:(?:vortrag|workshop|talk|session|held|given|conférence|exposé|atelier|intervento|relazione|charla|ponencia|"
    r"présenté\w*|wird)\s+)?(?:in|en|auf|em)\s+(?:(?:lingua|langue|lengua|idioma)\s+)?",
    re.IGNORECASE,
)
DECLINED = re.compile(r"(\w+?)er sprache", re.IGNORECASE)
NEXT = re.compile(r"\s*[,;/|+&(–—-]\s*|\s+(?:and|und|et|e|y|mit|with|con|avec|sans|senza|sin|ohne|without)\s+")
BEHIND = re.compile(r"\s*(?:\[([^\[\]()]{2,60})\]|\(([^\[\]()]{2,80})\))\s*$")
LONGEST = 100


def language_in(text: str) -> str:
    """Return the code of the language that a text says first, where it says nothing but languages; else nothing."""
    said = text.strip().strip("()[]. ")
    if not said or len(said) > LONGEST:
        return ""
    first, *others = (part.strip() for part in NEXT.split(said))
    lead = LEAD.match(first)
    name = DECLINED.sub(r"\1", first[lead.end() :] if lead else first)
    if lead is not None:
        return (language_code(name) or "") if len(name) > 2 else ""
    codes = [_code(part) for part in (name, *others)]
    if all(codes):
        return codes[0]
    return ""


def without_badge(title: str) -> tuple[str, str]:
    """Return a title without the language that stands in brackets behind it, and its code."""
    found = BEHIND.search(title)
    if found is None or not found.start():
        return title, ""
    code = language_in(found[1] or found[2])
    is_trade = found[2] is not None and found[2].strip().casefold() in TRADES
    return (title[: found.start()].strip(), code) if code and not is_trade else (title, "")


def _code(text: str) -> str:
    if text.isupper() and len(text) <= 4:
        code = text.casefold()
        return code if code in CODES else LONGER_CODES.get(code, "")
    return (language_code(text) or "") if len(text) > 2 else ""
