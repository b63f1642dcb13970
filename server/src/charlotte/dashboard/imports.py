"""`/api/staff/imports…`: upload a programme, see what it reads as and would change, correct, apply, take back."""

from collections import Counter
from datetime import datetime
from pathlib import PurePath
from typing import Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.datastructures import UploadFile

from charlotte.access.problem import PROBLEMS
from charlotte.congress.changes import Changes
from charlotte.congress.congresses import Saved
from charlotte.congress.edits import Undone
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.columns.mapping import mapping_of
from charlotte.congress.importers.shapes.values.words import FIELDS
from charlotte.congress.importers.shapes.values.words import Field as MappedField
from charlotte.congress.tables import IMPORT
from charlotte.dashboard.import_drafts import ImportDraft
from charlotte.dashboard.import_tables import ImportTable, tables_shown
from charlotte.dashboard.import_warnings import ImportWarnings, warned
from charlotte.dashboard.parts import parts_of, staff_reads, staff_writes
from charlotte.dashboard.sessions import tell_conversations
from charlotte.errors import BadInput, CharlotteError

router = APIRouter(prefix="/api/staff", tags=["staff"], responses=PROBLEMS)

MOST_FILES = 2_000
MOST_LETTERS = 300
SHOWN = 500
"""Of each list; the counts are of all."""
ERASES = Query(
    default=False, description="Whether everything of the congress may go, which the first import takes along."
)
LATEST = Query(default=None, description="Version of the import that is meant; 409 if it is not the latest any more.")


class ImportChanged(CharlotteError):
    """Another import is the latest now than the one that was to be taken back."""

    code, status = "import_changed", 409


class ErasesCongress(CharlotteError):
    """The import that was to be taken back is the first: with it everything of the congress would go."""

    code, status = "erases_congress", 409


class ImportChange(BaseModel):
    """One session as the import would have it."""

    id: str
    title: str
    start: datetime | None
    room: str | None
    previous_start: datetime | None
    previous_room: str | None
    previous_title: str | None = Field(description="Of one that only has another title.")


class ImportChanges(BaseModel):
    """What an import changes; `kept` is what staff decided and holds against it."""

    counts: dict[str, int]
    added: list[ImportChange]
    removed: list[ImportChange]
    moved: list[ImportChange]
    cancelled: list[ImportChange]
    renamed: list[ImportChange]
    edited: list[ImportChange]
    kept: list[ImportChange]


class ImportDocuments(BaseModel):
    """What an import does to the documents, by their names."""

    added: list[str]
    edited: list[str]
    removed: list[str] = Field(description="They came with an earlier import, and not with this one.")


class ImportRow(BaseModel):
    """One session as it was read."""

    title: str
    start: datetime | None
    end: datetime | None
    room: str | None
    speakers: list[str]
    status: str


class ImportShown(ImportWarnings):
    """An upload before it is applied."""

    id: str
    event: str
    event_name: str
    timezone: str
    is_new: bool
    files: list[str]
    format: str
    sessions: int
    rooms: int
    speakers: int
    statuses: dict[str, int]
    without_start: int = Field(description="Sessions that do not say when they begin.")
    documents: int | None = Field(description="Documents that came with it; null = those of before stay.")
    mapping: dict[str, Any] | None = Field(description="What was taken for what; null = a format that is known.")
    tables: list[ImportTable] = Field(description="Every table and column that was found, taken or not.")
    fields: list[MappedField] = Field(description="What a column of the mapping may be.")
    changes: ImportChanges
    document_changes: ImportDocuments
    changes_nothing: bool = Field(description="Whether programme and documents are so already; applying adds nothing.")
    preview: list[ImportRow] = Field(description="The first sessions.")


class MappingWanted(BaseModel):
    """Another mapping."""

    model_config = ConfigDict(extra="forbid")

    mapping: dict[str, Any]


class ImportApplied(BaseModel):
    """What applying did."""

    event: str
    version: int | None = Field(description="null = the congress is gone: its first import was taken back.")
    changes: ImportChanges
    reached: int = Field(description="Running conversations that know it now.")
    failed: int


