"""Bodies of requests: read within a bound, complaints in the wire's words."""

from typing import Any

from fastapi import Request
from pydantic import ValidationError

from charlotte.engine.call.refusal import Refused


class TooLarge(Refused):
    """A body beyond its limit."""

    code, status = "request_too_large", 413

    def __init__(self, message: str) -> None:
        super().__init__(message, wire_code="request_too_large")


async def limited_body(request: Request, limit: int) -> bytes:
    """Return a request's body. Raises `TooLarge` as soon as it has more than `limit` bytes."""
    declared = request.headers.get("content-length", "")
    too_large = TooLarge(f"The request is larger than {limit // 1024} KiB.")
    if declared.isdigit() and int(declared) > limit:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise too_large
    return bytes(body)


def as_refused(failure: ValidationError) -> Refused:
    """Return the first complaint of a body's validation in the wire's words."""
    first: Any = failure.errors(include_url=False, include_input=False)[0]
    param = ".".join(str(part) for part in first["loc"])
    return Refused(f"Invalid value for '{param}': {first['msg']}.", wire_code="invalid_value", param=param or None)
