"""`find_sessions`: by title, topic, speaker, room, track, day, language or kind."""

from datetime import date
from typing import Protocol

from charlotte.congress.ceremonies import CEREMONIES, Ceremony, is_ceremony
from charlotte.congress.importers.wording import language_code
from charlotte.congress.model import Kind, Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.search import Found, Search
from charlotte.congress.search.strength import CLOSE, NEAR, WEAK, Hit
from charlotte.congress.search.topics import topic_words
from charlotte.knowledge.session_choice import Nearest
from charlotte.tools.arguments import FindSessions
from charlotte.tools.cards import View
from charlotte.tools.filters import Filters, weakest
from charlotte.tools.moments import part_of_day
from charlotte.tools.results import Match, SessionCard, SessionsResult, Understood
from charlotte.tools.tool import Tool, ToolContext

SURE = ("exact", "close")


class Meanings(Protocol):
    """Whatever knows what sessions are about."""

    async def nearest(self, programme: Programme, question: str) -> Nearest:
        """Return the sessions that come nearest to a question."""
        ...


async def find_sessions(
    context: ToolContext, arguments: FindSessions, meanings: Meanings | None = None
) -> SessionsResult:
    """Find sessions for which everything that was given holds; what words do not find, by meaning.

    What only comes nearest to the question is no match: it is among the alternatives.
    """
    result = await _by_words(context, arguments)
    # What a session is nearest to was measured on whole questions; a word or two are near to many.
    if meanings is None or arguments.question is None or result.match in SURE and not _is_of_many(result):
        return result
    view, search = await context.look()
    filters = Filters(search, view)
    understood, among = _filtered(arguments, filters)
    if filters.match == "none":
        return result
    found = await meanings.nearest(search.programme, arguments.question)
    sessions = [session for session in found.sessions if session in among]
    if not sessions:
        return result
    if not found.is_sure and result.match in SURE:
        return result
    if found.is_sure:
        meant = Found("title", "close", (Hit(sessions[0], CLOSE),), 1)
    else:
        meant = Found("topic", "weak", tuple(Hit(session, WEAK) for session in sessions), len(sessions))
    return _ranked(view, filters, understood, meant, arguments.limit)


def _is_of_many(result: SessionsResult) -> bool:
    """Return whether words were found in several sessions, of which one may be meant."""
    return result.matched_by == "topic" and result.total > 1


async def _by_words(context: ToolContext, arguments: FindSessions) -> SessionsResult:
    view, search = await context.look()
    filters = Filters(search, view)
    understood, among = _filtered(arguments, filters)
    if filters.match == "none":
        return _result(view, filters, understood, "none", [], 0)
    narrowed = len(among) < len(search.programme.sessions)
    if arguments.topic is not None and topic_words(arguments.topic):
        about = search.about(
            arguments.topic, {session.id for session in among} if narrowed else None, asked_in=context.language
        )
        return _ranked(view, filters, understood, about, arguments.limit)
    if arguments.question is not None and arguments.query is None:
        return _result(view, filters, understood, "none", [], 0)
    if arguments.query is None or (narrowed and not topic_words(arguments.query)):
        held = sorted(among, key=_by_time)
        match: Match = filters.match if held else "none"
        return _result(view, filters, understood, match, view.sessions(held[: arguments.limit]), len(held), held)
    found = _found(search, arguments.query, among, arguments.limit, context.language)
    if found.matched_by is None and narrowed:
        # The words fit nothing within the filters: what they fit elsewhere is the better alternative.
        elsewhere = search.sessions(arguments.query, limit=arguments.limit, asked_in=context.language)
        result = _result(view, filters, understood, "none", [], 0)
        return result.model_copy(update={"alternatives": view.sessions(h.value for h in elsewhere.hits)})
    return _ranked(view, filters, understood, found, arguments.limit)


