"""`POST /api/realtime/calls`: a browser's offer goes in, the upstream's answer comes back."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.errors import BadInput
from charlotte.wire.api.offers import NotAnOffer, fit_offer
from charlotte.wire.api.parts import device_of, origin_of, parts_of
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/realtime", tags=["talk"], responses=PROBLEMS)

SDP_BYTES = 64 * 1024


class OfferTooLarge(BadInput):
    """The SDP is far beyond what any browser sends."""

    code, status = "offer_too_large", 413


class WrongMediaType(BadInput):
    """The body is of another kind."""

    code, status = "unsupported_media_type", 415


@router.post(
    "/calls",
    status_code=201,
    summary="Open a WebRTC call",
    response_class=Response,
    responses={
        201: {
            "description": "The SDP answer",
            "content": {"application/sdp": {"schema": {"type": "string"}}},
            "headers": {
                "Location": {"description": "Its last part is the upstream's call id.", "schema": {"type": "string"}}
            },
        }
    },
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/sdp": {"schema": {"type": "string"}}}},
        "security": [{"ticket": []}],
    },
)
async def open_call(request: Request) -> Response:
    """Exchange SDP: the body is the offer, the ticket is the bearer token."""
    parts = parts_of(request)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/sdp":
        raise WrongMediaType("The body must be an SDP offer.", hint="Send it with Content-Type: application/sdp.")
    sdp = await _offer(request)
    session_id = parts.tickets.redeem(
        bearer(request.headers.get("authorization")), device_id=device_of(request), origin=origin_of(request)
    )
    session = await parts.ledger.find(session_id)
    answered = await parts.switchboard.open_call(session, fit_offer(sdp))
    return Response(
        answered.sdp,
        201,
        {
            "Location": f"/api/realtime/calls/{answered.call_id}",
            "Charlotte-Upstream": answered.upstream.name,
            "Cache-Control": "no-store",
        },
        media_type="application/sdp",
    )


class OpenedCall(BaseModel):
    """A call that the browser opened at the provider by itself."""

    model_config = ConfigDict(extra="forbid")

    call_id: str = Field(pattern=r"^[A-Za-z0-9_-]{1,200}$", description="Last part of the provider's `Location`.")


@router.post(
    "/attach",
    status_code=204,
    summary="Tell the id of a call opened at the provider",
    openapi_extra={"security": [{"ticket": []}]},
)
async def attach(body: OpenedCall, request: Request, upstream: str | None = None) -> Response:
    """Have the server follow a call that the page opened with the secret of `token`, where `attach_url` was set."""
    parts = parts_of(request)
    session_id = parts.tickets.redeem(
        bearer(request.headers.get("authorization")), device_id=device_of(request), origin=origin_of(request)
    )
    await parts.switchboard.attach(await parts.ledger.find(session_id), body.call_id, upstream)
    return Response(status_code=204)


async def _offer(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > SDP_BYTES:
            raise OfferTooLarge(f"The offer is larger than {SDP_BYTES // 1024} KiB.", hint="Reload the page.")
    try:
        sdp = body.decode()
    except UnicodeDecodeError:
        sdp = ""
    if not sdp.startswith("v=0"):
        raise NotAnOffer("The body is not an SDP offer.", hint="An offer begins with v=0.")
    return sdp


def bearer(authorization: str | None) -> str | None:
    """Return the value of a bearer header."""
    scheme, _, value = (authorization or "").partition(" ")
    return value.strip() if scheme.lower() == "bearer" else None
