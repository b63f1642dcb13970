"""`find_place`: a room, where it is as far as the data says, and what is on there."""

from charlotte.congress.model import Room
from charlotte.tools.arguments import FindPlace
from charlotte.tools.cards import View
from charlotte.tools.filters import tied
from charlotte.tools.results import Note, PlaceResult
from charlotte.tools.tool import Tool, ToolContext


async def find_place(context: ToolContext, arguments: FindPlace) -> PlaceResult:
    """Find a room by any of its names."""
    view, search = await context.look()
    congress = view.programme.congress
    hits = search.rooms(arguments.name)
    sure = bool(hits) and not tied(hits) and hits[0].strength in ("exact", "close")
    if not sure:
        text = f"No room or place {arguments.name!r} is in the data."
        if hits:
            text = f"Several rooms fit {arguments.name!r}: {', '.join(hit.value.name for hit in hits)}."
        return PlaceResult(
            **view.frame("weak" if hits else "none"),
            notes=[Note(code="room_unknown", text=text, value=arguments.name)],
            place=None,
            venue=congress.venue,
            city=congress.city,
            alternatives=[view.place(hit.value, hit.strength) for hit in hits],
        )
    room = hits[0].value
    running = view.programme.on_at(view.now, room.name)
    coming = view.programme.next_after(view.now, room.name)
    return PlaceResult(
        **view.frame(hits[0].strength),
        notes=[*_notes(room, view), *view.notes((*running, *coming))],
        place=view.place(room, hits[0].strength),
        venue=congress.venue,
        city=congress.city,
        on_now=view.sessions(running),
        next_sessions=view.sessions(coming),
    )


def _notes(room: Room, view: View) -> list[Note]:
    notes = []
    if not any((room.description, room.building, room.level)):
        text = f"The data does not say where in the venue {room.name!r} is."
        notes.append(Note(code="location_not_in_data", text=text, value=room.name))
    if not view.programme.by_room.get(room.name):
        text = f"Room {room.name!r} has no sessions in the programme."
        notes.append(Note(code="room_has_no_sessions", text=text, value=room.name))
    return notes


FIND_PLACE = Tool(
    name="find_place",
    description="Find a room or place by name, also when it was misheard: where it is as far as known, what is on "
    "there now and next.",
    arguments=FindPlace,
    function=find_place,
)
