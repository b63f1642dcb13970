"""`/api/staff/events/{id}/deeds`: who changed what about an event, the latest first."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from charlotte.access.problem import PROBLEMS
from charlotte.dashboard.brief_store import Version
from charlotte.dashboard.comparing import changes
from charlotte.dashboard.decisions import SessionSlot
from charlotte.dashboard.details import ChangeShown, Draft
from charlotte.dashboard.parts import DashboardParts, parts_of, staff_reads
from charlotte.ledger.staff_log import Deed
from charlotte.session.configuration.brief import Brief

router = APIRouter(prefix="/api/staff/events/{event_id}", tags=["staff"], responses=PROBLEMS)

PAGE = 20
Action = Literal[
    "import_applied",
    "import_undone",
    "session_move",
    "session_delay",
    "session_cancel",
    "session_hold",
    "session_restore",
    "documents_changed",
    "documents_undone",
    "answer_given",
    "answer_taken_back",
    "brief_saved",
    "brief_restored",
    "registrations_loaded",
    "registrations_erased",
    "budget_changed",
]
"""What changes what visitors are told, or what is done for them; who hung up on whom stands in the journal only."""
_Written: TypeAlias = tuple[int | None, datetime]


class SessionDone(BaseModel):
    """What was decided about a session."""

    title: str
    before: SessionSlot | None = Field(description="null = of an earlier version, and unknown.")
    after: SessionSlot | None
    inside: int = Field(description="Talks inside that went with it.")


class DocumentsDone(BaseModel):
    """What happened to documents, by their names."""

    added: list[str] = []
    edited: list[str] = []
    removed: list[str] = []


class AnswerDone(BaseModel):
    """An answer of staff that was given or taken back."""

    question: str | None = Field(description="null = it was taken back, and its words are gone.")
    language: str | None


class BriefDone(BaseModel):
    """A change of what staff tell about the event, and the state before it, which may be taken up again."""

    version: int
    changes: list[ChangeShown]
    earlier_version: int = Field(description="0 = nothing was told.")
    earlier: Draft


class DeedShown(BaseModel):
    """One change; of what it is about, the fields of its action are set."""

    id: int
    at: datetime
    who: str
    action: Action
    file: str | None = Field(description="Of an import.")
    counts: dict[str, int] | None = Field(description="Sessions that an import changed, by how; null = unknown.")
    documents: DocumentsDone | None
    session: SessionDone | None
    answer: AnswerDone | None
    brief: BriefDone | None
    registered: int | None = Field(description="Registrations of a list that was loaded.")


class DeedsShown(BaseModel):
    """Changes, the latest first."""

    deeds: list[DeedShown]
    more: bool


@router.get("/deeds", summary="Who changed what")
async def deeds(event_id: str, request: Request, before: int | None = Query(default=None, ge=1)) -> DeedsShown:
    """Return what staff changed, older than the deed `before`: imports, sessions, documents, facts, answers."""
    parts = parts_of(request)
    staff_reads(request)
    await parts.congresses.programme(event_id)
    found = await parts.log.latest(PAGE + 1, event_id=event_id, actions=get_args(Action), before=before)
    page = found[:PAGE]
    briefs, questions = await _briefs(parts, event_id, page), await _questions(parts, event_id)
    return DeedsShown(deeds=[_shown(deed, briefs, questions) for deed in page], more=len(found) > PAGE)


def _shown(deed: Deed, briefs: Mapping[_Written, BriefDone], questions: Mapping[str, str]) -> DeedShown:
    told = deed.details
    about_answer, about_session = deed.action.startswith("answer_"), deed.action.startswith("session_")
    names = told if deed.action.startswith("documents_") else told.get("documents")
    answer = AnswerDone(question=questions.get(told.get("answer", "")), language=told.get("language"))
    return DeedShown(
        id=deed.id,
        at=deed.at,
        who=deed.who,
        action=deed.action,
        file=told.get("file"),
        counts=told.get("changes"),
        documents=DocumentsDone(**names) if names and any(names.values()) else None,
        session=_session(told) if about_session else None,
        answer=answer if about_answer else None,
        brief=briefs.get((told.get("version"), deed.at)) if deed.action.startswith("brief_") else None,
        registered=told.get("registered"),
    )


def _session(told: Mapping[str, Any]) -> SessionDone:
    return SessionDone(
        title=told.get("title", told["programme_session"]),
        before=told.get("before"),
        after=told.get("after"),
        inside=told.get("inside", 0),
    )


async def _questions(parts: DashboardParts, event_id: str) -> dict[str, str]:
    return {one.id: one.question for one in await parts.answers.all(event_id)}


async def _briefs(parts: DashboardParts, event_id: str, deeds: Iterable[Deed]) -> dict[_Written, BriefDone]:
    """Return the changes of what staff told by their versions: an erased congress had others of the same number."""
    versions = [deed.details["version"] for deed in deeds if deed.action.startswith("brief_")]
    if not versions:
        return {}
    limit = max(versions) - min(versions) + 2
    found = await parts.briefs.history(event_id, limit=limit, before=max(versions) + 1)
    earlier = [*(version.brief for version in found[1:]), Brief()][: len(found)]
    return {
        (version.brief.version, version.at): _brief(version, older)
        for version, older in zip(found, earlier, strict=True)
    }


def _brief(version: Version, older: Brief) -> BriefDone:
    return BriefDone(
        version=version.brief.version,
        changes=[ChangeShown(**vars(change)) for change in changes(older, version.brief)],
        earlier_version=older.version,
        earlier=Draft(variables=dict(older.variables), voice=older.voice),
    )
