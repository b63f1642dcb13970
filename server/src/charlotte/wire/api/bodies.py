"""The bound of request bodies under `/api`: nothing sent there is long, and nobody may fill the memory with it."""

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from charlotte.errors import BadInput
from charlotte.wire.api.problems import problem

MAX_BODY_BYTES = 256 * 1024
"""An SDP offer or a relayed event is far smaller."""


UPLOADS = re.compile(r"/api/staff/(?:imports|events/[^/]+/(?:registrations|documents)(?:/preview)?)")
MAX_UPLOAD_BYTES = 64 * 1024 * 1024
"""Of all files of a programme, documents, or a list; the route looks at who sends them before it reads any."""


class BodyTooLarge(BadInput):
    """The body is beyond what any route takes."""

    code, status = "request_too_large", 413


class BoundedBodies:
    """ASGI middleware that reads a body before any route does, and refuses it as soon as it is too large."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        if UPLOADS.fullmatch(scope["path"]):
            await self._app(scope, _counted(receive), send)
            return
        body = bytearray()
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > MAX_BODY_BYTES:
                refusal = BodyTooLarge(f"The body is larger than {MAX_BODY_BYTES // 1024} KiB.", hint="Send less.")
                await problem(refusal)(scope, receive, send)
                return
        whole: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def again() -> Message:
            return whole.pop() if whole else await receive()

        await self._app(scope, again, send)


def _counted(receive: Receive) -> Receive:
    """Return a `receive` that refuses an upload as soon as it is too large; what nobody reads never comes."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_UPLOAD_BYTES:
            raise BodyTooLarge(
                f"The upload is larger than {MAX_UPLOAD_BYTES // 1024**2} MB.", hint="Leave out what is no programme."
            )
        return message

    return counted
