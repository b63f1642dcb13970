"""From documents to an agenda: which is the programme, what lies beside it, and nothing chosen in silence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from zoneinfo import ZoneInfo

from charlotte.congress.importers.assembling.assemble import MOST_SESSIONS, assemble, too_many
from charlotte.congress.importers.combining.by_language import in_one_language
from charlotte.congress.importers.combining.calendars_of_rooms import held_where_called
from charlotte.congress.importers.combining.people_beside import PeopleBeside
from charlotte.congress.importers.combining.together import (
    contradicted,
    joined,
    may_stand_beside,
    tells_the_same,
    without_told,
)
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts, Importer
from charlotte.congress.importers.errors import MappingRefused, RivalProgrammes, UnknownFormat, UnreadableFile
from charlotte.congress.importers.files.packing import packed
from charlotte.congress.importers.formats import KNOWN, importer_of
from charlotte.congress.importers.known.event_file import EVENT_FILE, congress_of, facts_of_event
from charlotte.congress.importers.known.ics import ICalendar
from charlotte.congress.importers.known.sessionize_export import is_speakers
from charlotte.congress.importers.material import Material
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping, read_mapping
from charlotte.congress.importers.shapes.columns_seen import tables_seen
from charlotte.congress.importers.shapes.leaflets.unread import unread
from charlotte.congress.importers.shapes.sites.tables import records_and_data
from charlotte.congress.importers.shapes.sources import FORMATS
from charlotte.congress.importers.shapes.tables.room_facts import with_facts_of_rooms
from charlotte.congress.importers.shapes.tables.tongues import called_also, names_told, tracks_called
from charlotte.congress.importers.shapes.texts.pages import ENDINGS as PAGES
from charlotte.congress.importers.shapes.texts.pages import remarks_in
from charlotte.congress.importers.shapes.unknown import Shapes, Unknown, read_shapes
from charlotte.congress.model import Agenda, RowWarning
from charlotte.errors import BadInput

FEWEST_COMPLETED = 2
NOTHING_KNOWN: Mapping[str, Facts] = MappingProxyType({})


def read_material(
    material: Material,
    event_id: str | None = None,
    corrections: FieldMapping | None = None,
    known: Mapping[str, Facts] = NOTHING_KNOWN,
    otherwise: str | None = None,
) -> Reading:
    """Read what an organiser gave. Raises a `BadInput` that says what to do.

    A mapping, or else the `mapping.json` among the files, corrects how a file of unknown shape is read; `known` is what
    was known about congresses before, by their ids; the one that `event.json` names is meant, or else `otherwise`.
    """
    told = facts_of_event(material.event) if material.event is not None else Facts()
    identity = event_id or told.id or otherwise
    facts = replace(told, id=identity).completed_by(known.get(identity or "", Facts()))
    choice = _choose(material)
    if corrections is None and material.mapping is not None and (choice.tables or not choice.programmes):
        corrections = read_mapping(material.mapping.text)
    if choice.programmes:
        reading = _read_known(choice, material, facts, event_id, corrections)
    else:
        reading = _read_shapes(choice.tables, material, facts, event_id, corrections)
    agenda = replace(reading.agenda, warnings=(*choice.warnings, *reading.agenda.warnings))
    return replace(reading, agenda=agenda)


def _read_known(
    choice: "_Choice", material: Material, facts: Facts, event_id: str | None, corrections: FieldMapping | None
) -> Reading:
    """Read the programmes of known formats, and the tables beside them that tell of more sessions.

    Raises `RivalProgrammes` where two tell the same ones.
    """
    read = [
        read_programme(one, importer, facts, choice.companions, event_id, choice.tables)
        for one, importer in choice.programmes
    ]
    names = [importer.facts(one).name for one, importer in choice.programmes if isinstance(importer, ICalendar)]
    read = held_where_called(read, names)
    main, *others = sorted(read, key=lambda reading: -len(reading.agenda.sessions))
    rivals = [other for other in others if tells_the_same(main.agenda, other.agenda)]
    for other in rivals:
        if (title := contradicted(main.agenda, other.agenda)) is not None:
            listed = ", ".join(f"{document.name} ({importer.name})" for document, importer in choice.programmes)
            message = f"{material.name} holds {len(read)} programmes: {listed}. They differ, e.g. about {title[:80]!r}."
            raise RivalProgrammes(message, hint="Import the one that counts alone.")
    known = joined(main, [other for other in others if other not in rivals])
    again = tuple(_told_already(other, main) for other in rivals)
    known = replace(known, agenda=replace(known.agenda, warnings=(*again, *known.agenda.warnings)))
    tables = [one for one in choice.tables if one.name not in known.files]
    if (more := _read_beside(known.agenda, tables, facts, event_id, corrections)) is not None:
        main, other = sorted((known, more), key=lambda reading: -len(reading.agenda.sessions))
        other = replace(other, agenda=without_told(other.agenda, main.agenda))
        if other.agenda.sessions or main is more:
            return joined(main, [other])
    skipped = "The file is no programme that we know and was left out."
    left = tuple(RowWarning(other.name, "skipped", skipped) for other in tables)
    return replace(known, agenda=replace(known.agenda, warnings=(*left, *known.agenda.warnings)))


def _told_already(other: Reading, main: Reading) -> RowWarning:
    message = f"It tells nothing that {main.document.name} does not, and was left out."
    return RowWarning(other.document.name, "told_already", message, {"file": main.document.name})


def _read_beside(
    programme: Agenda,
    tables: Sequence[Document],
    facts: Facts,
    event_id: str | None,
    corrections: FieldMapping | None,
) -> Reading | None:
    """Read tables that lie beside a programme; nothing where they tell no other sessions of its days."""
    if not tables:
        return None
    try:
        reading = read_tables(tables, facts, event_id, corrections)
    except BadInput:
        return None
    return reading if may_stand_beside(reading.agenda, programme) else None


def _read_shapes(
    documents: Sequence[Document],
    material: Material,
    facts: Facts,
    event_id: str | None,
    corrections: FieldMapping | None,
) -> Reading:
    """Read tables and the files of a site; where they hold no sessions, the programme is only in a document."""
    if material.site:
        try:
            return _read_site(documents, material.site, facts, event_id, corrections)
        except UnknownFormat:
            pass  # pages with a bit of front matter
    pages = material.pages
    if documents:
        try:
            alone = read_tables(documents, facts, event_id, corrections, pages)
            return _with_pages(alone, documents, pages, facts, event_id, corrections) if pages else alone
        except (UnknownFormat, UnreadableFile):  # tables of rooms and opening hours, beside a page with the programme
            if not pages:
                raise
    if not documents and not pages:
        raise _nothing(material.name)
    together = read_tables([*documents, *pages], facts, event_id, corrections)
    return _of_pages(together, documents, pages, facts, event_id, corrections) if documents else together


def _with_pages(  # noqa: PLR0913 - what a reading is made of
    alone: Reading,
    documents: Sequence[Document],
    pages: Sequence[Document],
    facts: Facts,
    event_id: str | None,
    corrections: FieldMapping | None,
) -> Reading:
    """Return what tables tell, with the pages that place their sessions in time where the tables do not: a list of
    what was handed in, beside the programme."""
    if _timed(alone) > 0.5 * len(alone.agenda.sessions):
        return alone
    try:
        together = read_tables([*documents, *pages], facts, event_id, corrections)
        found = _of_pages(together, documents, pages, facts, event_id, corrections)
    except BadInput:
        return alone
    return found if _timed(found) > max(_timed(alone), 0.5 * len(found.agenda.sessions)) else alone


def _peopled(reading: Reading) -> int:
    """Return how many sessions have a time and somebody who speaks."""
    return sum(session.start is not None and bool(session.speakers) for session in reading.agenda.sessions)


def _timed(reading: Reading) -> int:
    return sum(session.start is not None for session in reading.agenda.sessions)


def _of_pages(  # noqa: PLR0913 - what a reading is made of
    together: Reading,
    documents: Sequence[Document],
    pages: Sequence[Document],
    facts: Facts,
    event_id: str | None,
    corrections: FieldMapping | None,
) -> Reading:
    """Return the programme of pages alone, with the facts of rooms, where tables that hold none add sessions to it:
    the hours of a chemist's nearby."""
    try:
        alone = read_tables(pages, facts, event_id, corrections)
    except BadInput:
        return together
    added = len(together.agenda.sessions) - len(alone.agenda.sessions)
    if added <= 0 or _peopled(together) - _peopled(alone) > max(FEWEST_COMPLETED, added):
        return together  # or who speaks in it is told by tables: of what was handed in
    agenda, tables = alone.agenda, read_shapes(documents, rooms_of(facts), facts.days)
    beside = tables.mapped(agenda.congress, [room.name for room in agenda.rooms], None).tables
    return replace(alone, agenda=replace(agenda, rooms=with_facts_of_rooms(agenda.rooms, beside)))


