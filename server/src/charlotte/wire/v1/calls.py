"""`POST /v1/realtime/calls` and its hang-up: WebRTC calls by SDP offer and answer."""

import orjson
from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.refusal import Refused
from charlotte.protocol.codec import MAX_DEPTH, is_deeper
from charlotte.protocol.config import Session
from charlotte.wire.v1.access import V1Access, bearer
from charlotte.wire.v1.body import TooLarge, as_refused, limited_body, parts_of
from charlotte.wire.v1.errors import CORS, V1Route
from charlotte.wire.webrtc.calls import RtcCalls
from charlotte.wire.webrtc.sdp import MAX_SDP_BYTES, BadOffer, checked_offer

MAX_MULTIPART_BYTES = MAX_SDP_BYTES + 256 * 1024


def calls_router(engine: Engine, access: V1Access, calls: RtcCalls) -> APIRouter:
    """Return the routes of WebRTC calls."""
    router = APIRouter(prefix="/realtime/calls", route_class=V1Route)

    @router.post("", status_code=201, summary="Open a call over WebRTC")
    async def create(request: Request) -> Response:
        caller = access.caller(bearer(request.headers.get("authorization")))
        sdp, given = await _offer(request)
        if caller.secret is not None:
            session = engine.configure(caller.secret.session)
        else:
            session = engine.configure(given, model=request.query_params.get("model"))
        call_id, answer = await calls.open(checked_offer(sdp), session)
        headers = {**CORS, "Location": f"/v1/realtime/calls/{call_id}"}
        return Response(answer, 201, headers, media_type="application/sdp")

    @router.post("/{call_id}/hangup", summary="End a call")
    async def hang_up(call_id: str, request: Request) -> Response:
        access.operator(bearer(request.headers.get("authorization")))
        engine.find(call_id).hang_up()
        return Response(status_code=200, headers=CORS)

    return router


async def _offer(request: Request) -> tuple[str, Session | None]:
    """Return the offer and, from a multipart body, the session."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        return _text(await limited_body(request, MAX_SDP_BYTES)), None
    parts = await parts_of(request, MAX_MULTIPART_BYTES)
    if "sdp" not in parts:
        raise BadOffer("The multipart body has no part 'sdp'.")
    if len(parts["sdp"]) > MAX_SDP_BYTES:
        raise TooLarge(f"The SDP offer is larger than {MAX_SDP_BYTES // 1024} KiB.")
    return _text(parts["sdp"]), _session(parts.get("session"))


def _session(data: bytes | None) -> Session | None:
    if not data:
        return None
    try:
        fields = orjson.loads(data)
        if is_deeper(fields, MAX_DEPTH):
            message = f"The part 'session' is nested deeper than {MAX_DEPTH} levels."
            raise Refused(message, wire_code="invalid_value", param="session")
        return Session.model_validate(fields)
    except orjson.JSONDecodeError:
        raise Refused("The part 'session' is not valid JSON.", wire_code="invalid_json", param="session") from None
    except ValidationError as failure:
        raise as_refused(failure) from None


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise BadOffer("The SDP offer is not UTF-8 text.") from None
