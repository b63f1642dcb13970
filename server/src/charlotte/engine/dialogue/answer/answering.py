"""From a goal and what the tools returned to clauses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.question.claims import Claim
from charlotte.engine.dialogue.saying import many, slots, two
from charlotte.engine.dialogue.saying.one import about_session
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.mind import Prompt
from charlotte.tools.results import (
    PlaceResult,
    Result,
    SessionResult,
    SessionsResult,
    SpeakerResult,
    WhatsOnResult,
)

R = TypeVar("R", bound=Result)


MOST_SIZES = 4
"""Rooms whose seats are told, where all are asked about."""


class Unusable(Exception):
    """A tool failed, or answered something else than its result."""


def wording(results: Sequence[dict[str, Any]], language: str, prompt: Prompt) -> Wording:
    """Return how to say what tools returned, on the day on which they did."""
    now = next((result["now"] for result in results if isinstance(result.get("now"), str)), None)
    return Wording(language, prompt.spoken, datetime.fromisoformat(now).date() if now else datetime.min.date())


def clauses_for(goal: goals.Goal, outputs: Sequence[dict[str, Any]], say: Wording, words: Sequence[str]) -> list[str]:
    """Return what to say, the fact first. Raises `Unusable` when an output is not what its tool returns.

    `words`: folded words that name the kind of break that was asked for.
    """
    match goal:
        case goals.Answer(phrase):
            return [say(phrase)]
        case goals.About(_, asks):
            return about_session(_read(SessionResult, outputs, 0), asks, say, goal.claim)
        case goals.Which(session_ids):
            results = [_read(SessionResult, outputs, at) for at in range(len(session_ids))]
            then = [one for one in results if one.session and Claim(goal.day).holds(one.session, say.today)]
            if goal.day is not None and len(then) == 1:
                return about_session(then[0], goal.asks, say)
            if goal.or_first:
                return about_session(results[0], goal.asks, say)
            titles = [say.title(one.session) for one in results if one.session]
            return [say("which_of", choices=say.join(titles, "or"))]
        case goals.Both():
            return two.of_both(*halves(goal, outputs), goal, say)
        case goals.Search():
            return many.search(_led(_read(SessionsResult, outputs, 0), goal), goal, say)
        case goals.OfKind():
            return many.of_kind(_read(SessionsResult, outputs, 0), goal, say)
        case goals.Break():
            near = None if goal.near is None else _read(SessionResult, outputs, 1).session
            return many.breaks(_read(SessionsResult, outputs, 0), goal, say, words, near)
        case _:
            return _slot_clauses(goal, outputs, say)


def _led(result: SessionsResult, goal: goals.Search) -> SessionsResult:
    """Return what was found; where it is asked who leads, the sessions that somebody leads, without their talks."""
    led = [one for one in result.sessions if one.chairs]
    if "chair" not in goal.asks or not led:
        return result
    return result.model_copy(update={"sessions": led, "total": len(led)})


def halves(goal: goals.Both, outputs: Sequence[dict[str, Any]]) -> tuple[two.Found, two.Found]:
    """Return what was found of two sessions; the same one is not found twice. Raises `Unusable`."""
    one, other = (_half(half, outputs, at) for at, half in enumerate((goal.one, goal.other)))
    if one.session is None or other.session is None or one.session.id != other.session.id:
        return one, other
    return (
        (replace(one, result=None), other) if other.is_sure and not one.is_sure else (one, replace(other, result=None))
    )


def names_two(goal: goals.Both, outputs: Sequence[dict[str, Any]], *, or_near: bool) -> bool:
    """Return whether one of the two that a question seemed to name is surely a session, or a tool failed.

    `or_near`: or something comes near to both.
    """
    try:
        found = halves(goal, outputs)
        is_sure = any(half.session is not None and half.is_sure for half in found)
        return is_sure or or_near and all(half.session is not None for half in found)
    except Unusable:
        return True


def _half(half: goals.Half, outputs: Sequence[dict[str, Any]], at: int) -> two.Found:
    if half.session_id is not None:
        return two.Found(_read(SessionResult, outputs, at))
    result = _read(SessionsResult, outputs, at)
    is_sure = result.match in ("exact", "close") and (result.matched_by == "title" or result.total == 1)
    found = (result.sessions or result.alternatives)[:1]
    if not found:
        return two.Found(None)
    single = SessionResult(
        event_id=result.event_id, timezone=result.timezone, now=result.now, match=result.match, session=found[0]
    )
    return two.Found(single, is_sure)


def _slot_clauses(goal: goals.Goal, outputs: Sequence[dict[str, Any]], say: Wording) -> list[str]:
    match goal:
        case goals.Speaker() | goals.Colleagues() | goals.OfCompany():
            return many.people(_read(SpeakerResult, outputs, 0), goal, say, _meant(goal, outputs))
        case goals.Slice() if goal.is_timed and not goal.is_span:
            return slots.told(_read(WhatsOnResult, outputs, 0), goal, say)
        case goals.Slice():
            return many.told(_read(SessionsResult, outputs, 0), goal, say)
        case goals.Beside():
            return _beside(goal, outputs, say)
        case goals.Counted():
            return many.counted(_read(SessionsResult, outputs, 0), goal, say)
        case goals.Nearest():
            return many.nearest(_read(SessionsResult, outputs, 0), goal, say)
        case goals.Changed():
            return many.changed(_read(SessionsResult, outputs, 0), say)
        case goals.Place(name, seats):
            return _place(_read(PlaceResult, outputs, 0), name, say, seats=seats)
        case goals.Sizes(names):
            return _sizes([_read(PlaceResult, outputs, at) for at in range(len(names))], say)
    raise Unusable


def _meant(goal: goals.Goal, outputs: Sequence[dict[str, Any]]) -> SessionsResult | None:
    """Return what is like the words that are said beside somebody's name."""
    is_said = isinstance(goal, goals.Speaker) and goal.about is not None
    return _read(SessionsResult, outputs, 1) if is_said else None


