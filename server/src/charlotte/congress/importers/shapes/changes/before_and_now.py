"""What a sentence about a change says holds now, and what it says held before: "passa da Sala Nord a Sala Sud"."""

import re
from collections.abc import Callable, Set

from charlotte.congress.importers.moving import BEFORE, PLANNED

INSTEAD = re.compile(
    r"\s*[,;(\[–—-]?\s*(?<!\w)(?:(?:an)?statt|anstelle von|instead of|rather than|anziché|"
    r"invece (?:di|che|della|del)|au lieu d[eu]|"
    r"à la place d[eu]|en (?:lugar|vez) de|(?:und|e|et|and|y) (?:nicht|non|pas|not|no)|"
    r"(?:non più|no longer|nicht mehr|ya no)(?=\s+(?:in|im|am|at|auf|nel\w*|en)\b))"
    r"(?:, [^,]{3,60},)?\s+(?:in |am |im |en |the |la |der |l[’'])?",
    re.IGNORECASE,
)
SHIFTS = re.compile(
    r"(?<!\w)(?:pas(?:s?a|se)|se (?:pasa|traslada|adelanta|retrasa|mueve|cambia)|si sposta|"
    r"(?:viene|vengono|è|sono) (?:stat[oaie] )?(?:spostat|anticipat|posticipat|rinviat)[oaie]|"
    r"(?:est|a été) (?:déplacée?|avancée?|reportée?|décalée?)|"
    r"wechselt|zieht|(?:wird|wurde|ist)(?: \w+)?(?: verschoben| verlegt| vorverlegt| vorgezogen)?|"
    r"moves?|shifts?|(?:has been |was |is )?(?:moved|postponed|brought forward|delayed|shifted)|changes?)"
    r"\s+(?:de(?: l[ao]s?|l)?|d[eu]s?|da(?:l(?:la|le|l[’'])?|i|gli)?|vom|von(?: de[mnr])?|from)(?:\s+|(?<=[’']))",
    re.IGNORECASE,
)
"""What leads to the time or the place before, and is followed by the one that holds now."""
NOT_BUT = re.compile(
    r"(?<!\w)(?:no|nicht|non|ne|n[’']|pas|not|nicht mehr|ya no|non più|plus|no longer)(?!\w)\s*"
    r"(?P<before>[^.;]{3,90}?),?\s+(?:sino(?: que)?|sondern|ma|bensì|mais|but)(?!\w)\s*(?P<now>.+)",
    re.IGNORECASE,
)
"""`no será en el Salón sino en el Claustro`, `nicht um 9, sondern um 10 Uhr`"""
TURNS = re.compile(
    r"[;)\]]|,\s|\s(?:to|into|nach|in (?:den|die|das)|auf(?: de[nm]| die| das)?|zum?|um|verso|vers|"
    r"now|ora|jetzt|ahora|maintenant|"
    r"aux?|à(?: la| l[’'])?|al(?:la|le|l[’'])?|a(?: las?| los)?|en(?: la| el)?|nell[ao’']|nel|in)(?:\s|(?<=[’']))",
    re.IGNORECASE,
)
"""What may lead back to what holds now."""
ANNOUNCED = re.compile(
    r"announced|scheduled|planned|due|listed|previst|programma|annunciat|calendario|pr[ée]vu|annonc|anuncia"
)
"""Words for what was made known before, all of which no longer holds."""
ENDS = re.compile(
    r"[;)\]]|,\s|\s(?:to|into|nach|in den|in die|verso|vers|now|ora|jetzt|ahora|maintenant|(?:a|à)(?! las?\b|\s*\d)|al|"
    r"alla)\s"
)
"""What surely does."""


def before_and_now(text: str, facts_in: Callable[[str], Set[str]]) -> tuple[str, str]:
    """Return what holds now and what held before.

    `facts_in` names the kinds of facts that a text tells: where both sides of a turn tell the same, it is that one.
    """
    shifts = SHIFTS.search(text)
    if (turned := NOT_BUT.search(text)) is not None and facts_in(turned["before"]):
        return f"{text[: turned.start()]} {turned['now']}", turned["before"]
    found = INSTEAD.search(text) or BEFORE.search(text) or shifts
    if found is None:
        return text, ""
    ahead, behind = text[: found.start()], text[found.end() :]
    if PLANNED.search(behind):  # "war für Donnerstag, 13.45 Uhr, Saal 2 angekündigt"
        return ahead, behind
    turns = [(behind[: one.start()], behind[one.end() :]) for one in TURNS.finditer(behind)]
    balanced = next((one for one in turns if facts_in(one[0]) and facts_in(one[0]) <= facts_in(one[1])), None)
    is_all = ANNOUNCED.search(found[0]) is not None  # "was announced for Thursday, 13:45, Hall 2"
    commas = (
        one for one in ENDS.finditer(behind) if one[0][0] != "," or not is_all and facts_in(behind[: one.start()])
    )
    ends = next(commas, None)
    before, after = balanced or ((behind[: ends.start()], behind[ends.end() :]) if ends else (behind, ""))
    return f"{ahead} {after}", before