def _read_site(
    documents: Sequence[Document],
    site: Sequence[Document],
    facts: Facts,
    event_id: str | None,
    corrections: FieldMapping | None,
) -> Reading:
    """Read the files of a site that hold a programme, with the data beside them. Raises `UnknownFormat`."""
    records, data = records_and_data(site)
    shapes = read_shapes(documents, rooms_of(facts), facts.days, records, data, facts.languages)
    if not shapes.site.tables:
        raise UnknownFormat("No pages of a site tell of sessions.", hint=f"These can be read: {KNOWN}, {FORMATS}.")
    return _mapped(shapes, facts, event_id, corrections)


def rooms_of(facts: Facts) -> tuple[str, ...]:
    """Return all names of the event's rooms."""
    return tuple(name for room in facts.rooms for name in (room.name, *room.aliases))


def read_tables(
    documents: Sequence[Document],
    facts: Facts,
    event_id: str | None = None,
    corrections: FieldMapping | None = None,
    beside: Sequence[Document] = (),
) -> Reading:
    """Read documents of unknown shape together: what one leaves open, another may say.

    Of pages that lie `beside` them only what they say of changes counts.
    """
    shapes = replace(read_shapes(documents, rooms_of(facts), facts.days), beside=tuple(beside))
    return _mapped(shapes, facts, event_id, corrections)


