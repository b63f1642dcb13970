"""What is said about a slot of the programme: now, next, first, last, at a time, in a stretch of time."""

from collections.abc import Sequence

from charlotte.engine.dialogue.saying.details import DETAILS
from charlotte.engine.dialogue.saying.many import count_of, listed
from charlotte.engine.dialogue.saying.one import about_session, called_off
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.dialogue.slice import Slice
from charlotte.tools.results import Note, SessionCard, SessionResult, WhatsOnResult

_OF_ONE = frozenset(("duration", "until", "missed", "chair", "language")) | DETAILS
"""What is asked of one session that telling where it stands in the programme does not answer."""

_TELLING = frozenset(("room_unknown", "room_has_no_sessions", "cancelled", "removed", "event_over"))
"""Notes that say better why there is nothing than the language that was asked for."""


def told(result: WhatsOnResult, goal: Slice, say: Wording) -> list[str]:
    """Return what a slice holds, worded by what is asked of it."""
    if goal.after_session is not None:
        return after(result, say, None)
    if "count" in goal.asks:
        return counted(result, say)
    if goal.asks & {"end", "begin"} and goal.pick in ("first", "last"):
        return limits(result, goal.pick, say, with_speakers="who" in goal.asks) or slot(result, goal.room, say)
    asks = goal.asks & (_OF_ONE | {"who", "where", "when"})
    if len(result.sessions) == 1 and asks & _OF_ONE and goal.pick in ("first", "last"):
        session = result.sessions[0]
        single = SessionResult(
            event_id=result.event_id, timezone=result.timezone, now=result.now, match=result.match, session=session
        )
        return about_session(single, asks, say)
    if goal.language and not result.sessions and _TELLING.isdisjoint(note.code for note in result.notes):
        place = result.understood.room
        return [say("language_none", where=" " + say.where(place) if place else "")]
    clauses = slot(result, goal.room, say)
    if not result.sessions or not result.next_sessions:
        return clauses
    if goal.pick == "now_and_next":
        return [*clauses, _then(result.next_sessions[0], say, with_room=goal.room is None)]
    if result.when == "now" and all(session.kind == "break" for session in result.sessions):
        return [*clauses, *_after_the_break(result, goal.room, say)]
    return clauses


def _after_the_break(result: WhatsOnResult, room: str | None, say: Wording) -> list[str]:
    """Return what comes when the break is over: whoever asks what is on during one wants to know."""
    upcoming = result.next_sessions
    if len(upcoming) == 1:
        return [_then(upcoming[0], say, with_room=room is None)]
    return [" " + say("list_lead_nowhere", count=len(upcoming)), *listed(upcoming, say, room_known=False)]


def limits(result: WhatsOnResult, which: str, say: Wording, *, with_speakers: bool) -> list[str]:
    """Return when a day of the event, or what is on in a room, begins or ends; nothing where nothing is on."""

    def titled(session: SessionCard) -> str:
        return say.title(session) + (say.by(session) if with_speakers else "")

    sessions = [session for session in result.sessions if session.start and session.status != "cancelled"]
    if not sessions:
        return []
    if which == "first":
        chosen = sessions[0]
        return [say("day_begins", when=say.when(chosen), where=say.where(chosen.room), title=titled(chosen))]
    chosen = max(sessions, key=lambda session: session.end or session.start or result.now)
    values = {"when": say.when(chosen), "where": say.where(chosen.room), "title": titled(chosen)}
    return [say("day_ends", end=say.clock(chosen.end or chosen.start or result.now), **values)]


def slot(result: WhatsOnResult, room_said: str | None, say: Wording) -> list[str]:
    """Return what is on then and there."""
    notes = {note.code: note for note in result.notes}
    if "room_unknown" in notes:
        return [say("unknown_room", what=room_said or notes["room_unknown"].value or "")]
    room = result.understood.room
    if "room_has_no_sessions" in notes and not result.sessions:
        return [say("empty_room", room=room or room_said or "")]
    where = " " + say.where(room) if room else ""
    sessions = result.sessions
    if not sessions:
        return _nothing(result, where, say)
    if len(sessions) > 1:
        return _several(result, room, say)
    return _single(result, sessions[0], where, say)


