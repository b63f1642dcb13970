"""`whats_on`: what happens now, next, first, last, at a time or in a part of a day, in one room or everywhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from charlotte.congress.days import parse_day
from charlotte.congress.importers.wording import language_code
from charlotte.congress.model import Session
from charlotte.tools.arguments import WhatsOn
from charlotte.tools.cards import View
from charlotte.tools.filters import Filters
from charlotte.tools.moments import PARTS, clock_time, iso_moment, on_day, part_of_day
from charlotte.tools.results import Match, Note, Understood, WhatsOnResult
from charlotte.tools.slots import LUNCH_ENDS, Edge, at_moment, edge_of, narrowed, next_after, picked
from charlotte.tools.tool import Tool, ToolContext

AFTER_LUNCH = "after_lunch"
FROM_NOW = re.compile(r"in (\d{1,4}) min(?:ute)?s?", re.IGNORECASE)
LUNCH = re.compile(r"\b(?:lunch|pranzo|mittag\w*|d[ée]jeuner|repas|almuerzo|comida)\b", re.IGNORECASE)

When = Literal["now", "next", "first", "last", "at", "between", "after_session", "before_session"]


@dataclass
class Stretch:
    """What was found, and for which stretch of time."""

    when: When
    sessions: Sequence[Session]
    begin: datetime | None = None
    until: datetime | None = None
    after: Sequence[Session] = field(default_factory=tuple)
    """What comes next, where nothing was found, or only a break."""


async def whats_on(context: ToolContext, arguments: WhatsOn) -> WhatsOnResult:
    """Look at the programme by time."""
    view, search = await context.look()
    filters = Filters(search, view)
    room = filters.room(arguments.room) if arguments.room else None
    if arguments.after_session_id is not None:
        elsewhere = room.name if room else None
        found = _after(arguments.after_session_id, elsewhere, view, filters)
        return _result(view, filters, Understood(room=elsewhere), found, arguments.limit)
    day = filters.day(arguments.day) if arguments.day else None
    track = filters.track(arguments.track) if arguments.track else None
    understood = Understood(
        room=room.name if room else None,
        day=day,
        track=track,
        kind=arguments.kind,
        language=language_code(arguments.language),
    )
    if filters.match == "none":
        return _result(view, filters, understood, Stretch("between", ()), arguments.limit)
    beside = _beside(arguments, room.name if room else None, view, filters)
    if beside is not None:
        if room is not None and all(one.room != room.name for one in beside.sessions):
            understood = understood.model_copy(update={"room": None})
        return _result(view, filters, understood, beside, arguments.limit)
    whole, view = view, narrowed(view, arguments, track)
    stretch = _stretch(arguments.when, day, room.name if room else None, view, whole)
    if stretch is not None and not stretch.sessions and _is_the_edge_of_a_day(arguments):
        of_the_day = arguments.model_copy(update={"part_of_day": None})
        stretch = _stretch(arguments.when, day, room.name if room else None, narrowed(whole, of_the_day, track), whole)
    if stretch is None and (day := parse_day(arguments.when, view.today, view.programme.days)) is not None:
        understood = understood.model_copy(update={"day": day})
        stretch = _part(_part_named(arguments.when), day, room.name if room else None, view)
    if stretch is None:
        text = f"The time {arguments.when!r} was not understood."
        filters.note("time_not_understood", text, arguments.when)
        filters.match = "none"
        stretch = Stretch("at", ())
    stretch = replace(stretch, sessions=picked(stretch.sessions, arguments.pick))
    return _result(view, filters, understood, stretch, arguments.limit)


def _is_the_edge_of_a_day(arguments: WhatsOn) -> bool:
    """Return whether the last of an evening or the first of a morning is asked for, which are those of the day."""
    return (arguments.when.strip().casefold(), arguments.part_of_day) in (("last", "evening"), ("first", "morning"))


def _after(session_id: str, room: str | None, view: View, filters: Filters) -> Stretch:
    session = view.programme.by_id.get(session_id)
    if session is None:
        filters.note("session_unknown", f"No session has the id {session_id!r}.", session_id)
        filters.match = "none"
        return Stretch("after_session", ())
    end = view.programme.end(session)
    if room is not None and room != session.room and end is not None:  # the break is in the foyer
        upcoming = view.programme.next_after(end - timedelta(seconds=1), room)
        on_day = [one for one in upcoming if view.programme.day(one) == view.programme.day(session)]
        return Stretch("after_session", on_day[:1], begin=end)
    following = view.programme.next_in_room(session)
    return Stretch("after_session", (following,) if following else (), begin=session.end)


def _beside(arguments: WhatsOn, room: str | None, view: View, filters: Filters) -> Stretch | None:
    """Return what is beside a session, in time or in its room; None where no session is given."""
    session_id = arguments.before_session_id or arguments.beside_session_id
    if session_id is None:
        return None
    session = view.programme.by_id.get(session_id)
    if session is None or session.start is None:
        filters.note("session_unknown", f"No session has the id {session_id!r}.", session_id)
        filters.match = "none"
        return Stretch("between", ())
    if arguments.before_session_id is not None:
        found = view.programme.previous_in_room(session)
        return Stretch("before_session", (found,) if found else (), begin=session.start)
    # Who tells where it is held asks for what is on elsewhere.
    others = at_moment(session.start, room if room != session.room else None, view)
    others = [one for one in others if one.id != session.id]
    return Stretch("at", others, begin=session.start)


def _edged(edge: Edge, room: str | None, view: View) -> Stretch:
    running = at_moment(edge.begin, room, view) if edge.with_running else []
    begun = [one for one in view.programme.starting(edge.begin, edge.until, room) if one not in running]
    held = [one for one in (*running, *begun) if one.kind != "break"]
    after = () if held else next_after(edge.until, room, view)
    return Stretch("at" if edge.is_moment else "between", held, edge.begin, edge.until, after)


def _stretch(when: str, day: date | None, room: str | None, view: View, whole: View) -> Stretch | None:
    """Return what the programme holds for a `when`; None when it is not understood. Breaks are those of the `whole`."""
    word = when.strip().casefold()
    if word == "now":
        return _whole_day(day, room, view) if day not in (None, view.today) else _now(room, view)
    if word == "now_and_next":
        return replace(_now(room, view), after=next_after(view.now, room, view))
    if word == "next":
        return _next(day, room, view)
    if word in ("first", "last"):
        return _end_of_day(word == "first", day or _day_meant(view), room, view)
    if word == AFTER_LUNCH:
        return _after_lunch(day or _day_meant(view), room, view)
    if word in PARTS:
        return _part(word, day or _day_meant(view), room, view)
    if (edge := edge_of(word, day or _day_meant(view), whole)) is not None:
        return _edged(edge, room, view)
    moment = iso_moment(when, view.programme.congress) or _from_now(when, view)
    clock = clock_time(when)
    if moment is None and clock is not None:
        moment = on_day(clock, day or _day_meant(view), view.programme.congress)
    return _at(moment, room, view) if moment is not None else None


def _from_now(when: str, view: View) -> datetime | None:
    """Return the moment that "in 20 minutes" names."""
    found = FROM_NOW.fullmatch(when.strip())
    return view.now + timedelta(minutes=int(found[1])) if found else None


def _part_named(text: str) -> str:
    return next((part for part in PARTS if part in text.casefold()), "all")


def _day_meant(view: View) -> date:
    """Return today during the event, else the nearest day of the event: before it, people ask about its first."""
    days = view.programme.days
    if not days or view.today in days:
        return view.today
    return next((day for day in days if day > view.today), days[-1])


def _now(room: str | None, view: View) -> Stretch:
    running = at_moment(view.now, room, view)
    is_held = any(session.kind != "break" for session in running)
    return Stretch("now", running, begin=view.now, after=() if is_held else next_after(view.now, room, view))


def _next(day: date | None, room: str | None, view: View) -> Stretch:
    congress = view.programme.congress
    if day is None or day == view.today:
        return Stretch("next", next_after(view.now, room, view), begin=view.now)
    begin = on_day(congress.day_cut, day, congress)
    return Stretch("next", next_after(max(begin, view.now) - timedelta(seconds=1), room, view), begin=begin)


def _end_of_day(first: bool, day: date, room: str | None, view: View) -> Stretch:
    held = [session for session in view.programme.on_day(day, room) if session.kind != "break"]
    if not held:
        return Stretch("first" if first else "last", view.programme.on_day(day, room)[: 1 if first else None][-1:])
    edge = held[0].start if first else held[-1].start
    return Stretch("first" if first else "last", [session for session in held if session.start == edge])


def _part(name: str, day: date, room: str | None, view: View) -> Stretch | None:
    span = part_of_day(name, day, view.programme.congress)
    if span is None:
        return None
    held = view.programme.starting(span.begin, span.until, room)
    after = () if held else next_after(span.until, room, view)
    return Stretch("between", held, begin=span.begin, until=span.until, after=after)


def _after_lunch(day: date, room: str | None, view: View) -> Stretch:
    """Return the afternoon from the end of the day's lunch on, or from when lunch usually ends."""
    ends = [
        end
        for session in view.programme.on_day(day)
        if session.kind == "break" and LUNCH.search(session.title) and (end := view.programme.end(session))
    ]
    congress = view.programme.congress
    begin = max(ends, default=on_day(LUNCH_ENDS, day, congress))
    until = max(begin, on_day(PARTS["afternoon"][1], day, congress))
    held = view.programme.starting(begin, until, room)
    return Stretch("between", held, begin, until, after=() if held else next_after(until, room, view))


