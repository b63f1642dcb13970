"""What the rows of a grid stand under: the day, the room and the heading that lines above them told last."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from charlotte.congress.importers.shapes.sheets.cells import SECTION, SECTION_DAY, SECTION_ROOM


@dataclass
class Standing:
    """The lines that held last; a day told below a room is a day in that room."""

    room_in: Callable[[str], str]
    """The room that a heading names, or nothing."""
    day: str = ""
    room: str = ""
    heading: str = ""
    _room_in_day: bool = False
    """Whether the day was told before the room: the next day then begins without one."""

    def take_day(self, text: str) -> None:
        """Take a line that tells the day."""
        self.heading = ""
        if self._room_in_day:
            self.room = ""
        self.day = text

    def take_heading(self, text: str) -> None:
        """Take a line that heads what follows: a room, or what is held in it."""
        room = self.room_in(text)
        if room:
            self.room, self._room_in_day = room, bool(self.day)
        self.heading = "" if room else text

    def cells(self) -> Iterator[tuple[str, str]]:
        """Yield the cells that a row has from what it stands under."""
        told = ((SECTION_DAY, self.day), (SECTION_ROOM, self.room), (SECTION, self.heading))
        yield from ((column, text) for column, text in told if text)
