"""Where a question may be cut in two: "when is the talk on tides, and do I have to register?"."""

import re
from collections.abc import Iterator
from functools import cache

_ASKS = (
    r"who|whose|what|what's|when|where|which|how|why"
    r"|wer|wem|wen|was|wann|wo|wohin|woher|wie|warum|welche\w*"
    r"|qui|que|qu['’]est|quoi|quand|où|ou|quel\w*|combien|comment|pourquoi"
    r"|chi|che|cosa|quando|dove|dov['’]|qual\w*|quant\w*|come|perché"
    r"|quién\w*|quien\w*|qué|cuándo|cuando|dónde|donde|cuál\w*|cual\w*|cuánt\w*|cuant\w*|cómo|como"
)
_LEADS = r"at|in|for|from|until|till|by|to|a|à|en|de|da|di|per|con|um|mit|für|bis|ab|jusqu['’]à|hasta|desde|para|fino a"
_MAY_BE = (
    # "do I have to", "is there", "can one": what asks by its verb alone
    r"(?:do|does|did|can|could|may|must|should|will|would|shall|am|are|is|was|has|have)\s+"
    r"(?:i|we|you|one|it|there|they|he|she|that|this|anyone|somebody|someone|any|the|my|lunch|coffee|tea|food|dinner)"
    r"|est[- ]ce|c['’]est|ça|ca|cela|y[- ]a|y['’]a|il\s+y\s+a|(?:il\s+)?faut|on\s+(?:peut|doit)|je\s+(?:peux|dois)"
    r"|\w+-(?:t-)?(?:il|elle|on|ils|elles|je|nous|vous|tu)"
    r"|hay|hace\s+falta|haría\s+falta|(?:se\s+)?puede\w*|puedo|podemos|podría\w*|tengo|tenemos|hay\s+que|es|está|están|son"
    r"|necesito|necesitamos|debo|sirven|dan|cuesta|queda\w*|llego"
    r"|c['’]è|ci\s+sono|si\s+(?:può|deve|paga|mangia|entra)|posso|possiamo|bisogna|serve|servono|occorre|devo|dobbiamo|è|sono"
    r"|costa|ce\s+n['’]è"
    r"|gibt|gibt['’]s|kann|können|muss|müssen|darf|dürfen|ist|sind|brauch\w*|soll|sollte|kostet|bekomm\w*|krieg\w*|hat|haben"
)
_OPENS = rf"(?:(?:{_LEADS})\s+)?(?:{_ASKS})(?!\w)|(?:{_MAY_BE})(?!\w)"
_AND = {"en": "and", "de": "und", "fr": "et", "it": "e|ed", "es": "y|e"}
_THEN = r"(?:\s+(?:also|then|auch|dann|aussi|puis|anche|poi|también|luego|después|sinon))?"


@cache
def _cuts(language: str) -> re.Pattern[str]:
    """Return where a question of a language may be cut: at a mark, or at an "and", where what follows may ask."""
    also = rf"(?:{_AND[language]}){_THEN}"
    return re.compile(
        rf"\?\s+(?:¿\s*)?(?=\w)|\s*[,;]\s+(?:{also}\s+)?[¿]?(?={_OPENS})|\s+{also}\s+[¿]?(?={_OPENS})", re.IGNORECASE
    )


_BEGINS = re.compile(
    rf"\W*(?:\w+[,!]\s+)?\W*(?!(?:when|quando|quand|cuando)\b)(?:(?:{_LEADS})\s+)?(?:{_ASKS})(?!\w)", re.IGNORECASE
)
"""How a half begins that asks; "when this is over, …" does not."""
SHORTEST = 2
"""Words of a half."""
MOST = 3
"""Places that are tried."""


def cuts_of(said: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the halves at each place where a question may be cut, the first place first.

    What is told before a question is no half of it: "I use a wheelchair, can I …?".
    """
    for cut in list(_cuts(language).finditer(said))[:MOST]:
        first, second, mark = said[: cut.start()].strip(), said[cut.end() :].strip(), cut[0].strip()
        if min(len(first.split()), len(second.split())) < SHORTEST:
            continue
        is_told = mark.startswith("?") and not second.endswith("?")
        is_aside = mark.rstrip("¿ ") in (",", ";") and (len(second.split()) <= SHORTEST or not _BEGINS.match(first))
        if is_told or is_aside:
            continue
        yield f"{first.rstrip(' ?')}?", f"¿{second}" if "¿" in first + mark else second
