"""What is said about several sessions: short when spoken, complete when written."""

from collections.abc import Sequence

from charlotte.congress.search.people import may_be
from charlotte.engine.dialogue.goals import (
    Break,
    Colleagues,
    Counted,
    Nearest,
    OfCompany,
    OfKind,
    Search,
    Slice,
    Speaker,
)
from charlotte.engine.dialogue.saying.choosing import chosen, lies
from charlotte.engine.dialogue.saying.one import about_session, called_off, shortened, until, verdict
from charlotte.engine.dialogue.saying.wording import Wording, capital
from charlotte.tools.results import (
    SessionCard,
    SessionResult,
    SessionsResult,
    SpeakerResult,
)

_SPOKEN = 3
_WRITTEN = 10
_SUMMARY = 160
_NAMESAKES = 3


def listed(
    sessions: Sequence[SessionCard],
    say: Wording,
    *,
    room_known: bool = False,
    speaker_known: bool = False,
    total: int = 0,
) -> list[str]:
    """Return one clause a session; a spoken list stops early and says how many are left."""
    shown = sessions[: _SPOKEN if say.spoken else _WRITTEN]
    days = {session.day for session in sessions}
    clauses, last_day = [], None
    for session in shown:
        with_day = last_day != session.day and (len(days) > 1 or session.day != say.today)
        last_day = session.day
        item = _item(session, say, with_day=with_day, room_known=room_known, speaker_known=speaker_known)
        clauses.append(item)
    left = max(total, len(sessions)) - len(shown)
    if say.spoken:
        text = f" {'; '.join(clauses)}."
    else:
        text = "".join(f"\n- {clause}" for clause in clauses)
    if left <= 0:
        return [text]
    rest = say("more_left", count=left)
    return [text, rest if say.spoken else f"\n- {rest.strip()}"]


def _item(session: SessionCard, say: Wording, *, with_day: bool, room_known: bool, speaker_known: bool) -> str:
    title = say.title(session)
    if not speaker_known:
        title += say.by(session)
    if session.status in ("cancelled", "removed"):
        title = say("item_cancelled", title=title)
    if session.start is None:
        return say("item_no_time", title=title)
    when = say.when(session, with_day=with_day)
    if room_known or not session.room:
        return say("item_no_room", when=when, title=title)
    return say("item", when=when, where=say.where(session.room), title=title)


def people(
    result: SpeakerResult, goal: Speaker | Colleagues | OfCompany, say: Wording, meant: SessionsResult | None = None
) -> list[str]:
    """Return what somebody does, or who is of a company, and what they do here; `meant`: sessions like what is said."""
    match goal:
        case Speaker():
            return speaker(result, goal, say, meant)
        case Colleagues():
            return colleagues(result, goal, say)
    return of_company(result, goal, say)


def speaker(result: SpeakerResult, goal: Speaker, say: Wording, meant: SessionsResult | None = None) -> list[str]:
    """Return when and where a person speaks, or about what."""
    found = result.speaker
    if found is None or result.match == "none":
        return _namesakes(result, say) or _asked_back(result, goal, say) or [say("unknown_speaker", what=goal.name)]
    if "affiliation" in goal.asks:
        values = {"person": found.name, "affiliation": found.affiliation or ""}
        return [say("speaker_affiliation" if found.affiliation else "not_in_data", **values)]
    return _sessions_of(result, goal, say, meant)


def _asked_back(result: SpeakerResult, goal: Speaker, say: Wording) -> list[str]:
    """Return whether somebody is meant of whose name one word was said and the rest sounds alike; else nothing."""
    names = [other.name for other in result.alternatives if may_be(goal.name, other.name)]
    if not 1 <= len(names) <= _NAMESAKES:
        return []
    return [say("did_you_mean", what=goal.name, choices=say.join(names, "or"))]


def _namesakes(result: SpeakerResult, say: Wording) -> list[str]:
    """Return who else bears a name that several have, and what they do here; nothing where nobody surely does."""
    sure = [other for other in result.alternatives if other.match in ("exact", "close")]
    if not 1 < len(sure) <= _NAMESAKES:
        return []
    sessions = [session for other in sure for session in other.sessions if session.status != "duplicate"]
    return [say("which_of", choices=say.join([other.name for other in sure], "or")), *listed(sessions, say)]


