"""Parts of the programme that `whats_on` may be asked for: from a time on, some kinds of session only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from charlotte.congress.ceremonies import CEREMONIES, Ceremony, is_ceremony
from charlotte.congress.model import Kind, Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import folded
from charlotte.tools.arguments import WhatsOn
from charlotte.tools.cards import View
from charlotte.tools.moments import clock_time, on_day, part_of_day

_EDGE = re.compile(r"(after|before|at_once) (.+)")
_FROM_NOW = re.compile(r"in (\d{1,4}) min(?:ute)?s?")
CLOSING = re.compile(
    r"^(?:closing|farewell|wrap up|chiusura|conclusion[ei]|cloture|mot de la fin|abschluss|schlusswort\w*|"
    r"verabschiedung|clausura|cierre|despedida)\b"
)
"""How the end of a congress is called, over folded titles."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Edge:
    """From a moment, inclusive, to another, exclusive."""

    begin: datetime
    until: datetime
    is_moment: bool = False


def edge_of(word: str, day: date, view: View) -> Edge | None:
    """Return the stretch of time that "rest", "after 17:30" or "after_break" names; None when it is none of these."""
    whole = part_of_day("all", day, view.programme.congress)
    assert whole is not None, "the day has such a part"
    if word == "rest":
        return Edge(max(view.now + _MINUTE, whole.begin), whole.until)
    if word == "after_break":
        return _after_break(day, whole.until, view)
    found = _EDGE.fullmatch(word)
    moment = _moment(found[2], day, view) if found else None
    if found is None or moment is None:
        return None
    match found[1]:
        case "after":
            return Edge(moment, whole.until)
        case "before":
            # Who asks during the day means what is still to come, if anything is.
            begin = view.now if whole.begin < view.now < moment else whole.begin
            return Edge(begin, moment)
    return Edge(moment, moment + _MINUTE, is_moment=True)


def _moment(text: str, day: date, view: View) -> datetime | None:
    if in_minutes := _FROM_NOW.fullmatch(text):
        return (view.now + timedelta(minutes=int(in_minutes[1]))).replace(second=0, microsecond=0)
    clock = clock_time(text)
    return on_day(clock, day, view.programme.congress) if clock is not None else None


def _after_break(day: date, until: datetime, view: View) -> Edge | None:
    """Return from when the break that is on or comes next is over to a little later."""
    programme = view.programme
    for session in programme.on_day(day):
        end = programme.end(session)
        if session.kind == "break" and end is not None and end > view.now:
            following = [one.start for one in programme.starting(end, until) if one.start and one.kind != "break"]
            return Edge(end, min(following, default=end) + _MINUTE)
    return None


def at_moment(moment: datetime, room: str | None, view: View) -> list[Session]:
    """Return what is going on, without the sessions of which a part is among it: the talk is what is on."""
    sessions: Sequence[Session] = view.programme.on_at(moment, room)
    inside = {(session.subtitle, session.room) for session in sessions}
    return [session for session in sessions if (session.title, session.room) not in inside]


def narrowed(view: View, arguments: WhatsOn, track: str | None) -> View:
    """Return the programme as if it held only what was asked for."""
    programme, kind = view.programme, arguments.kind
    if kind is not None and not any(_is_of_kind(session, kind) for session in programme.sessions):
        kind = None  # no session is marked so: better all than none
    longer = arguments.longer_than_minutes
    if kind is None and track is None and longer is None and not arguments.before_closing:
        return view
    kept = tuple(
        session
        for session in programme.sessions
        if (kind is None or _is_of_kind(session, kind))
        and (track is None or session.track == track)
        and (not arguments.before_closing or not _closes(session))
        and (longer is None or _is_longer(programme, session, longer))
    )
    return View(replace(programme, sessions=kept), view.now)


def _is_of_kind(session: Session, kind: Kind | Ceremony) -> bool:
    return is_ceremony(session.title, kind) if kind in CEREMONIES else session.kind == kind


def _closes(session: Session) -> bool:
    return session.kind == "social" or CLOSING.search(" ".join(folded(session.title))) is not None


def _is_longer(programme: Programme, session: Session, minutes: int) -> bool:
    if session.kind == "break" or session.start is None or session.end is None:
        return False
    return session.end - session.start > timedelta(minutes=minutes)
