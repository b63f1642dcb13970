"""`/api/staff/events/{id}/proposals`: facts that the documents state, for staff to take up or to put aside."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.access.problem import PROBLEMS
from charlotte.dashboard.parts import parts_of, staff_reads, staff_writes
from charlotte.session.configuration.brief import FACTS

router = APIRouter(prefix="/api/staff/events/{event_id}/proposals", tags=["staff"], responses=PROBLEMS)


class ProposalShown(BaseModel):
    """What a document seems to say about a fact that staff have not told."""

    id: str
    fact: str
    value: str = Field(description="The document's own words, as they would be told.")
    language: str
    source: str = Field(description="Document, heading and page.")


class ProposalsShown(BaseModel):
    """All of them, in the order of the facts; none is in force before staff save it."""

    proposals: list[ProposalShown]
    reading: bool = Field(description="Whether the documents are still being read; there are no proposals before.")


class Aside(BaseModel):
    """A proposal that is not wanted."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(min_length=1, max_length=40)


@router.get("", summary="Facts that the documents state")
async def proposed(event_id: str, request: Request) -> ProposalsShown:
    """Return what could be told, with where it stands; facts that staff told already are left out."""
    parts = parts_of(request)
    staff_reads(request)
    await parts.congresses.programme(event_id)
    told = (await parts.briefs.current(event_id)).variables
    wanted = {fact.name: fact.max_chars for fact in FACTS if fact.lines == 1 and not told.get(fact.name)}
    found = await parts.facts.proposed(event_id, wanted)
    shown = [ProposalShown(id=one.id, **vars(one)) for one in found]
    return ProposalsShown(proposals=shown, reading=not shown and await parts.facts.read(event_id) == "reading")


@router.post("/aside", status_code=204, summary="Put a proposal aside")
async def put_aside(event_id: str, body: Aside, request: Request) -> Response:
    """Never propose these words for this fact again."""
    parts, member = parts_of(request), staff_writes(request)
    await parts.congresses.programme(event_id)
    await parts.facts.put_aside(event_id, body.id, member.name)
    await parts.log.add(member, "proposal_put_aside", event_id=event_id, proposal=body.id)
    return Response(status_code=204)
