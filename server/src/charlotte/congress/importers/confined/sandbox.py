"""Reads programmes in a process of its own, with bounded memory and time, so that a hostile file harms nobody."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from charlotte.congress.importers.confined.process import Kind, unfinished, written_apart
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.files.packing import packed
from charlotte.congress.importers.material import Material
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.reading import NOTHING_KNOWN
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping, mapping_of
from charlotte.congress.importers.shapes.columns_seen import TableSeen
from charlotte.congress.model import Agenda
from charlotte.documents.confined.sandbox import MIB, Limits

LIMITS = Limits(file_bytes=64 * MIB, memory_bytes=1536 * MIB, cpu_s=60, wall_s=150.0, output_bytes=96 * MIB)
"""Of one import; 20,000 sessions, the most that are read, take a third of it."""
PROGRAMME = Kind("programme", "Export the programme alone, without attachments.")


@dataclass(frozen=True)
class Request:
    """What is to be read."""

    material: Material
    event_id: str | None = None
    corrections: dict[str, Any] | None = None
    known: Mapping[str, Facts] = field(default_factory=dict)
    otherwise: str | None = None


@dataclass(frozen=True)
class Told:
    """What was read, as far as it can be written down."""

    agenda: Agenda
    files: tuple[str, ...]
    format_name: str
    mapping: dict[str, Any] | None
    tables: tuple[TableSeen, ...] = ()
    records: tuple[str, ...] = ()
    site_pages: tuple[str, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> "Told":
        """Return what is told of a reading."""
        mapping = reading.mapping.as_json() if reading.mapping is not None else None
        pages = (reading.records, reading.site_pages)
        return cls(reading.agenda, reading.files, reading.format_name, mapping, reading.tables, *pages)

    def as_json(self) -> bytes:
        """Return it as JSON."""
        return TOLD.dump_json(self)


TOLD = TypeAdapter(Told)


def read_confined(
    material: Material,
    event_id: str | None = None,
    corrections: FieldMapping | None = None,
    known: Mapping[str, Facts] = NOTHING_KNOWN,
    otherwise: str | None = None,
    limits: Limits = LIMITS,
) -> Reading:
    """Read what an organiser gave. Raises a `BadInput` that says what to do; blocks while the process runs."""
    given = {one.name: one for one in (*material.documents, *material.pages, *material.site)}
    told = filter(None, (material.alone, material.event, material.mapping))
    if sum(len(document.raw) for document in (*given.values(), *told)) > limits.file_bytes:
        raise UnreadableFile(f"{material.name} has more than {limits.file_bytes // MIB} MB.", hint=PROGRAMME.hint)
    request = Request(
        material, event_id, corrections.as_json() if corrections is not None else None, dict(known), otherwise
    )
    written = written_apart("confined.worker", material.name, pickle.dumps(request), limits, PROGRAMME)
    try:
        return _reading(TOLD.validate_json(written), material)
    except ValidationError:
        raise unfinished(material.name, PROGRAMME) from None


def _reading(told: Told, material: Material) -> Reading:
    zone = told.agenda.congress.zone
    sessions = tuple(
        replace(one, start=_local(one.start, zone), end=_local(one.end, zone)) for one in told.agenda.sessions
    )
    named = {document.name: document for document in (*material.documents, *material.pages, *material.site)}
    if material.alone is not None:
        named[material.alone.name] = material.alone
    documents = [named[name] for name in told.files if name in named]
    if not documents:
        raise unfinished(material.name, PROGRAMME)
    return Reading(
        agenda=replace(told.agenda, sessions=sessions),
        document=documents[0] if len(documents) == 1 else packed(documents),
        format_name=told.format_name,
        mapping=mapping_of(told.mapping) if told.mapping is not None else None,
        files=told.files,
        tables=told.tables,
        records=told.records,
        site_pages=told.site_pages,
    )


def _local(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment.astimezone(zone) if moment is not None else None
