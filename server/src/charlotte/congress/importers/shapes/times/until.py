"""Times of which only the end is told: "bis 14 Uhr", "jusqu'à 12 h 30", "(Ann Orr, until 5 pm)"."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from charlotte.congress.importers.shapes.times.when import read_when

NAMED = (
    r"12\s?(?:noon|midday|uhr mittags)|noon|midday|midnight|midi(?: et demie?)?|minuit|mezzogiorno(?: e mezz[ao])?|"
    r"mezzanotte|mediodía|medianoche|mittags|mitternacht"
)
OF_HOURS = r"(?:uhr|h|hs|hrs|heures?|horas?|ore|o[’']clock)(?!\w)"
UNIT = rf"[ap]\.?\s?m\b\.?|{OF_HOURS}"
CLOCK = rf"(?:\d{{1,2}}(?:\s?[:.h]\s?\d{{2}}(?:\s?(?:{UNIT}))?|\s?(?:{UNIT}))|{NAMED})"
"""An hour with its minutes or its unit, or in words, so that it is nothing else."""
BARE = r"\d{1,2}"
ABOUT = (
    r"(?:(?:about|around|approx\.?|roughly|latest|c\.|ca\.?|circa|etwa|gegen|ungefähr|spätestens|um|vers|environ|hacia|"
    r"aprox\.?|verso|sobre|prevista|prévue|previsto|at|alle|a|à|las?|le|ore|:)\s+)*"
)
SURE = rf"(?:\b(?:until|till|[’']til|(?:fino|sino) alle|hasta las?)\s+{ABOUT}|\b(?:fino|sino) all[’'])"
"""What stands before hours only."""
WORDS = (
    r"\b(?:bis|fino ad?|hasta|jusqu[’'`]?\s?(?:à|au?)|jusque|(?:it |si |se )?(?:ends?|ending|finish|finishes|finishing|"
    rf"ende|endet|endend|fin|fine|finisce|termina|termine)\b:?)\s*{ABOUT}"
)
JOINED = r"(?:(?:\be|y|et|und|and)\s+)?"
NO_HOUR = r"(?![\w%€]|[.:]\d)"
ALONE = r"(?=\s*(?:$|[^\w\s]))"
HOUR = rf"(?:(?<=at\s)|(?<=um\s)|(?<=ore\s)|(?<=las\s)|(?<=alle\s)){BARE}{ALONE}"
SURELY = rf"{JOINED}(?:{SURE}(?:{CLOCK}|{BARE}{ALONE})|{WORDS}(?:{CLOCK}|{HOUR})){NO_HOUR}"
"""An end that can be nothing else: "bis 12" may be how old somebody is."""
UNTIL = re.compile(rf"{JOINED}(?:{SURE}|{WORDS})(?P<at>{CLOCK}|{BARE}){NO_HOUR}", re.IGNORECASE)
LASTS = r"(?:(?:dauer|dauert|durata|durée|duraci[óo]n|dura|dure|lasts|runs|goes on)\s*:?\s+)?"
SIGNS = r"(?<![\s,;–—-])[\s,;–—-]*"
IN_LINE = re.compile(rf"{SIGNS}(?<![(\[])(?<!\d\s)(?<!\d\sUhr\s)(?<!\dh\s)(?<!\d\sh\s)(?P<end>{SURELY})", re.IGNORECASE)
APART = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"{SIGNS}[(\[]\s*{LASTS}(?P<end>{SURELY})\s*[)\]]",
        rf"{SIGNS}[(\[]\s*(?:[–—→-]|to\s)\s*(?P<end>{CLOCK})\s*[)\]]",
        rf"(?<=[^\s(\[])\s*[,;–—-]\s*{LASTS}(?P<end>{SURELY})(?=\s*[)\]]|\s*$|\s+[–—-]\s)",
        rf"^\s*{LASTS}(?P<end>{SURELY})\s*$",
    )
)
"""How an end stands apart from what it is the end of: in brackets, last in those of a name, or behind a comma."""
LAST = re.compile(rf"(?P<at>{CLOCK}|{BARE})$", re.IGNORECASE)
UNITED = re.compile(rf"\s*{OF_HOURS}$", re.IGNORECASE)
EVENING, MORNING = time(17), time(8)
LONGEST = timedelta(hours=8)
NOON = 12


def only_end(text: str) -> str:
    """Return the time until which something takes that is told by nothing else; nothing where more is told."""
    found = UNTIL.fullmatch(text.strip().strip("()[]–—- ."))
    return found["at"] if found else ""


def end_in(line: str) -> tuple[str, str]:
    """Return the end that a line tells, and the line without it; no end where it tells none."""
    end, rest = end_apart(line)
    if end:
        return end, rest
    found = IN_LINE.search(line)
    if found is None or not (clock := _clock(found["end"])):
        return "", line
    return clock, f"{line[: found.start()].rstrip()} {line[found.end() :].lstrip()}".strip()


def end_apart(text: str) -> tuple[str, str]:
    """Return the end that stands apart in a text of one line or several, and the text without it; else no end."""
    for pattern in APART:
        found = pattern.search(text)
        if found is not None and (clock := _clock(found["end"])):
            return clock, f"{text[: found.start()]}{text[found.end() :]}".strip()
    return "", text


def whole(text: str, above: Sequence[str]) -> str:
    """Return a time of which only the end is told with its start: the end, or the start, of the last one above."""
    end = only_end(text)
    if not end:
        return text
    for other in reversed(above):
        when = read_when(other, hint="clock")
        if (begun := when.end or when.start) is not None:
            return f"{begun:%H:%M} - {_clock(end) or end}"
    return text


def until(time: str, end: str) -> str:
    """Return a time that only begins with its end."""
    when = read_when(time, hint="clock")
    if when.start is None or when.end is not None or not (at := end_after(time, end)):
        return time
    return f"{time} - {at}"


def end_after(start: str, end: str) -> str:
    """Return the end of what begins at a time, in 24 hours: "until 4" of what begins at 2 p.m. is 16:00."""
    begun, at = read_when(start, hint="clock").start, read_when(_clock(end) or end, hint="clock").start
    if begun is None or at is None:
        return _clock(end)
    later = at.replace(hour=at.hour + NOON) if at.hour < NOON else at
    if at > begun or begun >= EVENING and at <= MORNING:
        return f"{at:%H:%M}"
    return f"{later:%H:%M}" if timedelta() < _span(begun, later) < LONGEST else ""


def ends_at(time: str, end: str) -> str:
    """Return a time with an end that goes before its own: that of one session among several of an hour."""
    when, at = read_when(time, hint="clock"), read_when(end, hint="clock").start or read_when(end).start
    if when.start is None or at is None or at <= when.start:
        return time
    return f"{when.start:%H:%M} - {at:%H:%M}"


def _span(begun: time, at: time) -> timedelta:
    return datetime.combine(datetime.min, at) - datetime.combine(datetime.min, begun)


def _clock(text: str) -> str:
    found = LAST.search(text)
    told = UNITED.sub("", found["at"]) if found is not None else text
    when = read_when(f"{told}:00" if told.isdigit() else told, hint="clock")
    return f"{when.start:%H:%M}" if when.start is not None else ""
