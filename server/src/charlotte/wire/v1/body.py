"""Bodies of requests: read within a bound, complaints in the wire's words."""

from typing import Any

from fastapi import Request
from pydantic import ValidationError
from python_multipart.exceptions import MultipartParseError
from starlette.formparsers import MultiPartException
from starlette.types import Message, Receive

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


async def parts_of(request: Request, limit: int) -> dict[str, bytes]:
    """Return the parts of a multipart body of at most `limit` bytes. Raises `Refused`."""
    body = await limited_body(request, limit)
    try:
        form = await Request(request.scope, _replay(body)).form(max_files=4, max_fields=16, max_part_size=limit)
    except (MultiPartException, MultipartParseError, AssertionError) as failure:
        message = f"The multipart body cannot be read: {failure}"
        raise Refused(message, wire_code="invalid_value") from None
    try:
        return {name: await _part(value) for name, value in form.items()}
    finally:
        await form.close()


async def _part(value: object) -> bytes:
    read = getattr(value, "read", None)
    data = await read() if read is not None else value
    return data if isinstance(data, bytes) else str(data).encode()


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
