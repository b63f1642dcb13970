"""From a question as understood to the slice of the programme that it names: pure, everything at once."""

from dataclasses import replace
from typing import Any

from charlotte.congress.ceremonies import CEREMONIES
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.slice import ENDS, Pick, Slice

PICKS: tuple[Pick, ...] = ("first", "last", "rest", "next", "now")
MOMENTS = ("now", "next", "now_and_next")
LIKELY = 0.8
"""With more than this a pick is taken that no pattern finds."""


def sliced(reading: Reading, **said: Any) -> Slice:
    """Return the slice that is made of all that a question names; `said` is what the caller knows better."""
    pick = picked(reading)
    named = Slice(
        room=reading.room.name if reading.room else None,
        day=reading.day,
        kind=kind_of(reading, pick),
        language=None if reading.sure_title else reading.session_language,
        beside=reading.anchor.when if reading.anchor else None,
        part=reading.part,
        longer_than=reading.wants.minutes if "longer" in reading.wants.says else None,
        talks_only=pick in ENDS and reading.room is None and says(reading, "talks"),
        pick=pick,
        asks=reading.asks,
    )
    return replace(_timed(named, reading), **said)


def _timed(named: Slice, reading: Reading) -> Slice:
    edge, time = reading.wants.edge, reading.time
    if time is None:
        return named
    if edge is not None and named.pick in MOMENTS:  # "after four" is not what comes next
        named = replace(named, pick=None)
    if edge == "after":
        return replace(named, since=time)
    if edge == "before":
        return replace(named, until=time)
    return replace(named, at=time, part=None, begins=says(reading, "starting"))


def picked(reading: Reading) -> Pick | None:
    """Return what of a slice is asked for: by the words that say so, else by what the question means."""
    scopes, rest = reading.scopes, "rest" in reading.wants.says
    if {"now", "next"} <= scopes and _both(reading):
        return "now_and_next"
    for pick in PICKS:
        if pick in scopes or pick == "rest" and rest:
            return pick
    likely = (pick for pick in PICKS if reading.family.wants(f"pick_{pick}", above=LIKELY))
    return next((pick for pick in likely if not (pick in ENDS and _asks_for_all(reading))), None)


def _asks_for_all(reading: Reading) -> bool:
    """Return whether it is only asked what there is in a part of the day: no word says that one of it is meant."""
    return reading.part is not None and reading.asks == {"what"}


def _both(reading: Reading) -> bool:
    """Return whether what is on and what comes next are joined by an "and": else one only tells the other."""
    now = reading.grammar.search("scope", "now", reading.words.text)
    behind = reading.words.text[now.end() :] if now else ""
    joined = reading.grammar.search("two", "and", behind)
    return joined is not None and reading.grammar.says("scope", "next", behind[joined.end() :])


def kind_of(reading: Reading, pick: Pick | None = None) -> str | None:
    """Return the kind of session that narrows a slice; in one room there is but one thing, whatever it is called."""
    kind = reading.kind.value if reading.kind else None
    is_one = reading.room is not None and (pick in MOMENTS or reading.time is not None)
    return None if kind in CEREMONIES or is_one and not reading.wants.edge else kind


def says(reading: Reading, key: str) -> bool:
    """Whether the small words of a question say something of this kind."""
    return reading.grammar.says("want", key, reading.words.text)
