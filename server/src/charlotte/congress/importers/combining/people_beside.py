"""Lists of people beside a programme of a known format, which name their sessions by title."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.people.name_order import first_name_first
from charlotte.congress.importers.shapes.people.roles import says_that_they_chair
from charlotte.congress.importers.shapes.people.surnames_first import writes_last_name_first
from charlotte.congress.importers.shapes.relations.by_title import holds_times, titles_named
from charlotte.congress.importers.shapes.relations.directory import employer_column, name_columns
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sources import readings_of
from charlotte.congress.importers.untold import in_no_session
from charlotte.congress.importers.wording import plain
from charlotte.congress.model import RowWarning

TITLE, START = "title", "start"


@dataclass
class PeopleBeside:
    """Tables beside a programme, and which of their files named who takes part."""

    documents: Sequence[Document]
    used: list[Document] = field(default_factory=list)
    missed: list[RowWarning] = field(default_factory=list)
    """Who is named for something that is no session."""

    def named(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Yield drafts with the people that lists name for them; those who are named in a session itself stay."""
        held = list(drafts)
        speakers: dict[int, list[DraftPerson]] = defaultdict(list)
        chairs: dict[int, list[DraftPerson]] = defaultdict(list)
        sessions = Table("sessions", tuple(Row(str(at), _cells(one)) for at, one in enumerate(held)))
        for document in self.documents:
            found = [one for table in _tables(document) for one in _people(table, sessions)]
            for _, person, leads, at in found:
                if at is not None:
                    (chairs if leads else speakers)[at].append(person)
            if any(at is not None for *_, at in found):
                self.used.append(document)
                self.missed += (in_no_session(place, person.name) for place, person, _, at in found if at is None)
        for at, one in enumerate(held):
            own = replace(one, speakers=one.speakers or tuple(speakers[at])) if at in speakers else one
            yield replace(own, chairs=own.chairs or tuple(chairs[at])) if at in chairs else own


def _cells(draft: Draft) -> dict[str, str | tuple[str | Row, ...]]:
    return {TITLE: draft.title, START: draft.start.isoformat(timespec="minutes") if draft.start is not None else ""}


def _tables(document: Document) -> tuple[Table, ...]:
    try:
        return next(iter(readings_of(document)), ())
    except UnreadableFile:
        return ()


def _people(table: Table, sessions: Table) -> Iterator[tuple[str, DraftPerson, bool, int | None]]:
    """Yield where and whom a table names, whether they chair, and the number of the session, None where it is none.

    Nobody is yielded where it is no such list.
    """
    names = () if holds_times(table) else name_columns(table)
    titles = titles_named(table, (sessions,)) if names else None
    if titles is None or titles.column in names:
        return
    employer = employer_column(table, (*names, titles.column))
    swapped = len(names) == 1 and writes_last_name_first(table.values(names[0]))
    for row in table.rows:
        name = " ".join(filter(None, (plain(row.text(column)) for column in names)))
        told = first_name_first(name) or name if swapped else name
        leads = any(says_that_they_chair(row.text(column)) for column in row.cells if column != titles.column)
        works = plain(row.text(employer)) or None if employer else None
        person = DraftPerson(told, None, works)
        held = [int(session.place) for session in titles.named(row)] if told else []
        yield from ((row.place, person, leads, at) for at in held)
        if told and not held and row.text(titles.column):
            yield row.place, person, leads, None
