"""Which folders of a static site hold a programme: by what their files tell, what they are called, who names them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from charlotte.congress.importers.shapes.columns.kinds import Kind, kind_named
from charlotte.congress.importers.shapes.sites.records import Record
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, best_name, words_of

SURE = 0.6
MOSTLY = 0.5
FEWEST = 2
WRITERS = frozenset("author authors autore autori autor autoren autores auteur auteurs by".split())
"""What a page's own writer is called, who need not speak at all."""
POSTED = frozenset("posts post blog news notizie noticias actualites aktuelles neuigkeiten archive archiv".split())
CALLED: dict[Kind, str] = {
    "session": "sessioni sitzungen vortrage vortraege interventi sesiones keynotes relazioni laboratori ateliers "
    "lightnings beitrage beitraege relatos exposes ponencias contributi contributions",
    "speakers": "sprecherinnen referierende oratrices relatrici",
    "room": "orte luoghi lieux lugares spazi standorte platze buhnen buehnen palchi",
    "track": "percorsi tematiche strange themen thematiques ambiti filieres argomenti",
}
"""What folders are called besides what columns are: several of a kind."""
IN_A_PROGRAMME: frozenset[Field] = frozenset(
    {"date", "start", "end", "duration", "room", "speakers", "chairs", "kind", "details", "track", "status"}
)
NAMED_LIKE: frozenset[Field] = frozenset({"kind", "details", "status", "room"})
"""What a file among sessions tells that is one of them without a time or people."""
BESIDE: frozenset[Kind | None] = frozenset({"speakers", "room", "track", "kind", "affiliation"})


Folders = dict[str, list[Record]]


def of_programme(records: Iterable[Record], named: Collection[str]) -> tuple[Folders, Folders]:
    """Return the records of sessions by their folders, and those of what sessions name; `named` is what any file names.

    Without sessions there is no programme.
    """
    folders: Folders = defaultdict(list)
    for one in records:
        folders[one.folder].append(one)
    sessions = {folder: found for folder, own in folders.items() if (found := _sessions(folder, own, named))}
    if not sessions:
        return {}, {}
    rest = {folder: own for folder, own in folders.items() if folder not in sessions}
    return sessions, {folder: found for folder, own in rest.items() if (found := _others(folder, own, named))}


def is_lasting(record: Record) -> bool:
    """Return whether a page is published and tells what holds for visitors, not what was news on some day."""
    posted = POSTED & {*words_of(record.folder.replace("/", " "))} or "date" in _fields(record.told)
    return record.unpublished is None and not posted and bool(record.body)


def _sessions(folder: str, records: Sequence[Record], named: Collection[str]) -> list[Record]:
    """Return the files of a folder that tell of sessions."""
    called = any(kind_called(part) == "session" for part in PurePath(folder).parts)
    if POSTED & {*words_of(PurePath(folder).name)} and not any(_placed(_fields(one.told)) for one in records):
        return []
    told = {one.path: _fields(one.told) for one in records}
    sure = {path for path, fields in told.items() if _tells_session(fields)}
    if len(sure) < FEWEST and not called:
        return []
    able = IN_A_PROGRAMME if called else NAMED_LIKE if len(sure) >= MOSTLY * len(records) else frozenset()
    fitting = [
        one
        for one in records
        if one.path in sure
        or "title" in told[one.path]
        and (able & told[one.path].keys() or called and not {*named}.isdisjoint(one.names))
    ]
    timed = [one for one in fitting if {"start", "duration"} & told[one.path].keys()]
    if kind_called(folder) in BESIDE and len(timed) < MOSTLY * len(records):
        return []
    return fitting if called or any(one.is_page for one in fitting) else []


def _others(folder: str, records: Sequence[Record], named: Collection[str]) -> list[Record]:
    """Return the files of a folder that tell of people, rooms or tracks, which sessions name."""
    titled = [one for one in records if "title" in _fields(one.told) or "speakers" in _fields(one.told)]
    if kind_called(folder) in BESIDE:
        return titled
    by_others = [one for one in titled if {*one.names} & {*named}]
    return titled if folder and len(by_others) >= max(FEWEST, MOSTLY * len(titled)) else []


def kind_called(folder: str) -> Kind | None:
    """Return what a folder holds by its name."""
    words = {*words_of(PurePath(folder).name)}
    called = next((kind for kind, names in CALLED.items() if words & {*names.split()}), None)
    return called or kind_named(PurePath(folder).name) if words else None


def _fields(told: Mapping[str, Any]) -> dict[Field, str]:
    """Return the fields that a file tells, each with the name that it has there."""
    found: dict[Field, str] = {}
    for name, value in _flat(told):
        field, score = best_name(name)
        if value in ("", None, [], {}) or field is None or score <= SURE:
            continue
        if field == "speakers" and {*words_of(name)} <= WRITERS:
            continue
        if field in ("start", "end") and not read_when(str(value)).has_clock:
            continue
        found.setdefault(field, name)
    return found


def _flat(told: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Yield what a file tells, also what stands one level down: `extra.room`."""
    for name, value in told.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{inner}", one) for inner, one in value.items())
        yield name, value


def _tells_session(fields: Mapping[Field, str]) -> bool:
    return "title" in fields and ("speakers" in fields or "chairs" in fields or _placed(fields))


def _placed(fields: Mapping[Field, str]) -> bool:
    """Return whether a file says when or where, as a page that was only written on some day does not."""
    return "start" in fields or "duration" in fields or "date" in fields and "room" in fields or "end" in fields
