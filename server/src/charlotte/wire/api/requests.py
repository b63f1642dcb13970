"""`/api/staff/requests`: what attendees want of the staff."""

from datetime import datetime

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.access.staff import Member
from charlotte.ledger.requests import Kind, State
from charlotte.wire.api.parts import ApiParts, parts_of, staff_changes, staff_only
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/staff/requests", tags=["staff"], responses=PROBLEMS)


class RequestShown(BaseModel):
    """A message to the desk, or a question that nothing answered."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    kind: Kind
    session_id: str
    event_id: str
    language: str | None
    state: State
    at: datetime
    changed_at: datetime
    words: str | None = Field(description="The attendee's; null once the words of the conversation were erased.")
    place: str | None = Field(description="Where who left a message is, if they said it.")


class RequestsShown(BaseModel):
    """What is not done, then what is; each newest first."""

    requests: list[RequestShown]


class RequestChange(BaseModel):
    """What becomes of a request."""

    model_config = ConfigDict(extra="forbid")

    state: State


@router.get("", summary="What attendees want of the staff")
async def requests(
    request: Request,
    kind: Kind | None = None,
    state: State | None = None,
    event: str | None = Query(default=None, max_length=200),
) -> RequestsShown:
    """Return the requests of a congress, or of all, with the attendee's words; staff only."""
    staff_only(request)
    found = await parts_of(request).requests.all(kind=kind, state=state, event_id=event)
    return RequestsShown(requests=[RequestShown.model_validate(one) for one in found])


@router.post("/{request_id}", status_code=204, summary="Take a request, or say that it is done")
async def change(request_id: str, body: RequestChange, request: Request) -> Response:
    """Note who takes care; staff only."""
    parts, member = parts_of(request), staff_changes(request)
    await change_state(parts, member, request_id, body.state)
    return Response(status_code=204)


async def change_state(parts: ApiParts, member: Member, request_id: str, state: State) -> None:
    """Note what became of a request, and who said so."""
    before = await parts.requests.set(request_id, state)
    where = {"event_id": before.event_id, "session_id": before.session_id}
    told = {"request": request_id, "kind": before.kind, "before": before.state, "state": state}
    await parts.log.add(member, "request_changed", **where, **told)
