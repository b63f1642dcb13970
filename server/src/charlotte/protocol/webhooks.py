"""What a provider tells by webhook."""

import re
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from charlotte.protocol.base import Frame

INCOMING = "realtime.call.incoming"
_USER = re.compile(r"(?:sips?:|tel:)([^@;>\s]+)", re.IGNORECASE)


class SipHeader(Frame):
    """One header of the invitation."""

    name: str
    value: str


class IncomingCallData(Frame):
    """Which call it is."""

    call_id: str = Field(pattern=r"^[A-Za-z0-9_-]{1,100}$")
    sip_headers: tuple[SipHeader, ...] = ()


class WebhookEvent(Frame):
    """Any event; unknown types are kept as they are."""

    id: str | None = None
    type: str = Field(max_length=200)


class IncomingCall(WebhookEvent):
    """Somebody calls by telephone."""

    type: Literal["realtime.call.incoming"] = "realtime.call.incoming"
    data: IncomingCallData

    @property
    def called(self) -> str | None:
        """The number or name that was called, from the `To` header."""
        to = self.header("to")
        found = _USER.search(to) if to else None
        return found[1] if found else None

    @property
    def language(self) -> str | None:
        """ISO 639-1 of the first language the telephone asks for."""
        asked = self.header("accept-language")
        return asked.split(",")[0].split(";")[0].split("-")[0].strip().lower() or None if asked else None

    def header(self, name: str) -> str | None:
        """Return a header by its name in lower case."""
        return next((header.value for header in self.data.sip_headers if header.name.lower() == name), None)

    def event_of(self, events: Mapping[str, str]) -> str | None:
        """Return the congress that is meant for the number called; None = the default one."""
        called = (self.called or "").removeprefix("+")
        return next((event for number, event in events.items() if number.removeprefix("+") == called), None)
