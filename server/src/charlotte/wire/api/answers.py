"""`/api/staff/events/{id}/answers`: what staff answer by hand."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.knowledge.staff_answers import LONGEST_ANSWER, LONGEST_QUESTION
from charlotte.wire.api.parts import parts_of, staff_changes, staff_only
from charlotte.wire.api.problems import PROBLEMS
from charlotte.wire.api.requests import change_state

router = APIRouter(prefix="/api/staff/events/{event_id}/answers", tags=["staff"], responses=PROBLEMS)

AnswerLanguage = Literal["it", "en", "fr", "de", "es"]


class AnswerWanted(BaseModel):
    """An answer that staff give."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    answer: str = Field(min_length=1, max_length=LONGEST_ANSWER)
    language: AnswerLanguage = Field(description="Of the answer.")
    answers: str | None = Field(default=None, max_length=40, description="Id of the request that it answers.")


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


@router.get("", summary="What staff answered")
async def answers(event_id: str, request: Request) -> AnswersShown:
    """Return the answers of a congress; staff only."""
    parts = parts_of(request)
    staff_only(request)
    await parts.congresses.programme(event_id)
    found = await parts.staff_answers.all(event_id)
    return AnswersShown(answers=[AnswerShown(**vars(one)) for one in found])


@router.post("", status_code=201, summary="Answer a question")
async def answer(event_id: str, body: AnswerWanted, request: Request) -> AnswerShown:
    """Keep an answer: from then on she gives it, in running conversations too."""
    parts, member = parts_of(request), staff_changes(request)
    await parts.congresses.programme(event_id)
    if body.answers is not None:
        await parts.requests.check(body.answers, event_id)
    answer_id = await parts.staff_answers.add(
        event_id, question=body.question, answer=body.answer, language=body.language, who=member.name
    )
    await parts.log.add(member, "answer_given", event_id=event_id, answer=answer_id, language=body.language)
    if body.answers is not None:
        await change_state(parts, member, body.answers, "done")
    kept = next(one for one in await parts.staff_answers.all(event_id) if one.id == answer_id)
    return AnswerShown(**vars(kept))


@router.delete("/{answer_id}", status_code=204, summary="Take an answer back")
async def remove(event_id: str, answer_id: str, request: Request) -> Response:
    """Forget an answer; staff only."""
    parts, member = parts_of(request), staff_changes(request)
    await parts.staff_answers.remove(event_id, answer_id)
    await parts.log.add(member, "answer_taken_back", event_id=event_id, answer=answer_id)
    return Response(status_code=204)
