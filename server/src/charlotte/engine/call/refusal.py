"""What the engine answers when an event asks for something that cannot be done."""

from charlotte.errors import BadInput
from charlotte.protocol.server import ErrorDetails, ErrorRaised


class Refused(BadInput):
    """A client event was not carried out; the call goes on. `wire_code` is the protocol's own error code."""

    code = "refused"

    def __init__(self, message: str, *, wire_code: str | None, param: str | None = None) -> None:
        super().__init__(message, param=param)
        self.wire_code = wire_code


def invalid_value(value: object, param: str, supported: str) -> Refused:
    """Return the refusal of `value`, with what is `supported` said in words."""
    shown = repr(value) if len(repr(value)) <= 80 else repr(value)[:77] + "..."
    return Refused(f"Invalid value: {shown}. {supported}", wire_code="invalid_value", param=param)


def error_event(
    message: str,
    *,
    wire_code: str | None,
    param: str | None = None,
    event_id: str | None = None,
    kind: str = "invalid_request_error",
) -> ErrorRaised:
    """Return the `error` event; `event_id` is the client event at fault."""
    details = ErrorDetails(type=kind, code=wire_code, message=message, param=param, event_id=event_id)
    return ErrorRaised(error=details)
