"""`whats_changed`: what was moved, cancelled or taken out of the programme."""

from datetime import datetime

from charlotte.congress.model import Session
from charlotte.tools.arguments import WhatsChanged
from charlotte.tools.cards import View
from charlotte.tools.filters import Filters
from charlotte.tools.results import SessionsResult, Understood
from charlotte.tools.tool import Tool, ToolContext

CHANGED = ("moved", "cancelled", "removed")


async def whats_changed(context: ToolContext, arguments: WhatsChanged) -> SessionsResult:
    """Look at what is no longer as it was announced; what is still to come first."""
    view, search = await context.look()
    filters = Filters(search, view)
    day = filters.day(arguments.day) if arguments.day else None
    held = [
        session
        for session in view.programme.sessions
        if session.status in CHANGED
        and (day is None or day in (view.programme.day(session), _day(session.previous_start, view)))
    ]
    held.sort(key=lambda session: _order(session, view))
    shown = held[: arguments.limit]
    if len(held) > len(shown):
        filters.note("more_results", f"{len(held)} sessions in all, {len(shown)} shown.", str(len(held)))
    return SessionsResult(
        **view.frame("exact" if held else "none"),
        notes=[*filters.notes, *view.notes(shown)],
        understood=Understood(day=day),
        total=len(held),
        sessions=view.sessions(shown),
    )


def _day(moment: datetime | None, view: View) -> object:
    return view.programme.congress.day_of(moment) if moment else None


def _order(session: Session, view: View) -> tuple[bool, float]:
    moment = session.start or session.previous_start
    return view.phase(session) == "past", moment.timestamp() if moment else 0.0


WHATS_CHANGED = Tool(
    name="whats_changed",
    description="What was moved, cancelled or taken out of the programme, with where and when it was before.",
    arguments=WhatsChanged,
    function=whats_changed,
)
