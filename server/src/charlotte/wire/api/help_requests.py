"""`/api/staff/requests`: what attendees asked the information desk."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

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
    message: str | None = Field(description="Null once the words of the conversation were erased.")
    place: str | None


class HelpRequestsShown(BaseModel):
    """What is not done, then what is; each newest first."""

    requests: list[HelpRequestShown]


class RequestChange(BaseModel):
    """What becomes of a request."""

    model_config = ConfigDict(extra="forbid")

    state: State


@router.get("", summary="What attendees asked the desk")
async def requests(
    request: Request, state: State | None = None, event: str | None = Query(default=None, max_length=200)
) -> HelpRequestsShown:
    """Return the requests of a congress, or of all, with the attendee's words; staff only."""
    staff_only(request)
    found = await parts_of(request).help_requests.all(state=state, event_id=event)
    return HelpRequestsShown(requests=[HelpRequestShown.model_validate(one) for one in found])


@router.post("/{request_id}", status_code=204, summary="Take a request, or say that it is done")
async def change(request_id: str, body: RequestChange, request: Request) -> Response:
    """Note who takes care; staff only."""
    staff_changes(request)
    await parts_of(request).help_requests.set(request_id, body.state)
    return Response(status_code=204)
