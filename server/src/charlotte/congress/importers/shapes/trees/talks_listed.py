"""Talks that a record lists as texts, each with who gives it: `interventi: ["Il maglio (Piero Gatti)", …]`.

A text may begin with when: "11:15 Germination in class — Ada Orr & Bo Lie".
"""

from typing import Any

from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.shapes.values.words import best_name

SURE = 0.6
FEWEST, MOSTLY = 2, 0.5


def talks_listed(key: str, value: Any) -> list[dict[str, str]]:
    """Return the talks of such a list as records; none where it lists something else."""
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        return []
    field, score = best_name(key)
    if field != "title" and score >= SURE:
        return []
    timed = [(found, one) for one in value if (found := TIMED.match(one)) is not None]
    if len(timed) == len(value):
        return [_talk(found[1], found[2] or "", one[found.end() :]) for found, one in timed]
    if len(value) < FEWEST:
        return []
    named = [title_and_people_in(one, True) for one in value]
    is_told = sum(bool(people) for _, people in named) > MOSTLY * len(value)
    return [{"title": title, "speakers": people} for title, people in named] if is_told else []


def _talk(start: str, end: str, said: str) -> dict[str, str]:
    title, people = title_and_people_in(said, True)
    return {"start": start, "end": end, "title": title, "speakers": people}
