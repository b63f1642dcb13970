"""vCalendar 1.0, which older calendars still write: told again as iCalendar, its letters and repetitions too."""

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from quopri import decodestring

VERSION = re.compile(r"^VERSION:\s*1\.0\s*$", re.MULTILINE)
LINE = re.compile(r"([A-Za-z][\w.-]*)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.DOTALL)
CODED = re.compile(r"ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE\b", re.IGNORECASE)
IN_BASE64 = re.compile(r"^(?:ENCODING=)?(?:BASE64|B)$", re.IGNORECASE)
CHARSET = re.compile(r"^CHARSET=\"?([\w.:-]+)\"?$", re.IGNORECASE)
WORDS = frozenset("SUMMARY DESCRIPTION LOCATION COMMENT CONTACT X-WR-CALNAME NAME".split())
MARKED = re.compile(r"\\([;,\\])")
LISTS = frozenset("CATEGORIES RESOURCES EXDATE RDATE".split())
RULE = re.compile(r"(D|W|MP|MD|YM|YD)(\d+)((?:\s+(?:\d{1,3}[+-]?|[A-Z]{2}|LD))*)(?:\s+(#\d+|\d{8}(?:T\d{6}Z?)?))?\s*")
FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY", "YM": "YEARLY", "YD": "YEARLY"}
LISTED = {"MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}


def as_icalendar(text: str) -> str:
    """Return a calendar as iCalendar; one that is so already comes back as it is."""
    is_old = VERSION.search(text[:2000].replace("\r", "")) is not None
    if not is_old and not CODED.search(text):
        return text
    return "\r\n".join(_told_again(line, is_old) for line in _lines(text, is_old)) + "\r\n"


def _lines(text: str, is_old: bool) -> Iterator[str]:
    """Yield lines unfolded: behind a soft break as they go on, the others at the blank that begins the next."""
    held: str | None = None
    for line in re.split(r"\r\n|\r|\n", text):
        if held is None:
            held = line
        elif held.endswith("=") and CODED.search(held.partition(":")[0]):
            held = held[:-1] + line
        elif line[:1] in (" ", "\t"):
            held += (" " if is_old else "") + line[1:]
        else:
            yield held
            held = line
    if held:
        yield held


def _told_again(line: str, is_old: bool) -> str:
    """Return a line as iCalendar writes it: letters as they are, marks escaped, repetition in its words."""
    found = LINE.fullmatch(line)
    if found is None:
        return line
    name, given, value = found[1].upper(), [one.strip() for one in found[2].split(";") if one.strip()], found[3]
    kept = [one for one in given if "=" in one and not one.upper().startswith(("ENCODING=", "CHARSET="))]
    head = ";".join((name, *kept))
    plain = _decoded(value, given)
    if plain is not None:
        return f"{head}:{_joined(plain) if name in LISTS else _escaped(plain)}"
    if not is_old:
        return f"{head}:{value}"
    if name in WORDS:
        return f"{head}:{_escaped(_unmarked(value))}"
    if name in LISTS:
        return f"{head}:{_joined(value)}"
    if name == "RRULE":
        return f"{head}:{rule_of(value) or value}"
    return f"{head}:{value}"


def _decoded(value: str, given: list[str]) -> str | None:
    """Return what a value says that is coded; None where it stands as it is."""
    charset = next((found[1] for one in given if (found := CHARSET.match(one))), "utf-8")
    try:
        if CODED.search(";" + ";".join(given)):
            raw = decodestring(value.encode("utf-8"))
        elif any(IN_BASE64.match(one) for one in given):
            raw = b64decode(re.sub(r"\s", "", value), validate=True)
        else:
            return None
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return raw.decode("cp1252", errors="replace")
    except (binascii.Error, ValueError):
        return None


def _unmarked(text: str) -> str:
    return MARKED.sub(r"\1", text)


def _escaped(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return re.sub(r"([\\;,])", r"\\\1", lines).replace("\n", "\\n")


def _joined(text: str) -> str:
    """Return a list as iCalendar divides it, with commas."""
    return ",".join(one.strip().replace(",", "\\,") for one in re.split(r"(?<!\\);", text) if one.strip())


def rule_of(told: str) -> str | None:
    """Return how something is repeated: "W1 MO WE #10", "D2 20270618T220000Z"; None where it cannot be told."""
    found = RULE.fullmatch(told.strip())
    if found is None:
        return None
    kind, every, listed, until = found[1], found[2], found[3].split(), found[4]
    parts = [f"FREQ={FREQUENCIES[kind]}", f"INTERVAL={every}"]
    if kind == "W" and listed:
        parts.append("BYDAY=" + ",".join(listed))
    elif kind == "MP" and listed:
        parts.append("BYDAY=" + ",".join(_weekdays(listed)))
    elif listed and kind in LISTED:
        days = ["-1" if one == "LD" else _signed(one) for one in listed]
        parts.append(f"{LISTED[kind]}=" + ",".join(days))
    if until is None:
        parts.append("COUNT=2")  # what the standard says of a rule that tells no end
    elif until != "#0":  # for ever
        parts.append(f"COUNT={until[1:]}" if until.startswith("#") else f"UNTIL={until}")
    return ";".join(parts)


def _weekdays(listed: list[str]) -> Iterator[str]:
    """Yield weekdays with the week of the month that stands before them: "1+ MO 2- FR"."""
    weeks: list[str] = []
    last = ""
    for one in listed:
        if one[0].isdigit():
            weeks = [*weeks, _signed(one)] if last[:1].isdigit() else [_signed(one)]
        else:
            yield from (f"{week}{one}" for week in weeks or [""])
        last = one


def _signed(number: str) -> str:
    return f"-{number[:-1]}" if number.endswith("-") else number.rstrip("+")
