"""One line of what `charlotte doctor` reports."""

from dataclasses import dataclass
from typing import Literal

Grade = Literal["ok", "note", "wrong"]


@dataclass(frozen=True)
class Finding:
    """What was found, how bad it is, and what to do."""

    subject: str
    grade: Grade
    text: str
    advice: str | None = None
