"""From a path to an agenda: which file is the programme, what `event.json` says, and nothing chosen in silence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from charlotte.congress.importers.assemble import assemble
from charlotte.congress.importers.document import Document, read_document
from charlotte.congress.importers.draft import Facts, Importer
from charlotte.congress.importers.errors import MissingZone, RivalProgrammes, UnknownFormat, UnreadableFile
from charlotte.congress.importers.fields import text
from charlotte.congress.importers.formats import KNOWN, importer_of
from charlotte.congress.importers.packing import packed
from charlotte.congress.importers.sessionize_export import is_speakers
from charlotte.congress.importers.shapes.mapping import FieldMapping, read_mapping
from charlotte.congress.importers.shapes.pages import ENDINGS as PAGES
from charlotte.congress.importers.shapes.sources import FORMATS
from charlotte.congress.importers.shapes.unknown import facts_in, mapped, read_shapes
from charlotte.congress.importers.times import day, known_zone
from charlotte.congress.importers.wording import language_code, plain
from charlotte.congress.model import Agenda, Congress, Room, RowWarning
from charlotte.errors import BadInput

EVENT_FILE = "event.json"
ENDINGS = (".xml", ".json", ".ics", ".ical", ".txt", ".csv", ".tsv", ".yml", ".yaml", ".xlsx", ".xlsm")
"""What may be a programme or lie beside one; pictures and documents of a folder are no business of this importer."""

MOST_FILES = 200


MAPPING_FILE = "mapping.json"
ABOUT_FILES = ("readme", "license", "licence", "notice", "changelog")
NO_PROGRAMME = (EVENT_FILE, MAPPING_FILE)


@dataclass(frozen=True)
class Reading:
    """An agenda and the file it was read from."""

    agenda: Agenda
    document: Document
    format_name: str
    mapping: FieldMapping | None = None
    """What was taken for what, where the file is of no format that we know."""


def read_path(path: Path, event_id: str | None = None, mapping: FieldMapping | None = None) -> Reading:
    """Read a programme from a file or a folder. Raises a `BadInput` that says what to do; writes nothing.

    A mapping, or else the `mapping.json` beside the file, corrects how a file of unknown shape is read.
    """
    if path.is_dir():
        documents, importer, companions, warnings = _choose(path)
        folder = path
    elif path.exists():
        documents = (read_document(path),)
        importer = importer_of(documents[0])
        companions, warnings = _beside(path) if importer is not None else (), []
        folder = path.parent
    else:
        raise UnreadableFile(f"{path} does not exist.", hint="Check the path.")
    event, corrections = folder / EVENT_FILE, folder / MAPPING_FILE
    facts = _event_facts(read_document(event)) if event.is_file() else Facts()
    if importer is not None:
        reading = read_programme(documents[0], importer, facts, companions, event_id)
    else:
        if mapping is None and corrections.is_file():
            mapping = read_mapping(read_document(corrections).text)
        reading = (
            _read_folder(folder, documents, facts, event_id, mapping)
            if path.is_dir()
            else (read_tables(documents, facts, event_id, mapping))
        )
    agenda = replace(reading.agenda, warnings=(*warnings, *reading.agenda.warnings))
    return replace(reading, agenda=agenda)


def _read_folder(
    folder: Path,
    documents: Sequence[Document],
    facts: Facts,
    event_id: str | None,
    corrections: FieldMapping | None,
) -> Reading:
    """Read a folder's tables; where they hold no sessions, a small office has its programme only as a document."""
    pages = [path for path in _files(folder, PAGES) if path.stem.casefold() not in ABOUT_FILES]
    if documents:
        try:
            return read_tables(documents, facts, event_id, corrections)
        except UnknownFormat:
            if not pages:
                raise
    return read_tables([*documents, *map(read_document, pages)], facts, event_id, corrections)


def read_tables(
    documents: Sequence[Document], facts: Facts, event_id: str | None = None, corrections: FieldMapping | None = None
) -> Reading:
    """Read documents of unknown shape together: what one leaves open, another may say."""
    whole = documents[0] if len(documents) == 1 else packed(documents)
    tables = read_shapes(documents)
    congress = _congress(facts.completed_by(facts_in(tables)), whole, event_id)
    unknown = mapped(tables, congress, [room.name for room in facts.rooms], corrections)
    if not unknown.holds_sessions:
        for document in documents if not unknown.tables else ():
            document.text  # noqa: B018 - a file that is not even text has its own, clearer error
        raise UnknownFormat(
            f"{whole.name} holds no sessions that we can find: no rows with a title and a time.",
            hint=f"These can be read: {KNOWN}, and tables with titles and times in {FORMATS}.",
        )
    agenda = assemble(congress, facts.rooms, unknown.drafts(congress))
    if not agenda.sessions:
        raise UnreadableFile(f"{whole.name} holds no session.", hint="Publish the schedule, then export again.")
    agenda = replace(agenda, warnings=(*unknown.notes(), *agenda.warnings))
    return Reading(agenda, whole, "mapped", unknown.mapping)