class ImportPast(ImportWarnings):
    """One import of the past."""

    version: int
    at: datetime
    file: str
    format: str
    counts: dict[str, int]
    undone_at: datetime | None
    undone_by: str | None
    is_first: bool = Field(description="Whether there was no such congress before: taken back, everything of it goes.")


class ImportHistory(BaseModel):
    """Imports, the latest first."""

    imports: list[ImportPast]


@router.post(
    "/imports",
    summary="Upload a programme and see what it would change",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                            "event": {"type": "string", "description": "Id of the congress, if not in event.json."},
                        },
                    }
                }
            },
        }
    },
)
async def upload(request: Request) -> ImportShown:
    """Read the files (the programme, `event.json`, documents); nothing is stored before it is applied."""
    parts = parts_of(request)
    staff_writes(request)
    async with request.form(max_files=MOST_FILES, max_fields=8) as form:
        event = form.get("event")
        documents = [await _document(one) for one in form.getlist("files") if isinstance(one, UploadFile)]
    if not documents:
        raise BadInput("No file came with the request.", hint="Send the programme as `files`.", param="files")
    draft = await parts.imports.upload(documents, event if isinstance(event, str) and event else None)
    return _shown(draft)


@router.get("/imports/{draft_id}", summary="Look at an upload again")
async def look(draft_id: str, request: Request) -> ImportShown:
    """Return an upload that was not applied yet."""
    parts = parts_of(request)
    staff_reads(request)
    return _shown(parts.imports.get(draft_id))


@router.put("/imports/{draft_id}/mapping", summary="Correct what was taken for what")
async def correct(draft_id: str, body: MappingWanted, request: Request) -> ImportShown:
    """Read the upload again by another mapping."""
    parts = parts_of(request)
    staff_writes(request)
    return _shown(await parts.imports.correct(draft_id, mapping_of(body.mapping)))


@router.post("/imports/{draft_id}/apply", summary="Apply an upload")
async def apply(draft_id: str, request: Request) -> ImportApplied:
    """Store it whole and tell running conversations; 409 when the programme was changed since it was looked at."""
    parts, member = parts_of(request), staff_writes(request)
    draft = parts.imports.get(draft_id)

    async def journal(connection: AsyncConnection, saved: Saved) -> None:
        told: dict[str, Any] = {"file": draft.reading.document.name, "changes": saved.changes.counts()}
        documents = draft.document_changes.names()
        await parts.log.add_within(
            connection, member, "import_applied", event_id=saved.congress.id, documents=documents, **told
        )

    saved = await parts.imports.apply(draft_id, member.name, beside=journal)
    event = saved.congress.id
    reach = await tell_conversations(parts, event)
    return ImportApplied(
        event=event,
        version=saved.version,
        changes=_changes(saved.changes),
        reached=reach.now,
        failed=reach.failed,
    )


@router.delete("/imports/{draft_id}", summary="Drop an upload", status_code=204)
async def drop(draft_id: str, request: Request) -> None:
    """Forget an upload that is not to be applied."""
    parts = parts_of(request)
    staff_writes(request)
    parts.imports.drop(draft_id)


@router.get("/events/{event_id}/imports", summary="Imports of the past, with their warnings")
async def history(event_id: str, request: Request) -> ImportHistory:
    """Return what was imported, and what was taken back."""
    parts = parts_of(request)
    staff_reads(request)
    rows = await parts.edits.imports(event_id)
    return ImportHistory(
        imports=[
            ImportPast(
                version=row["version"],
                at=row["imported_at"],
                file=row["file_name"],
                format=row["format"],
                **warned(row["warnings"]),
                counts={kind: len(changes) for kind, changes in row["changes"].items()},
                undone_at=row["undone_at"],
                undone_by=row["undone_by"],
                is_first=row["is_first"],
            )
            for row in rows
        ]
    )