def _sessions_of(result: SpeakerResult, goal: Speaker, say: Wording, meant: SessionsResult | None) -> list[str]:
    found, lead = result.speaker, []
    assert found is not None, "whoever nobody knows was told apart before"
    sessions = [session for session in found.sessions if session.status != "duplicate"] or found.sessions
    sessions = chosen(sessions, goal, say, meant)
    if not sessions:
        return [say("unknown_speaker", what=found.name)]
    if goal.everything and len(sessions) == 1 and len(found.sessions) == 1:
        lead.append(say("speaker_only_one", person=found.name) + " ")
    if len(sessions) > 1:
        lead.append(say("speaker_sessions", person=found.name, count=len(sessions)))
        return [*lead, *listed(sessions, say, speaker_known=not goal.with_others)]
    session = sessions[0]
    if session.start is None or session.status == "unscheduled":
        return [say("speaker_no_time", person=found.name, title=say.title(session))]
    asks = goal.asks & {"when", "where", "until", "missed", "duration", "language"}
    if not asks and "about" in goal.asks:
        clauses = [say("about_speaker", person=found.name, title=say.title(session))]
        clauses.append(f" {capital(say.when(session))}" + (f", {say.where(session.room)}." if session.room else "."))
        if session.summary:
            clauses.append(" " + shortened(session.summary, _SUMMARY))
        return clauses
    single = SessionResult(
        event_id=result.event_id, timezone=result.timezone, now=result.now, match=result.match, session=session
    )
    return [*lead, *about_session(single, frozenset(asks), say, goal.claim)]


def colleagues(result: SpeakerResult, goal: Colleagues, say: Wording) -> list[str]:
    """Return who else is of somebody's company or institute, and what they do here."""
    found = result.speaker
    if found is None:
        return [say("unknown_speaker", what=goal.name)]
    if not found.affiliation:
        return [say("not_in_data")]
    others = [other for other in result.alternatives if other.sessions]
    if not others:
        return [say("colleagues_none", affiliation=found.affiliation)]
    names = say.join([other.name for other in others], "and")
    sessions = [session for other in others for session in other.sessions if session.status != "duplicate"]
    return [say("colleagues", affiliation=found.affiliation, people=names), *listed(sessions, say)]


def of_company(result: SpeakerResult, goal: OfCompany, say: Wording) -> list[str]:
    """Return who is of a company or institute, and what they do here."""
    if not result.alternatives:
        return [say("unknown_speaker", what=goal.name)]
    names = say.join([somebody.name for somebody in result.alternatives], "and")
    ids, sessions = set[str](), []
    for session in (session for somebody in result.alternatives for session in somebody.sessions):
        if session.status != "duplicate" and session.id not in ids:
            ids.add(session.id)
            sessions.append(session)
    return [say("colleagues", affiliation=goal.name, people=names), *listed(sessions, say)]


def count_of(sessions: Sequence[SessionCard], total: int, say: Wording) -> list[str]:
    """Return how many sessions there are, and which, where they are few."""
    lead = say("count_one") if total == 1 else say("topic_many", count=total)
    return [lead, *listed(sessions, say, total=total)] if total <= _WRITTEN else [lead]


def counted(result: SessionsResult, goal: Counted, say: Wording) -> list[str]:
    """Return how many of a kind, a track or a room there are, or of how many another consists."""
    sessions = [session for session in result.sessions if session.kind != "break" or goal.kind == "break"]
    if not sessions:
        return [say("no_kind", what=goal.written) if goal.written else say("count_none")]
    total = len(sessions) if result.total == len(result.sessions) else result.total
    return count_of(sessions, total, say)


def search(result: SessionsResult, goal: Search, say: Wording) -> list[str]:
    """Return the sessions on a topic, or the one whose title was nearly said."""
    sessions = result.sessions
    if result.match == "weak" and result.matched_by == "title" and not goal.is_topic:
        near = [session for session in (*sessions, *result.alternatives) if session.match != "none"]
        choices = say.join([say.title(session) for session in near[:2]], "or")
        return [say("did_you_mean", what=goal.written, choices=choices)]
    if result.match == "weak" and result.matched_by == "topic" and not goal.is_topic and not sessions:
        if len(result.alternatives) in (1, 2):
            return nearest(result, Nearest(goal.asks, goal.claim), say)
    if result.match == "none" or not sessions:
        if goal.is_guess and goal.day is None and goal.part is None:
            return [say("not_understood")]
        return [say("no_topic" if goal.is_topic else "not_found", what=goal.written)]
    if len(sessions) == 1 or (not goal.is_topic and result.match in ("exact", "close") and result.total == 1):
        single = SessionResult(
            event_id=result.event_id, timezone=result.timezone, now=result.now, match=result.match, session=sessions[0]
        )
        return about_session(single, goal.asks, say, goal.claim)
    if goal.asks == {"until"} and not goal.is_topic and (upcoming := _next_of(sessions)) is not None:
        return until(upcoming, say, result.now)
    total = max(result.total, len(sessions))
    lead = say("topic_many" if total <= (_SPOKEN if say.spoken else len(sessions)) else "topic_most", count=total)
    return [lead, *listed(sessions, say, total=total)]


def _next_of(sessions: Sequence[SessionCard]) -> SessionCard | None:
    """Return which of several begins next: how long it is until a course, is asked of its next part."""
    upcoming = [
        (session.start, at) for at, session in enumerate(sessions) if session.start and session.phase == "future"
    ]
    return sessions[min(upcoming)[1]] if upcoming else None


