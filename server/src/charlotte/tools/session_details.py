"""`session_details`: everything about one session that was found before."""

from charlotte.tools.arguments import SessionDetails
from charlotte.tools.results import Note, SessionResult
from charlotte.tools.tool import Tool, ToolContext


async def session_details(context: ToolContext, arguments: SessionDetails) -> SessionResult:
    """Look a session up by its id."""
    view, _ = await context.look()
    programme = view.programme
    session = programme.by_id.get(arguments.session_id)
    if session is None:
        unknown = Note(
            code="session_unknown",
            text=f"No session has the id {arguments.session_id!r}; ids come from find_sessions or whats_on.",
            value=arguments.session_id,
        )
        return SessionResult(**view.frame("none"), notes=[unknown], session=None)
    following = programme.next_in_room(session)
    return SessionResult(
        **view.frame("exact"),
        notes=view.notes([session]),
        session=view.session(session, summary=True),
        abstract=session.abstract,
        also_listed=view.sessions(programme.other_listings(session)),
        next_in_room=view.session(following) if following else None,
    )


SESSION_DETAILS = Tool(
    name="session_details",
    description="Everything about one session by its id: abstract, speakers, end, what follows in the same room, and "
    "other times where it is listed twice.",
    arguments=SessionDetails,
    function=session_details,
)
