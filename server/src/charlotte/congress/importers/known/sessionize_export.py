"""The rows of a Sessionize export ("Session Id", "Title", "Scheduled At" …) as JSON, with the speakers' file beside."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.known.fields import records, text
from charlotte.congress.importers.known.sessionize import shown
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.times import duration, end_of, localise, moment
from charlotte.congress.model import RowWarning


class SessionizeExport:
    """One object a row; e-mail addresses and other columns about people are not read."""

    name = "Sessionize export"

    def claims(self, document: Document) -> bool:
        """Return whether the first row has the export's columns."""
        return document.opening.startswith("[") and '"Session Id"' in document.opening

    def facts(self, document: Document) -> Facts:
        """Return nothing: the rows do not speak of the event."""
        return Facts()

    def drafts(self, document: Document, zone: ZoneInfo, companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield the rows; accepted sessions without a slot too."""
        if not isinstance(document.json, list):
            raise UnreadableFile(f"{document.name} is not a list of rows.", hint="Export the sessions again.")
        people = _people(companions)
        for number, row in enumerate(records(document.json), start=1):
            yield shown(_draft(row, number, people, zone), text(row, "Status"))


def _draft(row: dict[str, Any], number: int, people: Mapping[str, DraftPerson], zone: ZoneInfo) -> Draft:
    where = f"row {number}"
    at = text(row, "Scheduled At")
    start = _moment(at, zone)
    bad = (RowWarning(where, "bad_time", f"The time {at!r} cannot be read.", {"time": at}),) if at and not start else ()
    return Draft(
        row=where,
        id=text(row, "Session Id"),
        title=text(row, "Title") or "",
        start=start,
        end=end_of(start, duration(text(row, "Scheduled Duration")), zone),
        room=text(row, "Room"),
        track=text(row, "Category") or text(row, "Track"),
        format_name=text(row, "Session format"),
        language=text(row, "Language"),
        abstract=text(row, "Description"),
        speakers=_speakers(row, people),
        url=text(row, "Live Link"),
        cancelled=(text(row, "Status") or "").casefold() in ("cancelled", "canceled"),
        warnings=bad,
    )


def _moment(at: str | None, zone: ZoneInfo) -> datetime | None:
    """Return when a row is held: as ISO writes it, or as a sheet shows it, "14 Oct 2027 09:00 AM"."""
    if (read := moment(at, zone)) is not None:
        return read
    when = read_when(at or "", "mdy", "clock")
    if when.moment is not None:
        return localise(when.moment, zone)
    return localise(datetime.combine(when.on, when.start), zone) if when.on and when.start and not when.rest else None


def _speakers(row: dict[str, Any], people: Mapping[str, DraftPerson]) -> tuple[DraftPerson, ...]:
    names = _split(text(row, "Speakers"))
    ids = _split(text(row, "Speaker Ids"))
    known = [people[person_id] for person_id in ids if person_id in people]
    by_name = {" ".join(person.name.split()).casefold(): person for person in known}
    if names and all(" ".join(name.split()).casefold() in by_name for name in names):
        return tuple(by_name[" ".join(name.split()).casefold()] for name in names)  # the order of the programme
    if known and len(known) == len(ids):
        return tuple(known)  # a name may hold a comma itself, so that the names do not split right
    return tuple(DraftPerson(name) for name in names)


def _people(companions: tuple[Document, ...]) -> dict[str, DraftPerson]:
    people = {}
    for document in companions:
        if not is_speakers(document):
            continue
        for row in records(document.json):
            name = " ".join(part for part in (text(row, "FirstName"), text(row, "LastName")) if part)
            person_id = text(row, "Speaker Id")
            if name and person_id:
                people[person_id] = DraftPerson(name, person_id, text(row, "TagLine"))
    return people


def is_speakers(document: Document) -> bool:
    """Return whether a document is the speakers' file of an export."""
    return document.opening.startswith("[") and '"Speaker Id"' in document.opening and '"FirstName"' in document.opening


def _split(names: str | None) -> list[str]:
    return [name.strip() for name in (names or "").split(",") if name.strip()]