def _whole_day(day: date | None, room: str | None, view: View) -> Stretch:
    return _part("all", day or _day_meant(view), room, view) or Stretch("between", ())


def _at(moment: datetime, room: str | None, view: View) -> Stretch:
    running = at_moment(moment, room, view)
    after = () if running else next_after(moment, room, view)
    return Stretch("at", running, begin=moment, after=after)


def _result(view: View, filters: Filters, understood: Understood, found: Stretch, limit: int) -> WhatsOnResult:
    match: Match = filters.match if found.sessions else "none"
    shown = list(found.sessions[:limit])
    return WhatsOnResult(
        **view.frame(match),
        notes=[
            *filters.notes,
            *([] if filters.match == "none" else _notes(view, found, limit)),
            *view.notes([*shown, *_called_off(view, found, understood.room)]),
        ],
        when=found.when,
        understood=understood.model_copy(update={"from_time": found.begin, "until_time": found.until}),
        total=len(found.sessions),
        sessions=view.sessions(shown),
        next_sessions=view.sessions(found.after[:limit]),
    )


def _called_off(view: View, found: Stretch, room: str | None) -> list[Session]:
    """Return what was to be in a room then and is not: whoever asks may have come for it."""
    if room is None or found.begin is None or found.when not in ("now", "at", "between"):
        return []
    begin, until = found.begin, found.until or found.begin + timedelta(microseconds=1)
    return [
        session
        for session in view.programme.sessions
        if session.status in ("cancelled", "removed")
        and session.room == room
        and session.start is not None
        and session.start < until
        and (view.programme.end(session) or session.start) > begin
    ]