@router.post("/events/{event_id}/imports/undo", summary="Take the latest import back")
async def undo(event_id: str, request: Request, latest: int | None = LATEST, erases: bool = ERASES) -> ImportApplied:
    """Put the programme back as it was before; what staff decided stays in force.

    With the first import the congress goes, and all that belongs to it: 409 unless `erases`.
    Of two who take back the same import, the second is asked to look again.
    """
    parts, member = parts_of(request), staff_writes(request)
    in_force = [row["version"] for row in await parts.edits.imports(event_id) if row["undone_at"] is None]

    async def journal(connection: AsyncConnection, undone: Undone) -> None:
        if latest is not None:
            await _check_meant(connection, undone, latest, is_only=in_force == [latest])
        if undone.version is None and not erases:
            raise ErasesCongress(
                "This is the first import: with it the congress goes, its documents, what staff told, its list of "
                "registrations and its check-ins. Nothing was done.",
                hint="Send `erases=true` if all of it is to go.",
            )
        told: dict[str, Any] = {"import_id": undone.import_id, "file": undone.file, "changes": undone.changes.counts()}
        await parts.log.add_within(connection, member, "import_undone", event_id=event_id, **told)

    undone = await parts.edits.undo_import(event_id, member.name, beside=journal)
    if undone.version is None:
        await parts.registration_lists.erase(event_id, member)
        await parts.shelves.erase_orphans()
        return ImportApplied(event=event_id, version=None, changes=_changes(undone.changes), reached=0, failed=0)
    reach = await tell_conversations(parts, event_id)
    return ImportApplied(
        event=event_id,
        version=undone.version,
        changes=_changes(undone.changes),
        reached=reach.now,
        failed=reach.failed,
    )


async def _check_meant(connection: AsyncConnection, undone: Undone, meant: int, *, is_only: bool) -> None:
    """Raise `ImportChanged`, which keeps everything as it is, when another import was taken back than was meant."""
    if undone.version is None:
        is_meant = is_only  # its row is gone, with the congress
    else:
        taken_back = select(IMPORT.c.version).where(IMPORT.c.id == undone.import_id)
        is_meant = await connection.scalar(taken_back) == meant
    if not is_meant:
        raise ImportChanged(
            "Somebody has imported a programme or taken one back meanwhile; nothing of yours was done.",
            hint="Look at what holds now, and decide again.",
        )


async def _document(file: UploadFile) -> Document:
    path = PurePath((file.filename or "").replace("\\", "/"))
    name = (path if not path.is_absolute() and ".." not in path.parts else PurePath(path.name)).as_posix()[
        :MOST_LETTERS
    ]
    if not path.name or path.name.startswith("."):
        raise BadInput("A file has no name.", hint="Send each file with its name.", param="files")
    return Document(name, await file.read())


def _shown(draft: ImportDraft) -> ImportShown:
    agenda = draft.reading.agenda
    return ImportShown(
        id=draft.id,
        event=agenda.congress.id,
        event_name=agenda.congress.name,
        timezone=agenda.congress.timezone,
        is_new=draft.base_version is None,
        files=list(draft.reading.files),
        format=draft.reading.format_name,
        sessions=len(agenda.sessions),
        rooms=len(agenda.rooms),
        speakers=len({person.id for session in agenda.sessions for person in session.speakers}),
        without_start=sum(session.start is None for session in agenda.sessions),
        statuses=Counter(session.status for session in agenda.sessions),
        documents=len(draft.documents.documents) if draft.documents is not None else None,
        mapping=draft.reading.mapping.as_json() if draft.reading.mapping is not None else None,
        tables=tables_shown(draft.reading),
        fields=list(FIELDS),
        **warned(vars(warning) for warning in agenda.warnings),
        changes=_changes(draft.changes),
        document_changes=ImportDocuments(**draft.document_changes.names()),
        changes_nothing=draft.is_same and not draft.document_changes,
        preview=[
            ImportRow(
                title=session.title,
                start=session.start,
                end=session.end,
                room=session.room,
                speakers=[person.name for person in session.speakers],
                status=session.status,
            )
            for session in agenda.sessions[:20]
        ],
    )


def _changes(changes: Changes) -> ImportChanges:
    return ImportChanges(
        counts=changes.counts(),
        **{kind: [ImportChange(**vars(row)) for row in rows[:SHOWN]] for kind, rows in vars(changes).items()},
    )
