"""Security headers for everything the server sends, without touching streams or sockets."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=(), payment=()",
    "X-Frame-Options": "SAMEORIGIN",
}

API_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""Nothing the API sends is a page."""


def _raw(headers: Mapping[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((name.lower().encode(), value.encode()) for name, value in headers.items())


FOR_ALL = _raw(HEADERS)
FOR_API = _raw({**HEADERS, "Cache-Control": "no-store", "Content-Security-Policy": API_POLICY})


class SecurityHeaders:
    """ASGI middleware that adds what is missing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_api = scope["path"].startswith(("/api/", "/v1/", "/healthz", "/readyz", "/metrics"))
        wanted = FOR_API if is_api else FOR_ALL

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = message.get("headers", ())
                names = {name.lower() for name, _ in given}
                message["headers"] = [*given, *(header for header in wanted if header[0] not in names)]
            await send(message)

        await self._app(scope, receive, with_headers)
