"""What is odd in an upload as staff see it: of each kind some, and how many there are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, Field

OF_A_KIND = 50
"""Shown of each kind, so that one with thousands hides no other."""


class ImportWarning(BaseModel):
    """Something that staff should look at."""

    row: str
    code: str
    message: str
    values: dict[str, str | int] | None = Field(
        description="What the sentence of this code speaks of; null = of an earlier version, and unknown."
    )


class ImportWarnings(BaseModel):
    """What is odd in an upload."""

    warnings_count: int
    warnings: list[ImportWarning] = Field(description="Of each code the first ones, in the order of the upload.")
    warnings_by_code: dict[str, int] = Field(description="How many there are of each code.")


def warned(warnings: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the fields of `ImportWarnings`, from warnings as they are kept."""
    seen: Counter[str] = Counter()
    shown = []
    for one in warnings:
        seen[one["code"]] += 1
        if seen[one["code"]] <= OF_A_KIND:
            shown.append(ImportWarning(**({"values": None} | dict(one))))
    return {"warnings_count": seen.total(), "warnings": shown, "warnings_by_code": dict(seen)}
