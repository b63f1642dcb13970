"""How an error of our own API looks on the wire: problem+json with `code`, `message` and `hint`."""

from typing import Any

from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong and what to do about it."""

    code: str = Field(examples=["ticket_used"])
    message: str = Field(examples=["This ticket was used already."])
    hint: str | None = Field(default=None, examples=["Ask for a new one; each opens one call."])
    param: str | None = Field(default=None, description="The field at fault, where one is.")
    who: str | None = Field(default=None, description="Which of the staff was faster, where one was.")


PROBLEMS: dict[int | str, dict[str, Any]] = {
    "default": {"model": Problem, "description": "A problem", "content": {MEDIA_TYPE: {}}}
}
"""For the OpenAPI document: every route may answer with a problem."""