def _mapped(shapes: Shapes, facts: Facts, event_id: str | None, corrections: FieldMapping | None) -> Reading:
    documents = shapes.documents
    read = (*documents, *(page for page in shapes.beside if remarks_in(page)))
    whole = read[0] if len(read) == 1 else packed(read)
    congress = congress_of(shapes.facts_of(facts), whole, event_id)
    unknown = shapes.mapped(congress, [room.name for room in facts.rooms], corrections)
    if corrections is not None and not unknown.holds_sessions:
        raise _none_left(whole, "no table holds sessions", unknown)
    if not unknown.holds_sessions:
        for document in documents if not unknown.tables else ():
            if not document.name.casefold().endswith(PAGES):
                document.text  # noqa: B018 - a file that is not even text has its own, clearer error
        raise UnknownFormat(
            f"{whole.name} holds no sessions that we can find: no rows with a title and a time.",
            hint=f"These can be read: {KNOWN}, and tables with titles and times in {FORMATS}.",
        )
    if unknown.most_sessions > MOST_SESSIONS:
        raise too_many()
    called = names_told(unknown.tables, unknown.mapping, "room")
    agenda = assemble(congress, called_also(facts.rooms, called), unknown.drafts(congress), called)
    if not agenda.sessions and corrections is not None:
        raise _none_left(whole, "no row has a title", unknown)
    if not agenda.sessions:
        raise UnreadableFile(f"{whole.name} holds no session.", hint="Publish the schedule, then export again.")
    rooms = with_facts_of_rooms(called_also(agenda.rooms, called), unknown.tables)
    tracks = tracks_called(agenda.sessions, names_told(unknown.tables, unknown.mapping, "track"))
    lost = tuple(unread(documents, agenda.sessions))
    agenda = replace(agenda, rooms=rooms, tracks=tracks, warnings=(*unknown.notes(), *lost, *agenda.warnings))
    names = tuple(document.name for document in read)
    records, site_pages = shapes.site.apart(unknown.mapping)
    seen = tables_seen(unknown.tables)
    return Reading(agenda, whole, "mapped", unknown.mapping, names, seen, records, site_pages)


