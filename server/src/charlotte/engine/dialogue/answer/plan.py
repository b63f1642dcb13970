"""Which tools a goal needs: pure, one step at a time."""

import json
from typing import Any

from charlotte.engine.dialogue import goals
from charlotte.engine.mind import Call

TOPIC_LIMIT = 8
LIST_LIMIT = 50
MOST_ANCHORS = 2
"""Sessions of one person that are looked at to tell what comes after them."""


def calls_for(goal: goals.Goal) -> list[Call]:
    """Return the tool calls that gather what the answer to `goal` needs; none where it needs nothing."""
    match goal:
        case goals.About(session_id):
            return [_call("session_details", session_id=session_id)]
        case goals.Which(session_ids):
            return [_call("session_details", session_id=session_id) for session_id in session_ids]
        case goals.Both(one, other, _):
            return [_half_call(one), _half_call(other)]
        case goals.Search():
            return [
                _call(
                    "find_sessions",
                    query=None if goal.is_topic else goal.query,
                    topic=goal.query if goal.is_topic else None,
                    room=goal.room,
                    day=goal.day,
                    part_of_day=_part(goal.part),
                    language=goal.language,
                    limit=TOPIC_LIMIT if goal.is_topic else None,
                )
            ]
        case goals.Slice():
            return [_slice_call(goal)]
        case goals.Speaker(name):
            who = _call("find_speaker", name=name)
            return [who] if goal.about is None else [who, _call("find_sessions", question=goal.about)]
        case goals.Changed(day):
            return [_call("whats_changed", day=day)]
        case goals.OfCompany(name):
            return [_call("find_speaker", affiliation=name)]
        case goals.Colleagues(name):
            return [_call("find_speaker", name=name, colleagues=True)]
        case _:
            return _slot_calls(goal)  # none for a fixed answer


def _slot_calls(goal: goals.Goal) -> list[Call]:
    match goal:
        case goals.Beside():
            return _beside_calls(goal)
        case goals.Counted(inside, kind, track, room, day):
            counted = {"inside": inside, "kind": kind, "track": track, "room": room, "day": day}
            return [_call("find_sessions", **counted, limit=LIST_LIMIT)]
        case goals.OfKind(kind, _, _, day, query):
            return [_call("find_sessions", kind=kind, query=query, day=day, limit=LIST_LIMIT)]
        case goals.Break(sort, _, day, _, part):
            kind = "social" if sort == "social" else "break"
            breaks = _call("find_sessions", kind=kind, day=day, part_of_day=_part(part), limit=LIST_LIMIT)
            return [breaks] if goal.near is None else [breaks, _call("session_details", session_id=goal.near)]
        case goals.Place(name, _):
            return [_call("find_place", name=name)]
        case goals.Sizes(names):
            return [_call("find_place", name=name) for name in names]
    return []


def _slice_call(goal: goals.Slice) -> Call:
    if goal.is_timed and not goal.is_span:
        lists = goal.longer_than or "count" in goal.asks or goal.language or goal.track
        return _call("whats_on", **goal.arguments(), limit=LIST_LIMIT if lists else None)
    named = {"room": goal.room, "track": goal.track, "day": goal.day, "kind": goal.kind, "language": goal.language}
    return _call("find_sessions", **named, limit=LIST_LIMIT)


def _half_call(half: goals.Half) -> Call:
    if half.session_id is not None:
        return _call("session_details", session_id=half.session_id)
    return _call("find_sessions", query=half.said, question=half.said, limit=1)


def _beside_calls(goal: goals.Beside) -> list[Call]:
    match goal.side:
        case "beside":
            return [_call("whats_on", beside_session_id=goal.session_ids[0], room=goal.room)]
        case "before":
            return [_call("whats_on", before_session_id=goal.session_ids[0])]
    return [
        call
        for one in goal.session_ids[:MOST_ANCHORS]
        for call in (
            _call("session_details", session_id=one),
            _call("whats_on", after_session_id=one, room=goal.room),
        )
    ]


def _part(name: str | None) -> str | None:
    """Return a part of the day as `find_sessions` takes it."""
    return {"all": None, "after_lunch": "afternoon"}.get(name, name) if name else None


def _call(name: str, /, **arguments: Any) -> Call:
    given = {key: value for key, value in arguments.items() if value is not None}
    return Call(name, json.dumps(given, ensure_ascii=False))
