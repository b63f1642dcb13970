"""`/api/staff/unanswered` and `/api/staff/events/{id}/answers`: what nothing answered, and what staff answered."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.knowledge.staff_answers import LONGEST_ANSWER, LONGEST_QUESTION
from charlotte.wire.api.parts import parts_of, staff_changes, staff_only
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/staff", tags=["staff"], responses=PROBLEMS)

GapState = Literal["open", "answered", "dismissed"]
AnswerLanguage = Literal["it", "en", "fr", "de", "es"]


class GapShown(BaseModel):
    """One question that nothing answered."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    session_id: str
    event_id: str
    language: str | None
    state: GapState
    at: datetime
    question: str | None = Field(description="Null once the words of the conversation were erased.")


class GapsShown(BaseModel):
    """What is open, then the rest; each newest first."""

    questions: list[GapShown]


class GapChange(BaseModel):
    """What becomes of a question."""

    model_config = ConfigDict(extra="forbid")

    state: GapState


class AnswerWanted(BaseModel):
    """An answer that staff give."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    answer: str = Field(min_length=1, max_length=LONGEST_ANSWER)
    language: AnswerLanguage = Field(description="Of the answer.")
    answers: str | None = Field(default=None, max_length=40, description="Id of the question that it answers.")


class AnswerShown(BaseModel):
    """One answer of staff."""

    id: str
    question: str
    answer: str
    language: str
    who: str
    at: datetime


class AnswersShown(BaseModel):
    """All answers of staff, the latest first."""

    answers: list[AnswerShown]


@router.get("/unanswered", summary="What nothing answered")
async def questions(
    request: Request, state: GapState | None = None, event: str | None = Query(default=None, max_length=200)
) -> GapsShown:
    """Return questions that neither the programme nor documents answered; staff only."""
    staff_only(request)
    found = await parts_of(request).unanswered.all(state=state, event_id=event)
    return GapsShown(questions=[GapShown.model_validate(one) for one in found])


@router.post("/unanswered/{gap_id}", status_code=204, summary="Put a question aside, or open it again")
async def change_question(gap_id: str, body: GapChange, request: Request) -> Response:
    """Note what becomes of it; staff only."""
    staff_changes(request)
    await parts_of(request).unanswered.set(gap_id, body.state)
    return Response(status_code=204)


@router.get("/events/{event_id}/answers", summary="What staff answered")
async def answers(event_id: str, request: Request) -> AnswersShown:
    """Return the answers of a congress; staff only."""
    parts = parts_of(request)
    staff_only(request)
    await parts.congresses.programme(event_id)
    found = await parts.staff_answers.all(event_id)
    return AnswersShown(answers=[AnswerShown(**vars(one)) for one in found])


@router.post("/events/{event_id}/answers", status_code=201, summary="Answer a question")
async def answer(event_id: str, body: AnswerWanted, request: Request) -> AnswerShown:
    """Keep an answer: from then on she gives it, in running conversations too."""
    parts, member = parts_of(request), staff_changes(request)
    await parts.congresses.programme(event_id)
    answer_id = await parts.staff_answers.add(
        event_id, question=body.question, answer=body.answer, language=body.language, who=member.name
    )
    if body.answers is not None:
        await parts.unanswered.set(body.answers, "answered")
    kept = next(one for one in await parts.staff_answers.all(event_id) if one.id == answer_id)
    return AnswerShown(**vars(kept))


@router.delete("/events/{event_id}/answers/{answer_id}", status_code=204, summary="Take an answer back")
async def remove(event_id: str, answer_id: str, request: Request) -> Response:
    """Forget an answer; staff only."""
    staff_changes(request)
    await parts_of(request).staff_answers.remove(event_id, answer_id)
    return Response(status_code=204)