def read_programme(  # noqa: PLR0913 - what is read, and what lies beside it
    document: Document,
    importer: Importer,
    facts: Facts,
    companions: tuple[Document, ...],
    event_id: str | None,
    beside: Sequence[Document] = (),
) -> Reading:
    """Read one document, completed by what is known about the event and by lists of people that lie beside it."""
    told, wordings = in_one_language(document, facts.languages)
    own = importer.facts(told)
    congress = congress_of(facts.completed_by(own), document, event_id)
    rooms = called_also(facts.completed_by(own).rooms, wordings)
    people = PeopleBeside(beside)
    agenda = assemble(congress, rooms, people.named(importer.drafts(told, congress.zone, companions)))
    agenda = replace(agenda, rooms=called_also(agenda.rooms, wordings), tracks=tracks_called(agenda.sessions, wordings))
    if not agenda.sessions:
        raise UnreadableFile(
            f"{document.name} is {importer.name} but holds no session.", hint="Publish the schedule, then export again."
        )
    different = own.timezone and facts.timezone and own.timezone != facts.timezone
    if different and _offsets_differ(agenda, own.timezone, facts.timezone):
        message = f"The file says {own.timezone}, {EVENT_FILE} says {facts.timezone}; the latter is used."
        values = {"zone": own.timezone or "", "used": facts.timezone or ""}
        warning = RowWarning(document.name, "zone_contradiction", message, values)
        agenda = replace(agenda, warnings=(warning, *agenda.warnings))
    agenda = replace(agenda, warnings=(*people.missed, *agenda.warnings))
    files = (document, *people.used)
    whole = packed(files) if people.used else document
    return Reading(agenda, whole, importer.name, files=tuple(one.name for one in files))


@dataclass(frozen=True)
class _Choice:
    """The programmes of formats that we know, what belongs to them, and every other file that may hold a part."""

    programmes: tuple[tuple[Document, Importer], ...] = ()
    companions: tuple[Document, ...] = ()
    tables: tuple[Document, ...] = ()
    warnings: tuple[RowWarning, ...] = ()


def _choose(material: Material) -> _Choice:
    if material.alone is not None:
        importer, left = importer_of(material.alone), _warnings(material, material.faults)
        if importer is None:
            return _Choice(tables=(material.alone,), warnings=left)
        people = tuple(one for one in material.documents if is_speakers(one))
        return _Choice(((material.alone, importer),), people, warnings=left)
    found: list[tuple[Document, Importer]] = []
    companions: list[Document] = []
    others: list[Document] = []
    faults: list[BadInput] = list(material.faults)
    for document in material.documents:
        try:
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
    if not found and not (others or companions or material.pages or material.site):
        if faults:
            raise faults[0]
        raise _nothing(material.name)
    warnings = _warnings(material, faults)
    if not found:
        return _Choice((), (), (*others, *companions), warnings)
    return _Choice(tuple(found), tuple(companions), tuple(others), warnings)


def _warnings(material: Material, faults: Iterable[BadInput]) -> tuple[RowWarning, ...]:
    return tuple(RowWarning(material.name, "unreadable", fault.message, {"detail": fault.message}) for fault in faults)


def _nothing(name: str) -> UnknownFormat:
    return UnknownFormat(f"{name} holds no programme.", hint=f"These formats can be read: {KNOWN}, {FORMATS}.")


def _none_left(whole: Document, why: str, unknown: Unknown) -> MappingRefused:
    lacking = " ".join(one.message for one in unknown.missed if one.code == "no_column")
    return MappingRefused(
        f"With this mapping {whole.name} holds no session: {why}. {lacking}".strip(),
        hint="Let one table hold sessions, and take the column with their titles for `title`.",
    )


def _offsets_differ(agenda: Agenda, one: str | None, other: str | None) -> bool:
    starts = [session.start for session in agenda.sessions if session.start is not None]
    if not one or not other or not starts:
        return False
    return starts[0].astimezone(ZoneInfo(one)).utcoffset() != starts[0].astimezone(ZoneInfo(other)).utcoffset()