def nearest(result: SessionsResult, goal: Nearest, say: Wording) -> list[str]:
    """Return what comes nearest, told as such: the facts of the best, and where the second is as near, when it is."""
    best, *others = result.alternatives
    single = SessionResult(
        event_id=result.event_id, timezone=result.timezone, now=result.now, match=result.match, session=best
    )
    clauses = [say("nearest"), " ", *about_session(single, goal.asks, say, goal.claim)]
    for other in others[:1]:
        item = _item(other, say, with_day=other.day != best.day, room_known=False, speaker_known=False)
        clauses.append(say("or_else", item=item))
    return clauses


def changed(result: SessionsResult, say: Wording) -> list[str]:
    """Return what was moved or cancelled, what is still to come first."""
    if not result.sessions:
        return [say("changed_none")]
    lead = say("changed_many", count=result.total)
    if len(result.sessions) > 1:
        return [lead, *listed(result.sessions, say, total=result.total)]
    session = result.sessions[0]
    if session.status in ("cancelled", "removed"):
        return [called_off(session, say)]
    single = SessionResult(
        event_id=result.event_id, timezone=result.timezone, now=result.now, match=result.match, session=session
    )
    return about_session(single, frozenset(), say)


def told(result: SessionsResult, goal: Slice, say: Wording) -> list[str]:
    """Return what a slice of the whole event holds: a track's places and hours, or the sessions."""
    if goal.is_span:
        return track(result, goal, say)
    where = " " + say.where(result.understood.room) if result.understood.room else ""
    if not result.sessions:
        return [say("language_none", where=where) if goal.language else say("nothing_then", where=where)]
    lead = say("topic_many", count=result.total)
    return [lead, *listed(result.sessions, say, room_known=bool(where), total=result.total)]


def of_kind(result: SessionsResult, goal: OfKind, say: Wording) -> list[str]:
    """Return the sessions of a kind: the facts of the only one, or all of them."""
    sessions = result.sessions
    if not sessions:
        return [say("no_kind", what=goal.written)]
    if len(sessions) == 1:
        single = SessionResult(
            event_id=result.event_id, timezone=result.timezone, now=result.now, match=result.match, session=sessions[0]
        )
        return about_session(single, goal.asks, say)
    return [say("topic_many", count=result.total), *listed(sessions, say, total=result.total)]


def track(result: SessionsResult, goal: Slice, say: Wording) -> list[str]:
    """Return where a track is and from when to when."""
    sessions = [session for session in result.sessions if session.start]
    if not sessions or result.match == "none":
        return [say("unknown_track", what=goal.track or "")]
    clauses: list[str] = []
    places: dict[tuple[str | None, object], list[SessionCard]] = {}
    for session in sessions:
        places.setdefault((session.room, session.day), []).append(session)
    for (room, day), held in places.items():
        ends = [session.end or session.start for session in held]
        first, last = min(s.start for s in held if s.start), max(end for end in ends if end)
        span = say("from_to", time=say.clock(first), end=say.clock(last))
        if isinstance(day, type(say.today)):
            span = say("day_at", day=say.day(day), at=span)
        clauses.append((" " if clauses else "") + say("track_is", where=say.where(room), count=len(held), span=span))
    return clauses


def breaks(
    result: SessionsResult, goal: Break, say: Wording, words: Sequence[str], near: SessionCard | None = None
) -> list[str]:
    """Return when the break is that was asked for: the next one, or those of today; or what is beside a session."""

    def fits(session: SessionCard) -> bool:
        if near is not None and goal.side is not None and not lies(session, goal.side, near):
            return False
        return not words or any(word in session.title.casefold() for word in words)

    timed = [session for session in result.sessions if session.start]
    suited = [session for session in timed if fits(session)]
    left = [session for session in suited if session.phase in ("future", "now")] or suited
    if near is not None:
        left = left[-1:] if goal.side == "before" else left[:1]
    if not left:
        return [say("social_none" if goal.sort == "social" else "break_none")]
    first = left[0]
    same = [
        session for session in left if session.day == first.day and (session.phase == "past") == (first.phase == "past")
    ]
    if "until" in goal.asks and first.start:
        return until(first, say, result.now)
    if goal.is_next or len(same) == 1 or goal.sort == "lunch":
        when = ", ".join([say.when(first), *([say.where(first.room)] if first.room else [])])
        clauses = [*verdict(first, goal.claim, say), say("break_at", when=when, title=say.title(first))]
        if goal.asks & {"duration", "end"} and first.start and first.end:
            clauses.append(" " + say("lasts", duration=say.length(first.end - first.start), span=say.span(first)))
        elif goal.asks & {"duration", "end"}:
            clauses = [say("duration_unknown", title=say.title(first)), " ", *clauses]
        return clauses
    return [say("topic_many", count=len(same)), *listed(same, say)]
