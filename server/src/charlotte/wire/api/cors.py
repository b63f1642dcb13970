"""Lets the pages of other, configured origins use `/api` with the device's cookie; `/v1` has rules of its own."""

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send


class OtherOrigins:
    """ASGI middleware that answers preflights and exposes answers to the origins given, under `/api` only."""

    def __init__(self, app: ASGIApp, origins: tuple[str, ...]) -> None:
        self._app = app
        self._open = CORSMiddleware(
            app,
            allow_origins=origins,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type", "X-OpenAI-Agents-SDK"),
            allow_credentials=True,
            expose_headers=("Location",),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        is_api = scope["type"] == "http" and scope["path"].startswith("/api/")
        await (self._open if is_api else self._app)(scope, receive, send)
