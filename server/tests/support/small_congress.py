"""A visitor of a congress whose programme is written in the test, with the documents of a library where it has some."""

from datetime import datetime
from typing import Any

from charlotte.clock import StoppedClock
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.tools.search_documents import search_documents
from charlotte.tools.tool import Tool
from support.conversation import Conversation, Shelf
from support.libraries import Shelfful


def visitor(programme: str, facts: Facts, now: str, language: str, shelf: Shelfful | None = None) -> Conversation:
    """Return a conversation about a programme in CSV, at an ISO moment."""
    agenda = read_tables([Document("programme.csv", programme.encode())], facts).agenda
    event = agenda.congress.id
    programmes = Shelf({event: Programme(agenda.congress, agenda.sessions, agenda.rooms)})
    tools: dict[str, Tool[Any]] = {}
    if shelf is not None:
        tool = search_documents(shelf.library)
        tools[tool.name] = tool
    clock = StoppedClock(datetime.fromisoformat(now))
    return Conversation(Dialogue(programmes), programmes, event, clock, language, more_tools=tools)
