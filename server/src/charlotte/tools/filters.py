"""The room, speaker, track and day of a question, resolved to what the data holds, with a note where that fails."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from charlotte.congress.days import parse_day
from charlotte.congress.model import Person, Room
from charlotte.congress.search.search import Search
from charlotte.congress.search.strength import NEAR, Hit
from charlotte.tools.cards import View
from charlotte.tools.results import Match, Note, NoteCode

ORDER: tuple[Match, ...] = ("exact", "close", "weak", "none")


@dataclass
class Filters:
    """Names that were resolved so far; `match` is the weakest of them."""

    search: Search
    view: View
    match: Match = "exact"
    notes: list[Note] = field(default_factory=list)

    def room(self, name: str) -> Room | None:
        """Return the room that is meant, or None with a note."""
        hits = self.search.rooms(name)
        room = hits[0].value if hits and not tied(hits) else None
        if room is None:
            near = ", ".join(hit.value.name for hit in hits)
            self._miss("room_unknown", f"No room {name!r} is known." + (f" Near: {near}." if near else ""), name)
            return None
        self._matched(hits[0].strength)
        if not self.search.programme.by_room.get(room.name):
            self.note("room_has_no_sessions", f"Room {room.name!r} has no sessions in the programme.", room.name)
        return room

    def persons(self, name: str) -> tuple[Person, ...]:
        """Return who is meant, several when they are called alike, nobody with a note."""
        hits = self.search.persons(name)
        if not hits:
            self._miss("speaker_unknown", f"No speaker {name!r} is in the programme.", name)
            return ()
        self._matched(hits[0].strength)
        return tuple(hit.value for hit in alike(hits))

    def track(self, name: str) -> str | None:
        """Return the track that is meant, or None with a note."""
        hits = self.search.tracks(name)
        if not hits:
            self._miss("track_unknown", f"No track {name!r} is in the programme.", name)
            return None
        self._matched(hits[0].strength)
        return hits[0].value

    def day(self, name: str) -> date | None:
        """Return the day that is meant, or None with a note; a day without sessions is noted too."""
        days = self.search.programme.days
        day = parse_day(name, self.view.today, days)
        if day is None:
            self._miss("day_not_understood", f"The day {name!r} was not understood.", name)
        elif day not in days:
            listed = ", ".join(one.isoformat() for one in days)
            self.note("day_outside_event", f"Nothing is on {day}; the event is on {listed}.", day.isoformat())
        return day

    def note(self, code: NoteCode, text: str, value: str | None = None) -> None:
        """Add a note."""
        self.notes.append(Note(code=code, text=text, value=value))

    def _miss(self, code: NoteCode, text: str, value: str) -> None:
        self.note(code, text, value)
        self.match = "none"

    def _matched(self, match: Match) -> None:
        self.match = weakest((self.match, match))


def weakest(matches: Iterable[Match]) -> Match:
    """Return the weakest of several matches."""
    return max(matches, key=ORDER.index)


def alike(hits: list[Hit[Person]]) -> list[Hit[Person]]:
    """Return the first hit and those that cannot be told from it."""
    if hits[0].score == 1.0:
        return [hit for hit in hits if hit.score == 1.0]
    return [hit for hit in hits if hits[0].score - hit.score < NEAR]


def tied(hits: list[Hit[Room]]) -> bool:
    """Return whether several rooms fit equally, none of them by its full name."""
    return len(hits) > 1 and hits[0].score < 1.0 and hits[0].score == hits[1].score
