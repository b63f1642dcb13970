"""`/api/staff/requests`: what attendees asked the information desk."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from charlotte.wire.api.parts import parts_of, staff_changes, staff_only
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/staff/requests", tags=["staff"], responses=PROBLEMS)

State = Literal["open", "taken", "done"]


class HelpRequestShown(BaseModel):
    """One request."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    session_id: str
    event_id: str
    language: str | None
    state: State
    at: datetime
    changed_at: datetime
    message: str | None
    """Null once the words of the conversation were erased."""
    place: str | None


class HelpRequestsShown(BaseModel):
    """The latest requests, newest first."""

    requests: list[HelpRequestShown]


class Change(BaseModel):
    """What becomes of a request."""

    model_config = ConfigDict(extra="forbid")

    state: State


@router.get("", summary="What attendees asked the desk")
async def requests(request: Request, state: State | None = None) -> HelpRequestsShown:
    """Return requests with the attendee's words; staff only."""
    staff_only(request)
    found = await parts_of(request).help_requests.all(state=state)
    return HelpRequestsShown(requests=[HelpRequestShown.model_validate(one) for one in found])


@router.post("/{request_id}", status_code=204, summary="Take a request, or say that it is done")
async def change(request_id: str, body: Change, request: Request) -> Response:
    """Note who takes care; staff only."""
    staff_changes(request)
    await parts_of(request).help_requests.set(request_id, body.state)
    return Response(status_code=204)
