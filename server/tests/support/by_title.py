"""What most tests compare of a programme that was read: when, where and who, by title."""

from charlotte.congress.model import Agenda


def told(found: Agenda) -> dict[str, tuple[str, str, str | None, list[str]]]:
    """Return of each session its day and start, its end, its room and who speaks, as its congress has them."""
    return {
        one.title: (
            f"{one.start.astimezone(found.congress.zone):%d %H:%M}" if one.start else "",
            f"{one.end.astimezone(found.congress.zone):%H:%M}" if one.end else "",
            one.room,
            [person.name for person in one.speakers],
        )
        for one in found.sessions
    }
