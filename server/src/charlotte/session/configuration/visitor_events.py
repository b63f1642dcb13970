"""What a visitor's page may ask of a call that the server owns: pure."""

from charlotte.errors import CharlotteError
from charlotte.protocol.client import ClientEvent, ItemCreate, ResponseCreate, SessionUpdate, UnknownClientEvent
from charlotte.protocol.config import Session
from charlotte.protocol.items import InputText, Message
from charlotte.protocol.response import ResponseRequest
from charlotte.session.configuration.config import visitors_changes

RESPONSE_FIELDS = ("output_modalities", "metadata")
"""What a page may choose for one response; instructions, tools and context are the server's."""


MAX_TEXT = 2_000
"""Characters of one typed message; a provider would charge for more, and nobody asks that much."""


class NotTheVisitors(CharlotteError):
    """A page asked for something only the server may do."""

    code, status = "not_allowed", 403


def admitted(event: ClientEvent, *, languages: tuple[str, ...]) -> ClientEvent:
    """Return the event as it may go to the upstream. Raises `NotTheVisitors`."""
    match event:
        case SessionUpdate():
            # An update of which nothing is the visitor's still goes on, empty: its echo tells what is in force.
            session = visitors_changes(event.session, languages=languages) or Session(type="realtime")
            return event.model_copy(update={"session": session})
        case ItemCreate(item=Message(role="user") as said):
            if sum(len(part.text) for part in said.content if isinstance(part, InputText)) > MAX_TEXT:
                message = f"The text is longer than {MAX_TEXT} characters. Ask something shorter."
                raise NotTheVisitors(message, param="item.content")
            return event
        case ItemCreate():
            raise NotTheVisitors("A visitor's page can add only what the visitor says.", param="item")
        case ResponseCreate(response=ResponseRequest() as asked):
            kept = {name: value for name, value in asked.wire().items() if name in RESPONSE_FIELDS}
            return event.model_copy(update={"response": ResponseRequest(**kept)})
        case UnknownClientEvent():
            raise NotTheVisitors(f"Unknown event type {str(event.type)[:80]!r}.", param="type")
        case _:
            return event
