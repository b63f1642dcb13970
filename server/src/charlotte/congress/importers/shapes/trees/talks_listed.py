"""Talks that a record lists as texts, each with who gives it: `interventi: ["Il maglio (Piero Gatti)", …]`."""

from typing import Any

from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.shapes.values.words import best_name

SURE = 0.6
FEWEST, MOSTLY = 2, 0.5


def talks_listed(key: str, value: Any) -> list[dict[str, str]]:
    """Return the talks of such a list as records; none where it lists something else."""
    if not isinstance(value, list) or len(value) < FEWEST or not all(isinstance(one, str) for one in value):
        return []
    field, score = best_name(key)
    may_be = field == "title" or score < SURE
    told = [title_and_people_in(one, True) for one in value] if may_be else []
    named = sum(bool(people) for _, people in told)
    return [{"title": title, "speakers": people} for title, people in told] if named > MOSTLY * len(value) else []