def _beside(goal: goals.Beside, outputs: Sequence[dict[str, Any]], say: Wording) -> list[str]:
    if goal.side != "after":
        result = _read(WhatsOnResult, outputs, 0)
        return slots.before(result, say) if goal.side == "before" else slots.slot(result, goal.room, say)
    named = [_read(SessionResult, outputs, at) for at in range(0, len(outputs), 2)]
    after = [_read(WhatsOnResult, outputs, at) for at in range(1, len(outputs), 2)]
    pairs = [(one.session, then) for one, then in zip(named, after, strict=True) if one.session]
    if not pairs:
        raise Unusable
    there = [pair for pair in pairs if goal.room is None or pair[0].room == goal.room] or pairs
    session, then = next((pair for pair in there if pair[0].phase != "past"), there[-1])
    following = slots.after(then, say, session.room)
    if "duration" not in goal.asks:
        return following
    ended = next(one for one in named if one.session == session)
    return [*about_session(ended, frozenset({"duration"}), say), " ", *following]


def _floor(level: str | None, say: Wording) -> str | None:
    """Return a floor as one says it; a number alone is none."""
    if level is None or not level.lstrip("-").isdigit():
        return level
    return say("floor", level=level) if int(level) else say("ground_floor")


def _place(result: PlaceResult, name: str, say: Wording, *, seats: bool) -> list[str]:
    place = result.place
    if place is None or result.match == "none":
        return [say("unknown_room", what=name)]
    if seats:
        return [say("room_seats", room=place.name, count=place.capacity) if place.capacity else say("not_in_data")]
    details = [part for part in (place.building, _floor(place.level, say), place.description) if part]
    if details:
        return [say("place_details", room=place.name, details=", ".join(details))]
    return [say("no_place_details", room=place.name)]


def _sizes(results: Sequence[PlaceResult], say: Wording) -> list[str]:
    """Return how many each room holds, the largest first; nothing is known where only one of them tells."""
    told = {one.name: one.capacity for result in results if (one := result.place) is not None and one.capacity}
    if len(told) < 2:
        return [say("not_in_data")]
    by_size = sorted(told.items(), key=lambda one: -one[1])[:MOST_SIZES]
    told_of = [say("room_seats", room=room, count=seats) for room, seats in by_size]
    return [piece for clause in told_of for piece in (" ", clause)][1:]


def _read(kind: type[R], outputs: Sequence[dict[str, Any]], at: int) -> R:
    try:
        return kind.model_validate(outputs[at])
    except (IndexError, ValidationError) as error:
        raise Unusable from error
