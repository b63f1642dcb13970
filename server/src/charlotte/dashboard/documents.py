"""`/api/staff/events/{id}/documents…`: single documents, added, replaced, removed and taken back."""

import asyncio
from datetime import datetime
from pathlib import PurePath
from typing import Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.datastructures import UploadFile

from charlotte.access.problem import PROBLEMS
from charlotte.access.staff import Member
from charlotte.dashboard.parts import DashboardParts, parts_of, staff_reads, staff_writes
from charlotte.dashboard.sessions import tell_conversations
from charlotte.errors import BadInput
from charlotte.knowledge.document_changes import DocumentChanges, changes_of, with_more, without
from charlotte.knowledge.passage import Documents, Passage
from charlotte.knowledge.shelves import Beside
from charlotte.knowledge.uploaded import read_uploaded

router = APIRouter(prefix="/api/staff/events/{event_id}/documents", tags=["staff"], responses=PROBLEMS)

MOST_FILES = 20
VERSION = Query(ge=0, description="Of the documents that were looked at; 409 if they are other now.")
SHOWN = 50
"""Passages of a document that are shown, each way; the counts are of all."""
FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}


class DocumentShown(BaseModel):
    """One document."""

    name: str
    title: str
    language: str
    pages: int | None
    passages: int


class DocumentWarningShown(BaseModel):
    """Something about a document that staff should look at."""

    document: str
    message: str
    code: str = Field(description="Empty = of an earlier version.")
    values: dict[str, str | int] = Field(description="What the sentence of this code speaks of.")


class DocumentsPast(BaseModel):
    """A change of documents; the latest that was not taken back can be."""

    at: datetime
    who: str
    added: list[str]
    edited: list[str]
    removed: list[str]
    undone_by: str | None = Field(description="Who took it back; null = it holds.")


class DocumentsShown(BaseModel):
    """The documents as they hold, and their latest changes, the newest first."""

    version: int
    documents: list[DocumentShown]
    warnings: list[DocumentWarningShown]
    changes: list[DocumentsPast]


class PassageShown(BaseModel):
    """What a document says under a heading."""

    heading: str
    page: int | None
    text: str


class DocumentChangeShown(BaseModel):
    """What would happen to one document."""

    name: str
    kind: Literal["added", "edited", "removed"]
    gains_count: int
    gains: list[PassageShown] = Field(description="Says now; of a new document all.")
    loses_count: int
    loses: list[PassageShown] = Field(description="Says no more.")


class DocumentsPreview(BaseModel):
    """What files read as and would change; nothing is stored."""

    version: int = Field(description="Of the documents that it was compared with.")
    changes: list[DocumentChangeShown]
    warnings: list[DocumentWarningShown]


@router.get("", summary="The documents of a congress")
async def documents(event_id: str, request: Request) -> DocumentsShown:
    """Return what she can quote from, and who changed it."""
    parts = parts_of(request)
    staff_reads(request)
    await parts.congresses.programme(event_id)
    version, held = await parts.shelves.documents(event_id)
    return DocumentsShown(
        version=version,
        documents=[
            DocumentShown(
                name=one.name, title=one.title, language=one.language, pages=one.pages, passages=len(one.passages)
            )
            for one in held.documents
        ],
        warnings=[DocumentWarningShown(**vars(warning)) for warning in held.warnings],
        changes=[
            DocumentsPast(at=one.at, who=one.who, undone_by=one.undone_by, **one.names)
            for one in await parts.shelves.past(event_id)
        ],
    )


@router.post("/preview", summary="See what documents would change", openapi_extra=FORM)
async def preview(event_id: str, request: Request) -> DocumentsPreview:
    """Read the files and compare them, passage by passage; nothing is stored."""
    parts = parts_of(request)
    staff_writes(request)
    await parts.congresses.programme(event_id)
    read = await _read(request)
    version, held = await parts.shelves.documents(event_id)
    changes = changes_of(held, with_more(held, read))
    return DocumentsPreview(
        version=version,
        changes=[
            DocumentChangeShown(
                name=one.name,
                kind=one.kind,
                gains_count=len(one.gains),
                gains=[_passage(passage) for passage in one.gains[:SHOWN]],
                loses_count=len(one.loses),
                loses=[_passage(passage) for passage in one.loses[:SHOWN]],
            )
            for one in changes.documents
        ],
        warnings=[DocumentWarningShown(**vars(warning)) for warning in read.warnings],
    )


@router.put("", summary="Add or replace documents", openapi_extra=FORM)
async def put(
    event_id: str,
    request: Request,
    version: int = VERSION,
) -> DocumentsShown:
    """Store the files beside the others, in place of those of the same name; running conversations know it at once."""
    parts, member = parts_of(request), staff_writes(request)
    await parts.congresses.programme(event_id)
    read = await _read(request)
    beside = _journal(parts, member, event_id, "documents_changed")
    changes = await parts.shelves.change(
        event_id, lambda held: with_more(held, read), member.name, beside=beside, against=version
    )
    return await _told(parts, event_id, request, changes)


@router.delete("", summary="Remove a document")
async def remove(
    event_id: str, request: Request, name: str = Query(min_length=1, max_length=500), version: int = VERSION
) -> DocumentsShown:
    """Forget one document; taken back by the same step as any change."""
    parts, member = parts_of(request), staff_writes(request)
    beside = _journal(parts, member, event_id, "documents_changed")
    changes = await parts.shelves.change(
        event_id, lambda held: without(held, name), member.name, beside=beside, against=version
    )
    return await _told(parts, event_id, request, changes)


@router.post("/undo", summary="Take the latest change of documents back")
async def undo(event_id: str, request: Request, version: int = VERSION) -> DocumentsShown:
    """Put the documents back as they were before it, also before an import; again: before the one before.

    Of two who take back the same change, the second is asked to look again.
    """
    parts, member = parts_of(request), staff_writes(request)
    beside = _journal(parts, member, event_id, "documents_undone")
    changes = await parts.shelves.undo(event_id, member.name, beside=beside, against=version)
    return await _told(parts, event_id, request, changes)


def _journal(parts: DashboardParts, member: Member, event_id: str, action: str) -> Beside:
    async def write(connection: AsyncConnection, changes: DocumentChanges) -> None:
        await parts.log.add_within(connection, member, action, event_id=event_id, **changes.names())

    return write


async def _told(parts: DashboardParts, event_id: str, request: Request, changes: DocumentChanges) -> DocumentsShown:
    if changes:
        await tell_conversations(parts, event_id)
    return await documents(event_id, request)


async def _read(request: Request) -> Documents:
    async with request.form(max_files=MOST_FILES, max_fields=2) as form:
        files = [(_name(one), await one.read()) for one in form.getlist("files") if isinstance(one, UploadFile)]
    if not files:
        raise BadInput("No file came with the request.", hint="Send the documents as `files`.", param="files")
    return await asyncio.to_thread(read_uploaded, files)


def _name(file: UploadFile) -> str:
    name = PurePath((file.filename or "").replace("\\", "/")).name[:200]
    if not name or name.startswith("."):
        raise BadInput("A file has no name.", hint="Send each file with its name.", param="files")
    return name


def _passage(passage: Passage) -> PassageShown:
    return PassageShown(heading=passage.heading, page=passage.page, text=passage.text)
