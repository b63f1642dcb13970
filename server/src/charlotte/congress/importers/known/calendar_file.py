"""The calendars of an iCalendar file, or which line of it keeps them from being read."""

import re

from icalendar import Calendar

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.known.vcalendar import as_icalendar

BORDER = re.compile(r"^(BEGIN|END):\s*([A-Z][A-Z0-9-]*)\s*$", re.IGNORECASE)
DAMAGED = "The file is damaged or cut off; export it again."
DEEPEST = 8
"""A calendar holds events and zones, those hold alarms and seasons, and there it ends."""


def calendars_in(document: Document) -> list[Calendar]:
    """Return every calendar of a file. Raises `UnreadableFile` that names the line where one ends too early."""
    text = as_icalendar(document.text)
    if (fault := _fault_in(text)) is not None:
        raise UnreadableFile(f"{document.name} is not a complete calendar: {fault}.", hint=DAMAGED)
    try:
        found = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise UnreadableFile(
            f"{document.name} is not a complete calendar: {str(error)[:120]}.", hint=DAMAGED
        ) from error
    calendars = [one for one in found if isinstance(one, Calendar)]
    if not calendars:
        raise UnreadableFile(f"{document.name} holds no calendar.", hint="Export it again.")
    return calendars


def _fault_in(text: str) -> str | None:
    """Return what is wrong with how parts begin and end, with its line; None where each part ends in its turn."""
    opened: list[tuple[str, int]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = BORDER.match(line)
        if found is None:
            continue
        name = found[2].upper()
        if found[1].upper() == "BEGIN":
            if name == "VEVENT" and opened and opened[-1][0] == "VEVENT":
                return f"the event that begins in line {opened[-1][1]} has no end"
            opened.append((name, number))
            if len(opened) > DEEPEST:
                return f"line {number}: parts are nested too deeply"
        elif opened and opened[-1][0] == name:
            opened.pop()
        else:
            return f"line {number} ends what did not begin ({name})"
    return f"what begins in line {opened[-1][1]} ({opened[-1][0]}) has no end" if opened else None