def _notes(view: View, found: Stretch, limit: int) -> list[Note]:
    notes = []
    days = view.programme.days
    if found.when in ("now", "next") and days and not found.sessions:
        if view.today < days[0]:
            notes.append(Note(code="event_not_started", text=f"The event begins on {days[0]}.", value=str(days[0])))
        elif view.now >= _closing(view, days[-1]):
            notes.append(Note(code="event_over", text=f"The event ended on {days[-1]}.", value=str(days[-1])))
    if not found.sessions and not notes:
        notes.append(Note(code="nothing_then", text="Nothing is in the programme for that time and place."))
    if len(found.sessions) > limit:
        text = f"{len(found.sessions)} sessions in all, {limit} shown."
        notes.append(Note(code="more_results", text=text, value=str(len(found.sessions))))
    return notes


def _closing(view: View, last: date) -> datetime:
    ends = [end for session in view.programme.on_day(last) if (end := view.programme.end(session)) is not None]
    return max(ends, default=datetime.combine(last, time(), tzinfo=view.programme.congress.zone))


WHATS_ON = Tool(
    name="whats_on",
    description="What is on by time: now, next, the first or last of a day, at a time, in a part of a day, or after a "
    "given session; in one room or everywhere.",
    arguments=WhatsOn,
    function=whats_on,
)
