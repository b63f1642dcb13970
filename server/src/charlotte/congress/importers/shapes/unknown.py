"""A programme of unknown shape, in one file or in several that refer to each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.changes.change_words import tells_change
from charlotte.congress.importers.shapes.changes.remarks import with_remarks
from charlotte.congress.importers.shapes.changes.told_changes import ToldChange
from charlotte.congress.importers.shapes.choosing.handed_in import with_handed_in
from charlotte.congress.importers.shapes.choosing.mails_compared import with_mails_compared
from charlotte.congress.importers.shapes.choosing.plausible import likeliest
from charlotte.congress.importers.shapes.choosing.readings import chosen
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.drafting.agreement import agreed
from charlotte.congress.importers.shapes.drafting.drafts import drafts
from charlotte.congress.importers.shapes.drafting.ends_in_cells import with_ends_apart
from charlotte.congress.importers.shapes.drafting.later_mails import as_told_last
from charlotte.congress.importers.shapes.drafting.named_in_texts import with_facts_of_texts
from charlotte.congress.importers.shapes.html.portraits import with_portraits_named
from charlotte.congress.importers.shapes.legends.code_legend import with_codes_told
from charlotte.congress.importers.shapes.legends.internal_kinds import with_internal_kinds_hidden
from charlotte.congress.importers.shapes.legends.legends import with_legends
from charlotte.congress.importers.shapes.orders.orders_told import with_orders_told
from charlotte.congress.importers.shapes.people.courtesy import without_courtesy
from charlotte.congress.importers.shapes.people.named_elsewhere import with_people_apart
from charlotte.congress.importers.shapes.relations.held_by_title import held_in_others
from charlotte.congress.importers.shapes.relations.id_lists import with_lists
from charlotte.congress.importers.shapes.relations.link_tables import with_linked_people
from charlotte.congress.importers.shapes.relations.missing import missing_records
from charlotte.congress.importers.shapes.relations.objects_apart import with_objects_apart
from charlotte.congress.importers.shapes.relations.several import one_session_a_row
from charlotte.congress.importers.shapes.rows import Table, joined_tables
from charlotte.congress.importers.shapes.sites.tables import Site, site_of
from charlotte.congress.importers.shapes.sources import readings_of
from charlotte.congress.importers.shapes.texts.pages import remarks_in, texts_of
from charlotte.congress.importers.shapes.times.day_line import without_stamp
from charlotte.congress.importers.shapes.times.years import days_of_year
from charlotte.congress.importers.shapes.values.footnotes import footnote_in, sign_of_presenters
from charlotte.congress.importers.times import known_zone
from charlotte.congress.importers.untold import lines_in_no_session
from charlotte.congress.model import Congress, RowWarning


@dataclass(frozen=True)
class Unknown:
    """The tables of an import, and what they are taken for."""

    tables: tuple[Table, ...]
    mapping: FieldMapping
    rooms: tuple[str, ...] = ()
    """The event's own, as far as they are known."""
    missed: tuple[RowWarning, ...] = ()
    """What no session was read of."""
    remarks: tuple[ToldChange, ...] = ()
    """What is said beside the programme about sessions that changed."""
    sent: Mapping[str, float] = field(default_factory=dict)
    """When the mails were sent that files came in."""

    @property
    def holds_sessions(self) -> bool:
        """Whether any table was found to hold sessions."""
        return any(one.role == "sessions" for one in self.mapping.tables)

    @property
    def most_sessions(self) -> int:
        """How many sessions the largest of the tables would give."""
        held = {one.table for one in self.mapping.tables if one.role == "sessions"}
        return max((len(table.rows) for table in self.tables if table.name in held), default=0)

    def drafts(self, congress: Congress) -> Iterator[Draft]:
        """Yield the sessions; what two rows disagree about is a warning."""
        tables = with_ends_apart(self.tables, self.mapping)
        told = as_told_last(drafts(tables, self.mapping, congress, self.rooms), self.sent)
        found = without_courtesy(with_people_apart(with_facts_of_texts(told)))
        yield from agreed(with_remarks(found, self.remarks, congress, self.rooms))

    def notes(self) -> Iterator[RowWarning]:
        """Yield what staff should look at in the mapping itself."""
        yield from self.missed
        yield from missing_records(self.tables, self.mapping)
        for one in self.mapping.tables:
            if one.note and one.role == "sessions":
                yield RowWarning(one.table, "mapping", one.note)