def _single(result: WhatsOnResult, session: SessionCard, where: str, say: Wording) -> list[str]:
    title, by = say.title(session), say.by(session) + say.within(session)
    if session.status in ("cancelled", "removed"):
        return [called_off(session, say)]
    place = where or (" " + say.where(session.room) if session.room else "")
    if result.when in ("first", "last"):
        when = say.when(session) + ("" if where or not place else f",{place}")
        return [say(f"{result.when}_is", when=when, title=title, by=by, where=where)]
    if result.when == "next":
        return [
            say("next_in", when=say.when(session), title=title + ("" if where else "," + place if place else ""), by=by)
        ]
    if result.when == "now":
        until = say("until_time", time=say.clock(session.end)) if session.end else say.at(session.start or result.now)
        return [say("on_now", where=place.strip(), title=title, by=by, until=until)]
    with_day = session.day != say.today
    span = say.span(session, with_day=with_day)
    return [say("on_at", title=title, by=by, span=span + (place if not where else ""))]


def _several(result: WhatsOnResult, room: str | None, say: Wording) -> list[str]:
    total = max(result.total, len(result.sessions))
    if result.when == "now" and room is None:
        lead = say("everywhere_now", count=total)
    elif room:
        lead = say("list_lead", where=say.where(room), count=total)
    else:
        lead = say("list_lead_nowhere", count=total)
    missing = [note for note in result.notes if note.code in ("cancelled", "removed") and note.value]
    gap = " " if say.spoken else "\n"
    listing = listed(result.sessions, say, room_known=room is not None, total=total)
    return [lead, *listing, *(gap + _missing(note, say) for note in missing)]


def _nothing(result: WhatsOnResult, where: str, say: Wording) -> list[str]:
    missing = [note for note in result.notes if note.code in ("cancelled", "removed") and note.value]
    key = {"now": "nothing_now", "next": "nothing_next"}.get(result.when, "nothing_then")
    clauses = [say(key, where=where)]
    if missing:
        clauses = [(" " if at else "") + _missing(note, say) for at, note in enumerate(missing)]
    upcoming: Sequence[SessionCard] = result.next_sessions
    if upcoming:
        clauses.append(_then(upcoming[0], say, with_room=not where))
    elif any(note.code == "event_over" for note in result.notes):
        clauses.append(say("event_over"))
    return clauses


def _then(session: SessionCard, say: Wording, *, with_room: bool) -> str:
    place = ", " + say.where(session.room) if with_room and session.room else ""
    return say(
        "then_next", when=say.when(session) + place, title=say.title(session), by=say.by(session) + say.within(session)
    )


def _missing(note: Note, say: Wording) -> str:
    title = say("quoted", title=note.value or "")
    return say("removed" if note.code == "removed" else "cancelled_no_time", title=title)


def after(result: WhatsOnResult, say: Wording, room: str | None) -> list[str]:
    """Return what comes after a session in its room."""
    if not result.sessions:
        place = result.understood.room or room
        return [say("nothing_after", room=place) if place else say("nothing_next", where="")]
    session = result.sessions[0]
    return [say("after_that", title=say.title(session), by=say.by(session), when=say.when(session))]


def before(result: WhatsOnResult, say: Wording) -> list[str]:
    """Return what came before a session in its room."""
    if not result.sessions:
        return [say("nothing_before")]
    session = result.sessions[0]
    where = ", " + say.where(session.room) if session.room else ""
    return [say("before_that", title=say.title(session), by=say.by(session), when=say.when(session) + where)]


def counted(result: WhatsOnResult, say: Wording) -> list[str]:
    """Return how many there are, and which, where they are few."""
    sessions = [session for session in result.sessions if session.kind != "break"] or result.sessions
    if not sessions:
        return [say("count_none")]
    return count_of(sessions, len(sessions) if result.total <= len(result.sessions) else result.total, say)
