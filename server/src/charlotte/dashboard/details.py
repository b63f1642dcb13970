"""`/api/staff/events/{id}/brief…`: what staff tell about an event, with preview, history and undo."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from charlotte.access.problem import PROBLEMS
from charlotte.access.staff import Member
from charlotte.dashboard.brief_store import Version
from charlotte.dashboard.comparing import changes, compared
from charlotte.dashboard.live_brief import bring, reach
from charlotte.dashboard.parts import DashboardParts, parts_of, staff_reads, staff_writes
from charlotte.session.call import Call
from charlotte.session.configuration.brief import FACTS, Brief, checked, checked_voice
from charlotte.session.configuration.instructions import VERSION, instructions
from charlotte.session.desk import prompt_variables

router = APIRouter(prefix="/api/staff/events/{event_id}/brief", tags=["staff"], responses=PROBLEMS)

Language = Literal["it", "en", "fr", "de", "es"]
HISTORY = 20


class FactShown(BaseModel):
    """One thing that can be told."""

    name: str
    value: str = Field(description="As staff told it; empty = not told.")
    programme: str = Field(description="What the programme says, which holds where staff told nothing.")
    max_chars: int
    lines: int


class BriefShown(BaseModel):
    """What is told about an event now."""

    version: int = Field(description="Send it back with a change: it tells whether somebody else saved meanwhile.")
    facts: list[FactShown]
    voice: str | None = Field(description="null = the configured voice.")
    default_voice: str | None
    voices: list[str] = Field(description="Voices to choose from; empty = any name the provider knows.")
    changed_at: datetime | None
    changed_by: str | None


class Draft(BaseModel):
    """What is to be told."""

    model_config = ConfigDict(extra="forbid")

    variables: dict[str, str] = Field(max_length=60)
    voice: str | None = Field(default=None, max_length=80)


class Wanted(Draft):
    """A change, made from the version that was seen."""

    base_version: int = Field(ge=0)


class Restore(BaseModel):
    """An earlier state to take up again; 0 = nothing told."""

    model_config = ConfigDict(extra="forbid")

    base_version: int = Field(ge=0)
    version: int = Field(ge=0)


class ChangeShown(BaseModel):
    """One value before and after."""

    name: str
    before: str | None
    after: str | None


class LineShown(BaseModel):
    """One line of the instructions beside the earlier ones."""

    kind: Literal["same", "added", "removed", "left_out"]
    text: str


class Preview(BaseModel):
    """What a draft would do."""

    changes: list[ChangeShown]
    lines: list[LineShown] = Field(description="The instructions where they differ.")
    instructions: str = Field(description="The whole, as a model would get them.")
    template: str
    conversations: int = Field(description="Running conversations that would get it at once.")
    voice_waits: int = Field(description="Those among them whose voice changes with another call, when nobody speaks.")


class Saved(BaseModel):
    """What a change did."""

    version: int
    reached: int
    voice_waits: int
    failed: int


class VersionShown(BaseModel):
    """One change that was made."""

    version: int
    at: datetime
    who: str
    restores: int | None = Field(description="The earlier version that was taken up again.")
    changes: list[ChangeShown]
    variables: dict[str, str] = Field(description="All that was told from then on.")
    voice: str | None


class History(BaseModel):
    """Changes, the latest first."""

    versions: list[VersionShown]
    more: bool


@router.get("", summary="What is told about an event")
async def brief(event_id: str, request: Request) -> BriefShown:
    """Return every prompt variable with its value, and the voice."""
    parts = parts_of(request)
    staff_reads(request)
    programme = prompt_variables(await parts.congresses.programme(event_id))
    latest = await parts.briefs.latest(event_id)
    told = latest.brief if latest else Brief()
    return BriefShown(
        version=told.version,
        facts=[
            FactShown(
                name=fact.name,
                value=told.variables.get(fact.name, ""),
                programme=programme.get(fact.name, ""),
                max_chars=fact.max_chars,
                lines=fact.lines,
            )
            for fact in FACTS
        ],
        voice=told.voice,
        default_voice=parts.upstreams.preferred().voice,
        voices=list(_voices(parts)),
        changed_at=latest.at if latest else None,
        changed_by=latest.who if latest else None,
    )


@router.post("/preview", summary="See what a change would do")
async def preview(event_id: str, body: Draft, request: Request, language: Language | None = None) -> Preview:
    """Return the resulting instructions and how they differ; nothing is stored."""
    parts = parts_of(request)
    staff_reads(request)
    now = await parts.briefs.current(event_id)
    draft = Brief(now.version, checked(body.variables), checked_voice(body.voice, _voices(parts)))
    programme = prompt_variables(await parts.congresses.programme(event_id))
    before = instructions({**programme, **now.variables}, language=language)
    after = instructions({**programme, **draft.variables}, language=language)
    reached = reach(_calls(parts, event_id), draft)
    return Preview(
        changes=[ChangeShown(**vars(change)) for change in changes(now, draft)],
        lines=[LineShown(**vars(line)) for line in compared(before, after)],
        instructions=after,
        template=VERSION,
        conversations=reached.now,
        voice_waits=reached.voice_waits,
    )


@router.put("", summary="Change what is told")
async def change(event_id: str, body: Wanted, request: Request) -> Saved:
    """Store the change and bring it to every running conversation; 409 when somebody else saved meanwhile."""
    parts, member = parts_of(request), staff_writes(request)
    await parts.congresses.programme(event_id)
    draft = Brief(0, checked(body.variables), checked_voice(body.voice, _voices(parts)))
    return await _save(parts, event_id, member, draft, base=body.base_version)


@router.post("/restore", summary="Take up an earlier state again")
async def restore(event_id: str, body: Restore, request: Request) -> Saved:
    """Store an earlier state as the newest one: undo, and undo of the undo."""
    parts, member = parts_of(request), staff_writes(request)
    await parts.congresses.programme(event_id)
    earlier = await parts.briefs.version(event_id, body.version)
    return await _save(parts, event_id, member, earlier, base=body.base_version, restores=body.version)


@router.get("/history", summary="Who changed what")
async def history(event_id: str, request: Request, before: int | None = None) -> History:
    """Return changes with the values before and after."""
    parts = parts_of(request)
    staff_reads(request)
    versions = await parts.briefs.history(event_id, limit=HISTORY + 1, before=before)
    earlier = [*(version.brief for version in versions[1:]), Brief()][: len(versions)]
    shown = [_shown(version, older) for version, older in zip(versions, earlier, strict=True)]
    return History(versions=shown[:HISTORY], more=len(versions) > HISTORY)


async def _save(  # noqa: PLR0913 - the parts of one change
    parts: DashboardParts, event_id: str, member: Member, wanted: Brief, *, base: int, restores: int | None = None
) -> Saved:
    stored = await parts.briefs.save(
        event_id, base=base, variables=wanted.variables, voice=wanted.voice, who=member, restores=restores
    )
    done = await bring(
        _calls(parts, event_id), stored, parts.desk, lambda session_id: parts.switchboard.renew(session_id, "voice")
    )
    return Saved(version=stored.version, reached=done.now, voice_waits=done.voice_waits, failed=done.failed)


def _voices(parts: DashboardParts) -> tuple[str, ...]:
    return parts.upstreams.preferred().voices


def _calls(parts: DashboardParts, event_id: str) -> list[Call]:
    return [call for call in parts.switchboard.live_calls() if call.session.event_id == event_id]


def _shown(version: Version, older: Brief) -> VersionShown:
    return VersionShown(
        version=version.brief.version,
        at=version.at,
        who=version.who,
        restores=version.restores,
        changes=[ChangeShown(**vars(change)) for change in changes(older, version.brief)],
        variables=dict(version.brief.variables),
        voice=version.brief.voice,
    )
