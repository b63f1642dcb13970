"""What is said about two sessions: first whether both can be had, or which it is, then when each is."""

from dataclasses import dataclass

from charlotte.congress.search.folding import folded
from charlotte.engine.dialogue.goals import Both
from charlotte.engine.dialogue.saying.one import about_session, called_off, was
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.tools.results import SessionCard, SessionResult

ATTENDING = ("overlap", "reach")


@dataclass(frozen=True)
class Found:
    """One of the two as it was found; the nearest where it is not sure."""

    result: SessionResult | None
    is_sure: bool = True

    @property
    def session(self) -> SessionCard | None:
        """The session."""
        return self.result.session if self.result is not None else None


def of_both(one: Found, other: Found, goal: Both, say: Wording) -> list[str]:
    """Return how two sessions stand to each other; of only one, when it is, and that the other was not found."""
    halves = ((one, goal.one), (other, goal.other))
    a, b = one.session, other.session
    missing = [half.said for found, half in halves if found.session is None]
    nearest = [
        say("nearest_for", what=half.said, title=say.title(found.session))
        for found, half in halves
        if found.session is not None and not found.is_sure
    ]
    if a is None or b is None:
        known = [clause for found, _ in halves if found.result for clause in _facts(found.result, say)]
        return [*(say("one_not_found", what=what) for what in missing), *known, *nearest]
    off = [session for session in (a, b) if session.status in ("cancelled", "removed")]
    if off:
        lead = say("pair_called_off") if goal.asks in ATTENDING else ""
        rest = [
            clause
            for found, _ in halves
            if found.result and found.session not in off
            for clause in _facts(found.result, say)
        ]
        gone = " ".join(called_off(session, say) for session in off)
        return [lead + gone, *rest, *nearest]
    if a.start is None or b.start is None:
        rest = [clause for found, _ in halves if found.result and found.session for clause in _facts(found.result, say)]
        return [say("overlap_unknown"), *rest]
    return [*_compared(a, b, goal, say), *_moved(a, b, say), *nearest]


def _facts(result: SessionResult, say: Wording) -> list[str]:
    return [" ", *about_session(result, frozenset(), say)]


def _moved(a: SessionCard, b: SessionCard, say: Wording) -> list[str]:
    return [
        say("one_moved", title=say.title(one), was=before)
        for one in (a, b)
        if one.status == "moved" and (before := was(one, say))
    ]


def _compared(a: SessionCard, b: SessionCard, goal: Both, say: Wording) -> list[str]:
    assert a.start is not None and b.start is not None, "what has no time was told apart before"
    clash = a.start < (b.end or b.start) and b.start < (a.end or a.start) or a.start == b.start
    with_day = a.day != b.day or a.day != say.today
    values = {
        "one": say.title(a),
        "other": say.title(b),
        "one_span": _placed(say.span(a, with_day=with_day), a, b, say),
        "other_span": _placed(say.span(b, with_day=a.day != b.day), b, a, say),
    }
    match goal.asks:
        case "clash":
            return [say("clash_yes" if clash else "clash_no", **values)]
        case "longer" | "longer_than" | "shorter_than" if a.end is not None and b.end is not None:
            return [*_is_so(a, b, goal, say), *_longer(a, b, values, say)]
        case "earlier" | "order" | "longer" | "longer_than" | "shorter_than" | "facts" if a.start == b.start:
            return [say("begin_together", **values)]
        case "order":
            when = {"one_when": say.when(a, with_day=with_day), "other_when": say.when(b, with_day=a.day != b.day)}
            return [say("it_before" if a.start < b.start else "it_after", **values, **when)]
        case "earlier" | "longer" | "longer_than" | "shorter_than" | "facts":
            first, second = sorted((a, b), key=lambda session: session.start.timestamp() if session.start else 0.0)
            other_than_first, other_than_second = (None, None) if goal.asks == "facts" else (second, first)
            return [
                say(
                    "comes_first",
                    title=_called(first, goal, say),
                    when=_placed(say.when(first, with_day=with_day), first, other_than_first, say),
                ),
                say(
                    "comes_after",
                    title=_called(second, goal, say),
                    when=_placed(say.when(second, with_day=a.day != b.day), second, other_than_second, say),
                ),
            ]
    clauses = [say("overlap_no" if clash else "overlap_yes", **values)]
    if goal.asks == "reach" and not clash and a.day == b.day:
        first, second = (a, b) if a.start < b.start else (b, a)
        if first.end is not None and second.start is not None and second.start > first.end:
            clauses.append(say("gap_between", length=say.length(second.start - first.end)))
    return clauses


def _called(session: SessionCard, goal: Both, say: Wording) -> str:
    """Return a title, with who speaks where the session was named by them."""
    said = {word for half in (goal.one, goal.other) for word in folded(half.said)}
    named = any(not said.isdisjoint(folded(name)) for name in session.speakers)
    return say.title(session) + (say.by(session) if named else "")


def _is_so(a: SessionCard, b: SessionCard, goal: Both, say: Wording) -> list[str]:
    """Return yes or no where it is asked whether the first of two is longer, or shorter."""
    if goal.asks == "longer":
        return []
    one, other = (a, b) if goal.asks == "longer_than" else (b, a)
    assert one.start and one.end and other.start and other.end, "what has no time was told apart before"
    return [say("claim_right" if one.end - one.start > other.end - other.start else "claim_wrong")]


def _longer(a: SessionCard, b: SessionCard, values: dict[str, str], say: Wording) -> list[str]:
    assert a.start is not None and b.start is not None and a.end is not None and b.end is not None
    length, other_length = a.end - a.start, b.end - b.start
    if length == other_length:
        return [say("as_long", length=say.length(length), **values)]
    if length < other_length:
        return _longer(
            b,
            a,
            {
                **values,
                "one": values["other"],
                "other": values["one"],
                "one_span": values["other_span"],
                "other_span": values["one_span"],
            },
            say,
        )
    told = {"title": values["one"], "length": say.length(length), "span": values["one_span"]}
    of_other = {"other": values["other"], "other_length": say.length(other_length), "other_span": values["other_span"]}
    return [say("longer_is", **told, **of_other)]


def _placed(told: str, one: SessionCard, other: SessionCard | None, say: Wording) -> str:
    """Return a time with its room, where that is not the room of the other too."""
    return f"{told}, {say.where(one.room)}" if one.room and (other is None or one.room != other.room) else told
