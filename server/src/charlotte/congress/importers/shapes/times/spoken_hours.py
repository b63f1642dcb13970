"""Hours that are written in words or without their colon, put into figures: "noon", "midi", "9 Uhr 30", "0900-1000"."""

import re

NOON = re.compile(
    r"(?<![\w-])(?:12(?:[:.h]00)? )?(?:noon|midday|midi|mezzogiorno|mediodia|mittags|12 uhr mittags)"
    r"(?:\s(?P<half>et demie?|e mezz[ao]))?(?![\w-])"
)
MIDNIGHT = re.compile(r"(?<![\w-])(?:midnight|minuit|mezzanotte|medianoche|mitternacht)(?![\w-])")
HOUR_THEN_MINUTES = re.compile(r"(?<![\d/])(\d{1,2})\s?(?:uhr|heures?|ore(?=\se\s))\s(?:e\s)?(\d{2})(?!\d|\s?uhr|[.:])")
"""Behind a number, "ore" is no unit: "ven 5 ore 10" is ten o'clock on the fifth."""
MILITARY_RANGE = re.compile(r"([01]\d|2[0-3])([0-5]\d)\s?-\s?([01]\d|2[0-4])([0-5]\d)(?:\s?h)?")


def in_figures_of(said: str, military: bool = False) -> str:
    """Return a folded text with its hours in figures; four digits are hours only where a column says so."""
    if military and (found := MILITARY_RANGE.fullmatch(said)):
        return f"{found[1]}:{found[2]}-{found[3]}:{found[4]}"
    told = NOON.sub(lambda found: "12:30" if found["half"] else "12:00", said)
    return HOUR_THEN_MINUTES.sub(r"\1:\2", MIDNIGHT.sub("0:00", told))
