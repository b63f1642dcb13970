"""`/v1/realtime…` over HTTP: client secrets, and the router that serves the embedded engine."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response, WebSocket
from fastapi.responses import JSONResponse
from pydantic import Field, SecretStr, ValidationError

from charlotte.engine.call.engine import Engine
from charlotte.protocol.base import Frame
from charlotte.protocol.config import Session
from charlotte.wire.v1.access import V1Access, bearer
from charlotte.wire.v1.audio import audio_router
from charlotte.wire.v1.body import as_refused, limited_body
from charlotte.wire.v1.calls import calls_router
from charlotte.wire.v1.errors import CORS, V1Route
from charlotte.wire.v1.socket import V1Socket
from charlotte.wire.webrtc.calls import RtcCalls, RtcTransport
from charlotte.wire.webrtc.transport import AiortcTransport

MIN_TTL_S, DEFAULT_TTL_S, MAX_TTL_S = 10, 600, 7200
MAX_BODY_BYTES = 256 * 1024


class ExpiresAfter(Frame):
    """How long a client secret opens calls."""

    anchor: str = "created_at"
    seconds: int = Field(default=DEFAULT_TTL_S, ge=MIN_TTL_S, le=MAX_TTL_S)


class SecretRequest(Frame):
    """Body of `POST /v1/realtime/client_secrets`."""

    expires_after: ExpiresAfter = ExpiresAfter()
    session: Session = Session()


def engine_router(
    engine: Engine, standard_key: SecretStr, new_transport: Callable[[], RtcTransport] = AiortcTransport
) -> APIRouter:
    """Return the routes under `/v1` that serve `engine`; `new_transport` makes its WebRTC connections."""
    router = APIRouter(prefix="/v1", route_class=V1Route)
    access = V1Access(engine, standard_key)
    sockets = V1Socket(engine, access)

    @router.options("/{rest:path}", include_in_schema=False)
    async def preflight(request: Request) -> Response:
        asked = request.headers.get("access-control-request-headers", "authorization, content-type")
        allowed = {
            "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
            "Access-Control-Allow-Headers": asked,
            "Access-Control-Max-Age": "600",
        }
        return Response(status_code=204, headers={**CORS, **allowed})

    @router.post("/realtime/client_secrets", summary="Mint a client secret")
    async def mint(request: Request) -> Response:
        access.operator(bearer(request.headers.get("authorization")))
        asked = await _secret_request(request)
        session = engine.configure(asked.session)
        secret = engine.secrets.mint(session, asked.expires_after.seconds)
        shown = session.wire() | {"expires_at": 0}
        return JSONResponse({"value": secret.value, "expires_at": secret.expires_at, "session": shown}, headers=CORS)

    router.include_router(calls_router(engine, access, RtcCalls(engine, new_transport)))

    router.include_router(audio_router(engine, access))

    @router.websocket("/realtime")
    async def realtime(socket: WebSocket) -> None:
        await sockets.serve(socket)

    return router


async def _secret_request(request: Request) -> SecretRequest:
    body = await limited_body(request, MAX_BODY_BYTES)
    try:
        return SecretRequest.model_validate_json(body or b"{}")
    except ValidationError as failure:
        raise as_refused(failure) from None