@dataclass(frozen=True)
class Shapes:
    """Documents, each in every way that it can be read."""

    documents: tuple[Document, ...]
    readings: tuple[tuple[tuple[Table, ...], ...], ...]
    site: Site = Site()
    beside: tuple[Document, ...] = ()
    """Pages that hold no programme, of which only what they say of changes counts."""

    @property
    def facts(self) -> Facts:
        """What any of the readings says of the event."""
        return facts_in([table for readings in self.readings for tables in readings for table in tables])

    def facts_of(self, event: Facts) -> Facts:
        """Return what is known of the event, with its days where only their year is told elsewhere."""
        known = event.completed_by(self.facts)
        if known.start_date is not None:
            return known
        names = [name for name in (event.name, event.id, *(one.name for one in self.documents)) if name]
        for tables in (tables for readings in self.readings for tables in readings):
            if (span := days_of_year(tables, names)) is not None:
                return replace(known, start_date=span[0], end_date=span[1])
        return known

    def mapped(self, congress: Congress, rooms: Sequence[str] = (), corrections: FieldMapping | None = None) -> Unknown:
        """Find out what is what in the tables; a correction overrides the guess, and must fit.

        Raises `UnreadableFile`.
        """
        pairs = zip(self.documents, self.readings, strict=True)
        found = [chosen(document, readings, congress, rooms) for document, readings in pairs]
        tables = joined_tables((*(table for tables, _ in found for table in tables), *self.site.tables))
        tables = with_internal_kinds_hidden(tables)
        tables = with_legends(tables, (text for document in self.documents for text in texts_of(document)))
        tables = with_handed_in(held_in_others(with_lists(tables)), congress)
        tables = one_session_a_row(with_linked_people(with_objects_apart(with_codes_told(tables))))
        mapping = likeliest(tables, congress, rooms)
        lacking: tuple[RowWarning, ...] = ()
        if corrections is not None:
            columns = {table.name: table.columns for table in tables}
            corrections = corrections.for_columns(columns)
            mapping, lacking = mapping.corrected_by(corrections), tuple(corrections.lacking(columns))
        missed = (*lacking, *self.site.warnings, *(warning for _, warnings in found for warning in warnings))
        remarks = tuple(
            remark
            for document in (*self.documents, *self.beside)
            if document.name not in self.site.read
            for remark in remarks_in(document)
        )
        lines = [(table.name, line) for tables_of, _ in found for table in tables_of for line in table.notes]
        told = [(name, footnote_in(line), line) for name, line in lines]
        footnotes = tuple(ToldChange(note[1], name, note[0]) for name, note, _ in told if note is not None)
        asides = tuple(ToldChange(line, name) for name, note, line in told if note is None)
        below = {line for tables_of, _ in found for table in tables_of if table.named_here for line in table.notes}
        left = ((one.place, one.text) for one in asides if one.text in below and _says_itself(one.text))
        missed = (*missed, *lines_in_no_session(left))
        sent = {document.name: document.sent for document in self.documents if document.sent}
        return Unknown(tables, mapping, tuple(rooms), missed, (*remarks, *footnotes, *asides), sent)


def _says_itself(line: str) -> bool:
    """Return whether a line beside a plan tells neither of a change, of signs in it, nor of the plan itself."""
    is_about = tells_change(line) or sign_of_presenters(line) or "=" in line
    return not is_about and without_stamp(line) == line


def read_shapes(  # noqa: PLR0913 - what is read, and what is known before
    documents: Sequence[Document],
    rooms: Iterable[str] = (),
    days: Iterable[date] = (),
    records: Sequence[Document] = (),
    data: Sequence[Document] = (),
    languages: Sequence[str] = (),
) -> Shapes:
    """Find the tables in documents; the event's rooms, days and languages help.

    `records` are files of a site that each tell of one thing, and `data` lies beside them: what is damaged there is a
    warning. Raises `UnreadableFile`.
    """
    known, on = frozenset(rooms), frozenset(days)
    documents, untitled = with_orders_told(documents)
    readings = [readings_of(document, known, on) for document in with_portraits_named(documents)]
    readings = with_mails_compared(documents, readings, known, on)
    if not records:
        return Shapes(documents, tuple(readings), Site(warnings=untitled))
    read, faults = list(documents), []
    for one in data:
        try:
            readings.append(readings_of(one, known, on))
            read.append(one)
        except UnreadableFile as fault:
            faults.append(RowWarning(one.name, "unreadable", fault.message, {"detail": fault.message}))
    beside = [table for ways in readings for tables in ways for table in tables]
    site = site_of(records, beside, languages)
    site = replace(site, warnings=(*untitled, *faults, *site.warnings))
    read += [one for one in records if one.name in site.read]
    return Shapes(tuple(read), (*readings, *[()] * (len(read) - len(readings))), site)


def facts_in(tables: Sequence[Table]) -> Facts:
    """Return what stands above all rows and can only be the event's zone."""
    for table in tables:
        for column in table.sections:
            zone = known_zone(next(table.values(column, 1), None))
            if zone and "/" in zone:
                return Facts(timezone=zone)
    return Facts()
