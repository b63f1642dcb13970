"""Errors of `/v1` in the provider's shape: `{"error": {"message", "type", "param", "code"}}`."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from charlotte.engine.call.refusal import Refused
from charlotte.errors import CharlotteError
from charlotte.protocol.codec import BadEvent

_TYPES = {401: "invalid_request_error", 403: "invalid_request_error", 429: "rate_limit_error"}
RETRY_AFTER_S = 5


def error_response(failure: CharlotteError, headers: Mapping[str, str] | None = None) -> Response:
    """Return the HTTP answer for a failure."""
    is_input = isinstance(failure, Refused | BadEvent)
    status = 400 if is_input and failure.status == 422 else failure.status
    code = failure.wire_code if isinstance(failure, Refused | BadEvent) else failure.code
    kind = _TYPES.get(status, "server_error" if status >= 500 else "invalid_request_error")
    message = f"{failure.message} {failure.hint or ''}".strip()
    body = {"error": {"message": message, "type": kind, "param": failure.param, "code": code}}
    retry = {"Retry-After": str(RETRY_AFTER_S)} if failure.retryable else {}
    return JSONResponse(body, status, {**retry, **(headers or {})})


class V1Route(APIRoute):
    """A route whose errors go out in the provider's shape, whatever app it is part of."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the handler."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                return await handle(request)
            except CharlotteError as failure:
                return error_response(failure, CORS)

        return guarded


CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Location, X-Request-Id",
}
"""Keys travel in a header, never in a cookie, so any origin may ask."""
