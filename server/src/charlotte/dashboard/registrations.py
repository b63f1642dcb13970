"""`/api/staff/events/{id}/registrations…`: the list of who is registered, and who was checked in."""

import asyncio
import csv
import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath

import orjson
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.datastructures import UploadFile

from charlotte.access.problem import PROBLEMS
from charlotte.congress.importers.attendees.columns import ATTENDEE_FIELDS
from charlotte.congress.importers.attendees.reading import AttendeeList, read_attendees
from charlotte.congress.importers.document import Document
from charlotte.dashboard.parts import parts_of, staff_reads, staff_writes
from charlotte.dashboard.sessions import tell_conversations
from charlotte.errors import BadInput
from charlotte.ledger.registration_changes import Comparison, ListChanges

CHECKED_IN = Query(description="When the check-in was made, as it was shown; a later one stays.")
router = APIRouter(prefix="/api/staff/events/{event_id}/registrations", tags=["staff"], responses=PROBLEMS)

SHOWN = 50
FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "mapping": {"type": "string", "description": "JSON: field by column; empty = found by itself."},
                    },
                }
            }
        },
    }
}


class RegistrationWarning(BaseModel):
    """Something that staff should look at."""

    row: str
    code: str
    message: str
    values: dict[str, str | int] = Field(description="What the sentence of this code speaks of.")


class MissingRegistration(BaseModel):
    """Somebody who is in the list in force and not in the newer one; masked."""

    initials: str
    code_ending: str
    ticket: str
    checked_in_at: datetime | None


class RegistrationChanges(BaseModel):
    """What a list does to the one in force."""

    added: int
    changed: int
    missing_count: int
    lost_check_ins: int = Field(description="Of those missing; their check-in goes with them.")
    missing: list[MissingRegistration] = Field(description="The first of them, who is checked in before the others.")


class RegistrationPreview(BaseModel):
    """What a list reads as; nothing is stored."""

    file: str
    registered: int
    not_valid: int
    with_code: int
    with_email: int
    was_checked_in: int
    code_is_enough: bool = Field(description="False = codes can be guessed, and the surname is asked too.")
    columns: list[str]
    version: str = Field(description="Of what it was compared with; given back when the list is used.")
    mapping: dict[str, str] = Field(description="Field by column.")
    fields: list[str] = Field(description="What a column may be.")
    changes: RegistrationChanges | None = Field(description="null = there is no list yet.")
    warnings_count: int
    warnings: list[RegistrationWarning]


class RegistrationListShown(BaseModel):
    """The list in force."""

    version: str = Field(description="Given back when the list is erased.")
    file: str
    who: str
    at: datetime
    code_is_enough: bool
    registered: int
    checked_in: int


class CheckInShown(BaseModel):
    """One check-in; the person is masked."""

    id: str
    at: datetime
    initials: str
    code_ending: str
    ticket: str
    session_id: str | None = Field(description="The conversation in which it was done; null = the list said so.")


class FailedLookUpsShown(BaseModel):
    """Look-ups that found nothing in the last ten minutes."""

    lately: int
    are_many: bool = Field(description="Staff should look: somebody guesses, or the list is an old one.")
    closed: bool = Field(description="So many that nobody can look up for now; it opens by itself.")


class RegistrationsShown(BaseModel):
    """What stands with registrations."""

    failed_look_ups: FailedLookUpsShown

    check_ins: list[CheckInShown] = Field(description="The latest first.")
    loaded: RegistrationListShown | None = Field(description="null = none; check-in is not offered.")


@router.get("", summary="The list of registrations, and who was checked in")
async def shown(event_id: str, request: Request) -> RegistrationsShown:
    """Return counts and the latest check-ins; names stay sealed."""
    parts = parts_of(request)
    staff_reads(request)
    await parts.congresses.programme(event_id)
    kept = await parts.registration_lists.shown(event_id)
    latest = await parts.check_ins.latest(event_id)
    return RegistrationsShown(
        failed_look_ups=FailedLookUpsShown(**vars(parts.registry.failed_look_ups(event_id))),
        loaded=RegistrationListShown(**vars(kept)) if kept else None,
        check_ins=[CheckInShown(**vars(one)) for one in latest],
    )


@router.post("/preview", summary="See what a list reads as", openapi_extra=FORM)
async def preview(event_id: str, request: Request) -> RegistrationPreview:
    """Return which column is taken for what, and counts; nothing is stored."""
    parts = parts_of(request)
    staff_writes(request)
    await parts.congresses.programme(event_id)
    read = await _read(request)
    return _preview(read, await parts.registration_lists.compare(event_id, read))