def _filtered(arguments: FindSessions, filters: Filters) -> tuple[Understood, list[Session]]:
    programme = filters.search.programme
    room = filters.room(arguments.room) if arguments.room else None
    persons = filters.persons(arguments.speaker) if arguments.speaker else ()
    track = filters.track(arguments.track) if arguments.track else None
    day = filters.day(arguments.day) if arguments.day else None
    language = language_code(arguments.language)
    ids = {person.id for person in persons}
    among = [
        session
        for session in programme.sessions
        if (room is None or session.room == room.name)
        and (not arguments.speaker or any(person.id in ids for person in session.people))
        and (track is None or session.track == track)
        and (day is None or programme.day(session) == day)
        and (arguments.kind is None or _of_kind(session, arguments.kind))
        and (language is None or session.language == language)
        and _in_part(session, arguments.part_of_day, filters.view)
        and (arguments.inside is None or programme.is_inside(session, arguments.inside))
        and (session.status != "removed" or arguments.query is not None)
    ]
    return (
        Understood(
            query=arguments.query or arguments.topic,
            room=room.name if room else None,
            speaker=", ".join(person.name for person in persons) or None,
            track=track,
            day=day,
            language=language,
            kind=arguments.kind,
        ),
        among,
    )


def _of_kind(session: Session, kind: Kind | Ceremony) -> bool:
    return is_ceremony(session.title, kind) if kind in CEREMONIES else session.kind == kind


def _in_part(session: Session, part: str | None, view: View) -> bool:
    if part is None:
        return True
    day: date | None = view.programme.day(session)
    span = part_of_day(part, day, view.programme.congress) if day is not None else None
    return span is not None and session.start is not None and span.begin <= session.start < span.until


def _found(search: Search, query: str, among: list[Session], limit: int, asked_in: str | None) -> Found:
    everything = len(among) == len(search.programme.sessions)
    return search.sessions(query, None if everything else {session.id for session in among}, max(limit, 10), asked_in)


def _ranked(view: View, filters: Filters, understood: Understood, found: Found, limit: int) -> SessionsResult:
    match = weakest((filters.match, found.strength))
    if found.matched_by == "title" and found.strength in ("exact", "close"):
        named = _named(found.hits, view)
        rest = [hit for hit in found.hits if hit not in named]
    elif found.strength == "weak":
        named, rest = [], list(found.hits)
    else:
        named, rest = list(found.hits), []
        if found.total <= limit:  # nothing is left out: in the order of the day
            named.sort(key=lambda hit: _by_time(hit.value))
    cards = [view.session(hit.value, hit.strength, summary=len(named) == 1) for hit in named[:limit]]
    total = len(named) if found.matched_by == "title" else found.total
    result = _result(view, filters, understood, match, cards, total, [hit.value for hit in named])
    alternatives = [view.session(hit.value, hit.strength) for hit in rest[:limit]]
    return result.model_copy(update={"alternatives": alternatives, "matched_by": found.matched_by})


def _named(hits: tuple[Hit[Session], ...], view: View) -> list[Hit[Session]]:
    """Return the sessions that a title names: one, or those that cannot be told apart, in order of time."""
    best = hits[0]
    margin = 0.005 if best.strength == "exact" else NEAR / 2
    near = [hit for hit in hits if best.score - hit.score <= margin]
    ids = {hit.value.id for hit in near}
    twins = [Hit(row, hit.score) for hit in near for row in view.programme.other_listings(hit.value)]
    near += [twin for twin in twins if twin.value.id not in ids]
    return sorted(near, key=lambda hit: _by_time(hit.value))


def _result(
    view: View,
    filters: Filters,
    understood: Understood,
    match: Match,
    sessions: list[SessionCard],
    total: int,
    noted: list[Session] | None = None,
) -> SessionsResult:
    if total > len(sessions):
        filters.note("more_results", f"{total} sessions in all, {len(sessions)} shown.", str(total))
    return SessionsResult(
        **view.frame(match),
        notes=[*filters.notes, *view.notes((noted or [])[:10])],
        understood=understood,
        total=total,
        sessions=sessions,
    )


def _by_time(session: Session) -> tuple[bool, float, str]:
    return (session.start is None, session.start.timestamp() if session.start else 0.0, session.room or "")


def find_sessions_tool(meanings: Meanings | None = None) -> Tool[FindSessions]:
    """Return the tool; with `meanings`, what words do not find is looked for by meaning."""

    async def run(context: ToolContext, arguments: FindSessions) -> SessionsResult:
        return await find_sessions(context, arguments, meanings)

    return Tool(
        name="find_sessions",
        description="Find sessions of the programme by title, topic, speaker, room, track, day or kind; gives time, "
        "room, speakers and status of each. Use it for when, where and who.",
        arguments=FindSessions,
        function=run,
    )


FIND_SESSIONS = find_sessions_tool()
