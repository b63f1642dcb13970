"""What is looked up in a congress for every question, made once for each version of its programme."""

from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.people import People
from charlotte.engine.dialogue.titles import TitleIndex


class EventIndex:
    """A programme with its titles and names ready to be compared."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.titles = TitleIndex(programme)
        self.people = People(programme)