@router.put("", summary="Take up a list", openapi_extra=FORM)
async def put(
    event_id: str,
    request: Request,
    version: str = Query(max_length=80, description="Of the preview that was looked at; 409 if it would be other now."),
) -> RegistrationsShown:
    """Store it sealed in place of the earlier one; who is in both stays checked in. Check-in is offered at once."""
    parts, member = parts_of(request), staff_writes(request)
    programme = await parts.congresses.programme(event_id)
    read = await _read(request)
    now = parts.clocks.of(programme).now()
    await parts.registration_lists.put(event_id, read, member, against=version, at=now)
    await tell_conversations(parts, event_id)
    return await shown(event_id, request)


@router.delete("", status_code=204, summary="Erase the list")
async def erase(
    event_id: str,
    request: Request,
    version: str = Query(max_length=80, description="Of the list that was looked at; 409 if it is another one now."),
) -> Response:
    """Forget all registrations and check-ins of an event for good."""
    parts, member = parts_of(request), staff_writes(request)
    if await parts.registration_lists.erase(event_id, member, against=version):
        await tell_conversations(parts, event_id)
    return Response(status_code=204)


@router.post("/check-ins/{registration_id}/undo", status_code=204, summary="Take a check-in back")
async def undo(
    event_id: str,
    registration_id: str,
    request: Request,
    at: datetime = CHECKED_IN,
) -> Response:
    """Note that the person is not here after all."""
    parts, member = parts_of(request), staff_writes(request)
    await parts.check_ins.take_back(event_id, registration_id, at, member)
    return Response(status_code=204)


@router.get("/check-ins.csv", summary="Check-ins for the organisers' own system", response_class=Response)
async def exported(event_id: str, request: Request) -> Response:
    """Return code (or address, where there is no code) and time of everybody who is checked in."""
    parts, member = parts_of(request), staff_reads(request)
    rows = await parts.check_ins.exported(event_id)
    await parts.log.add(member, "check_ins_exported", event_id=event_id, rows=len(rows))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("code", "email", "checked_in_at"))
    writer.writerows((_cell(code), _cell(email), at.isoformat(timespec="seconds")) for code, email, at in rows)
    headers = {"Content-Disposition": 'attachment; filename="check-ins.csv"', "Cache-Control": "no-store"}
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cell(text: str) -> str:
    # A spreadsheet would run what begins like a formula.
    return f"'{text}" if text.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")) else text


async def _read(request: Request) -> AttendeeList:
    async with request.form(max_files=1, max_fields=4) as form:
        file, told = form.get("file"), form.get("mapping")
        if not isinstance(file, UploadFile):
            raise BadInput("No file came with the request.", hint="Send the list as `file`.", param="file")
        name = PurePath((file.filename or "list.csv").replace("\\", "/")).name[:200]
        document = Document(name, await file.read())
    return await asyncio.to_thread(read_attendees, document, _mapping(told) if isinstance(told, str) and told else None)


def _mapping(told: str) -> Mapping[str, str]:
    try:
        mapping = orjson.loads(told)
    except orjson.JSONDecodeError:
        mapping = None
    if not isinstance(mapping, dict) or not all(isinstance(field, str) for field in mapping.values()):
        raise BadInput("The mapping is no JSON object of column and field.", param="mapping")
    return mapping


def _preview(read: AttendeeList, comparison: Comparison) -> RegistrationPreview:
    held, changes = read.attendees, comparison.changes
    return RegistrationPreview(
        file=read.file,
        registered=len(held),
        not_valid=sum(not one.is_valid for one in held),
        with_code=sum(bool(one.code) for one in held),
        with_email=sum(bool(one.email) for one in held),
        was_checked_in=sum(one.was_checked_in for one in held),
        code_is_enough=read.code_is_enough,
        version=comparison.version,
        columns=list(read.columns),
        mapping=dict(read.mapping),
        fields=list(ATTENDEE_FIELDS),
        changes=_changes(changes) if changes is not None else None,
        warnings_count=len(read.warnings),
        warnings=[RegistrationWarning(**vars(one)) for one in read.warnings[:SHOWN]],
    )


def _changes(changes: ListChanges) -> RegistrationChanges:
    return RegistrationChanges(
        added=changes.added,
        changed=changes.changed,
        missing_count=len(changes.missing),
        lost_check_ins=len(changes.lost_check_ins),
        missing=[
            MissingRegistration(
                initials=one.initials,
                code_ending=one.code_ending,
                ticket=one.ticket,
                checked_in_at=one.checked_in_at,
            )
            for one in changes.missing[:SHOWN]
        ],
    )
