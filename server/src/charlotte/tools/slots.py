"""Parts of the programme that `whats_on` may be asked for: from a time on, some kinds of session only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from charlotte.congress.ceremonies import CEREMONIES, Ceremony, is_ceremony
from charlotte.congress.importers.wording import language_code
from charlotte.congress.model import Kind, Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import folded
from charlotte.tools.arguments import WhatsOn
from charlotte.tools.cards import View
from charlotte.tools.moments import PARTS, Span, clock_time, on_day, part_of_day

_EDGE = re.compile(r"(after|before|during|at_once) (.+)")
_FROM_NOW = re.compile(r"in (\d{1,4}) min(?:ute)?s?")
_CLOSING = (
    r"(?:closing|farewell|wrap up|good ?byes?|chiusura|conclusion[ei]|saluti( finali)?|arrivederci|cloture|"
    r"mot de la fin|au revoir|abschluss|schlusswort\w*|verabschiedung|ausklang|clausura|cierre|despedida)"
)
CLOSING = re.compile(rf"^{_CLOSING}\b|\b{_CLOSING}$")
"""How the end of a congress is called, over folded titles."""
BREAKS = {
    "lunch": re.compile(r"\b(?:lunch|pranzo|mittag\w*|dejeuner|repas|almuerzo|comida|imbiss)\b"),
    "coffee": re.compile(r"coffee|caff|kaffee|cafe|\btea\b|tee\b|\bthe\b"),
    "dinner": re.compile(
        r"dinner|banquet|reception|\bgala\b|party|\bcena\b|aperitiv|diner\b|soiree|cocktail|abend|empfang|fiesta|festa"
    ),
    "break": re.compile(r"\w"),
}
"""How breaks are called, over folded titles."""
LUNCH_ENDS = time(13, 30)
"""Where the programme has no lunch."""
_MINUTE = timedelta(minutes=1)
_ABOUT = timedelta(minutes=15)


@dataclass(frozen=True)
class Edge:
    """From a moment, inclusive, to another, exclusive."""

    begin: datetime
    until: datetime
    is_moment: bool = False
    with_running: bool = False
    """What began before and goes on counts too."""


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
    if found is not None and moment is None and found[1] != "at_once":
        return _beside_break(found[1], found[2], day, whole, view)
    if found is None or moment is None or found[1] == "during":
        return None
    match found[1]:
        case "after":
            return Edge(moment, whole.until)
        case "before":
            # Who asks during the day means what is still to come, if anything is.
            begin = view.now if whole.begin < view.now < moment else whole.begin
            return Edge(begin, moment)
    if _FROM_NOW.fullmatch(found[2]):  # what begins "in an hour" does so about then
        return Edge(moment - _ABOUT, moment + _ABOUT + _MINUTE, is_moment=True)
    return Edge(moment, moment + _MINUTE, is_moment=True)


def _beside_break(side: str, sort: str, day: date, whole: Span, view: View) -> Edge | None:
    """Return the stretch before or after a break of a day: of several, the one that is on or comes next."""
    programme = view.programme
    named = BREAKS.get(sort) or re.compile(rf"\b{re.escape(sort)}")
    of_sort = ("social",) if sort == "dinner" else ("break",) if sort in BREAKS else ("break", "social")
    called = [one for one in programme.on_day(day) if named.search(" ".join(folded(one.title)))]
    held = [one for one in called if one.kind in of_sort] or called
    if not held:
        usual = on_day(LUNCH_ENDS, day, programme.congress) if sort == "lunch" else None
        if usual is None or side == "during":
            return None
        return Edge(usual, _evening(day, programme)) if side == "after" else Edge(whole.begin, usual)
    now = view.now
    coming = [
        one for one in held if (programme.end(one) or now) > now and (side != "before" or (one.start or now) > now)
    ]
    chosen = (coming or held)[0]
    assert chosen.start is not None, "what is on a day has a time"
    if side == "during":
        return Edge(chosen.start, programme.end(chosen) or chosen.start + _MINUTE, with_running=True)
    if side == "after":
        begin = programme.end(chosen) or chosen.start
        return Edge(begin, max(begin, _evening(day, programme)) if sort == "lunch" else whole.until)
    return Edge(whole.begin, chosen.start)


def _evening(day: date, programme: Programme) -> datetime:
    """Return when the afternoon is over: who asks what is on after lunch means that."""
    return on_day(PARTS["afternoon"][1], day, programme.congress)


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
    return _innermost(view.programme.on_at(moment, room))


def next_after(moment: datetime, room: str | None, view: View) -> list[Session]:
    """Return what begins next, without the sessions of which a part begins with them."""
    return _innermost(view.programme.next_after(moment, room))


def _innermost(sessions: Sequence[Session]) -> list[Session]:
    inside = {(session.subtitle, session.room) for session in sessions}
    return [session for session in sessions if (session.title, session.room) not in inside]


def picked(sessions: Sequence[Session], pick: str | None) -> Sequence[Session]:
    """Return only what begins first, or last."""
    starts = [session.start for session in sessions if session.start]
    if pick is None or not starts:
        return sessions
    edge = min(starts) if pick == "first" else max(starts)
    return [session for session in sessions if session.start == edge]


def narrowed(view: View, arguments: WhatsOn, track: str | None) -> View:
    """Return the programme as if it held only what was asked for."""
    programme, kind = view.programme, arguments.kind
    if kind is not None and not any(_is_of_kind(session, kind) for session in programme.sessions):
        kind = None  # no session is marked so: better all than none
    longer, language = arguments.longer_than_minutes, language_code(arguments.language)
    hours = (arguments.since, arguments.until, arguments.part_of_day)
    if not any((kind, track, longer, language, *hours, arguments.before_closing, arguments.talks_only)):
        return view
    kept = tuple(
        session
        for session in programme.sessions
        if (kind is None or _is_of_kind(session, kind))
        and (track is None or session.track == track)
        and (language is None or session.language == language)
        and (not any(hours) or _begins_within(session, arguments, programme))
        and (not arguments.before_closing or not _closes(session))
        and (not arguments.talks_only or session.kind not in ("break", "social"))
        and (longer is None or _is_longer(programme, session, longer))
    )
    return View(replace(programme, sessions=kept), view.now)


def _begins_within(session: Session, arguments: WhatsOn, programme: Programme) -> bool:
    """Return whether a session begins in the hours of its day that are asked for; what is no hour narrows nothing."""
    day, start = programme.day(session), session.start
    if day is None or start is None:
        return False
    since, until = (clock_time(text) if text else None for text in (arguments.since, arguments.until))
    part = part_of_day(arguments.part_of_day, day, programme.congress) if arguments.part_of_day else None
    return (
        (since is None or start >= on_day(since, day, programme.congress))
        and (until is None or start < on_day(until, day, programme.congress))
        and (part is None or part.begin <= start < part.until)
    )


def _is_of_kind(session: Session, kind: Kind | Ceremony) -> bool:
    return is_ceremony(session.title, kind) if kind in CEREMONIES else session.kind == kind


def _closes(session: Session) -> bool:
    return session.kind == "social" or CLOSING.search(" ".join(folded(session.title))) is not None


def _is_longer(programme: Programme, session: Session, minutes: int) -> bool:
    if session.kind == "break" or session.start is None or session.end is None:
        return False
    return session.end - session.start > timedelta(minutes=minutes)
