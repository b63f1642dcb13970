"""Text of a socket or data channel to typed events and back."""

from collections.abc import Mapping
from typing import Any

import orjson
from pydantic import TypeAdapter, ValidationError

from charlotte.errors import BadInput
from charlotte.protocol.base import Frame
from charlotte.protocol.client import AnyClientEvent, ClientEvent
from charlotte.protocol.server import AnyServerEvent, ServerEvent, UnknownEvent

MAX_DEPTH = 100
"""Nesting of an event; a typed one of more than about 250 levels could be read but not written any more."""

_client: TypeAdapter[Any] = TypeAdapter(AnyClientEvent)
_server: TypeAdapter[Any] = TypeAdapter(AnyServerEvent)


class BadEvent(BadInput):
    """A client event that cannot be read; `event_id` is the client's, where it gave one."""

    code = "invalid_event"

    def __init__(self, message: str, *, code: str, param: str | None, event_id: str | None) -> None:
        super().__init__(message, param=param)
        self.wire_code = code
        self.event_id = event_id


def read_client_event(raw: str | bytes) -> ClientEvent:
    """Parse a client's frame. Raises `BadEvent` with the wire's own error code."""
    data = _json_object(raw)
    event_id = data.get("event_id")
    event_id = event_id if isinstance(event_id, str) else None
    if "type" not in data:
        raise BadEvent(
            "Missing required parameter: 'type'.",
            code="missing_required_parameter",
            param="type",
            event_id=event_id,
        )
    try:
        event: ClientEvent = _client.validate_python(data)
    except ValidationError as failure:
        raise _as_bad_event(failure, data, event_id) from None
    return event


def read_server_event(raw: str | bytes | Mapping[str, Any]) -> ServerEvent:
    """Parse a server's frame; a frame that fits no type becomes `UnknownEvent`, never an error.

    Raises `BadEvent` only when the text is not a JSON object.
    """
    data = raw if isinstance(raw, Mapping) else _json_object(raw)
    try:
        event: ServerEvent = _server.validate_python(data)
    except ValidationError:
        return UnknownEvent.model_validate(data)
    return event


def write_event(event: Frame) -> str:
    """Return the event as JSON text."""
    return orjson.dumps(event.wire()).decode()


def _json_object(raw: str | bytes) -> Mapping[str, Any]:
    try:
        data = orjson.loads(raw)
    except orjson.JSONDecodeError as failure:
        message = f"The event is not valid JSON: {failure}."
        raise BadEvent(message, code="invalid_json", param=None, event_id=None) from None
    if not isinstance(data, dict):
        message = "The event must be a JSON object."
        raise BadEvent(message, code="invalid_event", param=None, event_id=None)
    if is_deeper(data, MAX_DEPTH):
        message = f"The event is nested deeper than {MAX_DEPTH} levels."
        raise BadEvent(message, code="invalid_event", param=None, event_id=None)
    return data


def is_deeper(data: Any, levels: int) -> bool:
    """Return whether objects and lists in JSON data are nested in more than so many levels."""
    inner = data.values() if isinstance(data, Mapping) else data if isinstance(data, list) else ()
    return levels < 0 or any(is_deeper(value, levels - 1) for value in inner if isinstance(value, Mapping | list))


def _as_bad_event(failure: ValidationError, data: Mapping[str, Any], event_id: str | None) -> BadEvent:
    first = failure.errors(include_url=False, include_input=False)[0]
    known = {str(data.get("type"))}
    param = ".".join(str(part) for part in first["loc"] if str(part) not in known)
    if first["type"] == "missing":
        return BadEvent(
            f"Missing required parameter: '{param}'.",
            code="missing_required_parameter",
            param=param,
            event_id=event_id,
        )
    return BadEvent(
        f"Invalid value for '{param}': {first['msg']}.",
        code="invalid_value",
        param=param,
        event_id=event_id,
    )