def read_programme(
    document: Document, importer: Importer, facts: Facts, companions: tuple[Document, ...], event_id: str | None
) -> Reading:
    """Read one document, completed by what is known about the event."""
    own = importer.facts(document)
    congress = _congress(facts.completed_by(own), document, event_id)
    rooms = facts.completed_by(own).rooms
    agenda = assemble(congress, rooms, importer.drafts(document, congress.zone, companions))
    if not agenda.sessions:
        raise UnreadableFile(
            f"{document.name} is {importer.name} but holds no session.", hint="Publish the schedule, then export again."
        )
    different = own.timezone and facts.timezone and own.timezone != facts.timezone
    if different and _offsets_differ(agenda, own.timezone, facts.timezone):
        message = f"The file says {own.timezone}, {EVENT_FILE} says {facts.timezone}; the latter is used."
        agenda = replace(agenda, warnings=(RowWarning(document.name, "zone_contradiction", message), *agenda.warnings))
    return Reading(agenda, document, importer.name)


def _choose(folder: Path) -> tuple[tuple[Document, ...], Importer | None, tuple[Document, ...], list[RowWarning]]:
    """Return the programme of a format that we know; where there is none, every file that may hold a part of it."""
    found: list[tuple[Document, Importer]] = []
    companions: list[Document] = []
    others: list[Document] = []
    faults: list[BadInput] = []
    for path in _files(folder):
        try:
            document = read_document(path)
            importer = importer_of(document)
        except UnreadableFile as error:
            faults.append(error)
            continue
        if importer is not None:
            found.append((document, importer))
        elif is_speakers(document):
            companions.append(document)
        else:
            others.append(document)
    if len(found) > 1:
        listed = ", ".join(f"{document.name} ({importer.name})" for document, importer in found)
        raise RivalProgrammes(
            f"{folder} holds {len(found)} programmes: {listed}.", hint="Name the one to import instead of the folder."
        )
    if not found and not others and not _files(folder, PAGES):
        if faults:
            raise faults[0]
        raise UnknownFormat(f"{folder} holds no programme.", hint=f"These formats can be read: {KNOWN}, {FORMATS}.")
    warnings = [RowWarning(folder.name, "unreadable", fault.message) for fault in faults]
    if not found:
        return (*others, *companions), None, (), warnings
    skipped = "The file is no programme that we know and was left out."
    warnings += [RowWarning(other.name, "skipped", skipped) for other in others]
    return (found[0][0],), found[0][1], tuple(companions), warnings


def _files(folder: Path, endings: tuple[str, ...] = ENDINGS) -> Sequence[Path]:
    try:
        listed = sorted(path for path in folder.iterdir() if path.is_file() and path.name not in NO_PROGRAMME)
    except OSError as error:
        raise UnreadableFile(f"{folder} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
    return [path for path in listed if path.suffix.lower() in endings and not path.name.startswith(".")][:MOST_FILES]


def _beside(path: Path) -> tuple[Document, ...]:
    beside = (read_document(other) for other in _files(path.parent) if other != path and other.suffix == ".json")
    return tuple(document for document in beside if is_speakers(document))


def _congress(facts: Facts, document: Document, event_id: str | None) -> Congress:
    if facts.timezone is None:
        raise MissingZone(
            f"Neither {document.name} nor an {EVENT_FILE} beside it names the event's time zone.",
            hint=f'Put an {EVENT_FILE} beside it, e.g. {{"id": "my-event", "name": "My Event", '
            '"timezone": "Europe/Rome"}.',
        )
    identity = event_id or facts.id or document.name.rsplit(".", 1)[0]
    return Congress(
        id=identity.strip(),
        name=plain(facts.name or "") or identity,
        timezone=facts.timezone,
        venue=facts.venue,
        city=facts.city,
        start_date=facts.start_date,
        end_date=facts.end_date,
        languages=facts.languages,
    )


def _event_facts(document: Document) -> Facts:
    event = document.json
    if not isinstance(event, dict):
        raise UnreadableFile(f"{document.name} is not a JSON object.", hint="See the documentation of event.json.")
    named = text(event, "timezone")
    zone = known_zone(named)
    if named and zone is None:
        raise MissingZone(f"{named!r} in {document.name} is not a time zone.", hint="Use a name like Europe/Rome.")
    languages = event.get("languages")
    codes = (language_code(text(one)) for one in (languages if isinstance(languages, list) else []))
    rooms = event.get("rooms")
    return Facts(
        id=text(event, "id"),
        name=text(event, "name"),
        timezone=zone,
        venue=text(event, "venue"),
        city=text(event, "city"),
        start_date=day(text(event, "start_date")),
        end_date=day(text(event, "end_date")),
        languages=tuple(code for code in codes if code),
        rooms=tuple(room for one in (rooms if isinstance(rooms, list) else []) if (room := _room(one)) is not None),
    )


def _room(value: Any) -> Room | None:
    if isinstance(value, str):
        return Room(value) if value.strip() else None
    name = text(value, "name")
    aliases = value.get("aliases") if isinstance(value, dict) else None
    named = [text(alias) for alias in aliases] if isinstance(aliases, list) else []
    return (
        Room(
            name,
            aliases=tuple(alias for alias in named if alias),
            description=text(value, "description"),
            building=text(value, "building"),
            level=text(value, "level"),
        )
        if name
        else None
    )


def _offsets_differ(agenda: Agenda, one: str | None, other: str | None) -> bool:
    starts = [session.start for session in agenda.sessions if session.start is not None]
    if not one or not other or not starts:
        return False
    return starts[0].astimezone(ZoneInfo(one)).utcoffset() != starts[0].astimezone(ZoneInfo(other)).utcoffset()
