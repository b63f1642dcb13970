"""What a page is told of the calls that serve its socket, so that it sees one conversation: pure."""

from dataclasses import dataclass, replace

from charlotte.protocol.client import ClientEvent, ResponseCancel
from charlotte.protocol.response import StatusDetails
from charlotte.protocol.server import (
    ErrorRaised,
    OutputAudioDelta,
    OutputTextDelta,
    OutputTranscriptDelta,
    ResponseCreated,
    ResponseDone,
    ServerEvent,
    SessionCreated,
)
from charlotte.session.happened import Happened


@dataclass(frozen=True)
class PageEvents:
    """One socket's view; calls come and go behind it."""

    calls: int = 0
    """How many calls have greeted the page."""
    active: str | None = None
    cut: frozenset[str] = frozenset()
    """Responses the visitor stopped: what still arrives of them is not passed on."""

    def asked(self, event: ClientEvent) -> "PageEvents":
        """Return the view after something the page asked for."""
        if isinstance(event, ResponseCancel) and self.active is not None:
            return replace(self, cut=self.cut | {self.active})
        return self

    def tell(self, happened: Happened, *, recoverable: bool) -> tuple["PageEvents", ServerEvent | None]:
        """Return the view after an event, and what the page hears of it.

        `recoverable`: somebody else goes on where this upstream fails, so its failure is not the page's trouble.
        """
        event = happened.event
        if happened.source == "visitor" or not isinstance(event, ServerEvent):
            return self, None
        if happened.source == "replay":
            return self, event if self.calls <= 1 else None
        match event:
            case SessionCreated():
                return replace(self, calls=self.calls + 1), event if self.calls == 0 else None
            case ResponseCreated():
                return replace(self, active=event.response.id), event
            case ResponseDone():
                after = replace(self, active=None, cut=self.cut - {event.response.id})
                return after, _cancelled(event) if recoverable and event.response.status == "failed" else event
            case ErrorRaised() if event.error.code == "session_expired":
                return self, None  # another call follows
            case ErrorRaised() if recoverable and event.error.type == "server_error":
                return self, None
            case OutputAudioDelta() | OutputTextDelta() | OutputTranscriptDelta() if event.response_id in self.cut:
                return self, None
            case _:
                return self, event


def _cancelled(event: ResponseDone) -> ResponseDone:
    details = StatusDetails(type="cancelled", reason="client_cancelled")
    response = event.response.model_copy(update={"status": "cancelled", "status_details": details})
    return event.model_copy(update={"response": response})
