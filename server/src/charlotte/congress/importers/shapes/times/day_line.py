"""A line that stands above rows and names their one day: "IX ENCUENTRO – VIERNES 16 DE ABRIL DE 2027"."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import cache

from charlotte.congress.importers.shapes.times.calendar_words import pattern_of, weekdays
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.congress.search.folding import fold

LONGEST_REST = 20
"""Letters beside a day that a column of days may have; more of them are another subject."""
PIECES = re.compile(r"\s*(?:[|·•:;()\[\]]|\s[-–—]\s|,\s(?!\d{4}\b))\s*")
_AND = r"(?:,|-|–|/|\+|&|und|and|et|e|y|to|al|au|bis|a|ai|hasta)"
SEVERAL = rf"\b\d{{1,2}}\.?(?:st|nd|rd|th|er)?\s*{_AND}\s*\d{{1,2}}\.?(?:st|nd|rd|th)?\s+(?:de |di |of )?(?:MONTH)\b"
STAMPS = (
    "stand|version|versione|fassung|rev|revision|revisione|ausgabe|edition|edizione|release|updated?|last updated?|"
    "last (?:modified|change|edited)|modified|as of|aggiornat[oaie]|aggiornamento|agg|ultimo aggiornamento|"
    "ultima modifica|modificato|aktualisiert|aktualisierung|letzte anderung|geandert|gedruckt|erstellt|mise a jour|maj|"
    "mis a jour|derniere modification|actualise|actualizado|actualizada|actualizacion|ultima modificacion|printed|"
    "stampato|imprime|impreso|exported|esportato|exporte|exportado|exportiert|generated|generato|genere|generado|"
    "created|creato|cree|creado|sostituisce|replaces|supersedes|ersetzt|remplace|sustituye(?: a)?|reemplaza(?: a)?"
)
"""What stands before the date of the paper itself, folded."""


def without_stamp(text: str) -> str:
    """Return a text without the date on which it was written: "Stand: 2.11.2026", "aggiornato al 3 maggio, 14:00"."""
    said = fold(text)
    stamps = list(_stamp().finditer(said))
    if stamps and len(said) != len(text):
        text = said
    for found in reversed(stamps):
        text = f"{text[: found.start()]} {text[found.end() :]}".strip(" -–—|·,;(")
    return text


@cache
def _stamp() -> re.Pattern[str]:
    month = rf"(?:{pattern_of('month')})\b\.?"
    day = (
        r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})?(?!\d)|\d{1,2}/\d{1,2}(?!\d)|"
        rf"\d{{1,2}}(?:st|nd|rd|th|er|deg|o|\.)?\s*(?:de |of )?{month}(?:,?\s*(?:de |del )?\d{{4}})?|"
        rf"{month}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s*\d{{4}})?)"
    )
    clock = r"(?:[\s,t]*(?:um |ore |alle |at |a las |a |h )?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*(?:uhr|h)\b)?)?"
    return re.compile(rf"\b(?:{STAMPS})\b\W*(?:[\w.]+\W+){{0,3}}?{day}{clock}\)?")


def is_day(text: str) -> bool:
    """Return whether a text is nothing but a day."""
    when = read_when(without_stamp(text))
    return when.has_day and not when.has_clock and len(when.rest) <= LONGEST_REST


def day_in(line: str) -> str:
    """Return the part of a line that names its one day; nothing where it names none, several, or a time."""
    line = without_stamp(line)
    if not line or _names_several(line):
        return ""
    when = read_when(line)
    if is_day(line):
        return line
    if when.has_clock and not when.has_day:
        return ""
    pieces = [piece for piece in PIECES.split(line) if piece and is_day(piece)]
    if pieces:
        return pieces[-1]
    return when.on.isoformat() if when.on is not None and not when.has_clock else ""


def day_above(lines: Iterable[str], days: Collection[date] = ()) -> str:
    """Return the day that lines above rows name: one of the event's days, of the weekday that is named, with a date.

    `days` are the event's, as far as they are known. Of several that are as good, the last counts.
    """
    found = [(day, read_when(day)) for line in lines if (day := day_in(line))]
    named = {when.weekday for _, when in found if when.weekday is not None}

    def suits(said: tuple[str, When]) -> tuple[bool, int, bool]:
        when = said[1]
        dates = _dates(when, said[0], days)
        held = bool(dates & {*days}) or not dates and when.weekday in {day.weekday() for day in days}
        weekdays_of = {on.weekday() for on in dates}
        agrees = 0 if not named or not dates else 1 if weekdays_of & named else -1
        return held, agrees, _is_dated(when)

    return max(reversed(found), key=suits, default=("", None))[0]


def _dates(when: When, said: str, days: Collection[date]) -> set[date]:
    """Return the dates that a text may name, the month or the day first."""
    whens = (when, read_when(said, "mdy"))
    found = {one.on for one in whens if one.on is not None}
    return found | {
        day for day in days for one in whens if one.month_day is not None and one.month_day == (day.month, day.day)
    }


def _is_dated(when: When) -> bool:
    return when.on is not None or when.month_day is not None


def _names_several(line: str) -> bool:
    said = fold(line).replace("–", "-")
    if re.search(SEVERAL.replace("MONTH", pattern_of("month")), said):
        return True
    named = {weekdays()[found] for found in re.findall(rf"\b({pattern_of('weekday')})\b", said)}
    return len(named) > 1
