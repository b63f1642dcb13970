"""`POST /api/realtime/token`: a ticket for one call, and what the call will be like."""

from dataclasses import replace
from typing import Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.access.cookies import DEVICE_COOKIE, DEVICE_DAYS
from charlotte.congress.model import Congress
from charlotte.errors import NotFound
from charlotte.session.configuration.config import SERVER_VAD
from charlotte.session.identity import Mode, Session, new_session_id
from charlotte.wire.api.parts import ApiParts, device_of, origin_of, own_session, parts_of
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/realtime", tags=["talk"], responses=PROBLEMS)


class HeardSoFar(BaseModel):
    """How much of an answer sounded at the page until its call broke."""

    model_config = ConfigDict(extra="forbid")

    response_id: str = Field(max_length=200)
    sounded_ms: int = Field(ge=0, le=3_600_000, description="Of sound that could be heard, pauses not counted.")


class TokenRequest(BaseModel):
    """Who wants to talk about what, and how."""

    model_config = ConfigDict(extra="forbid")

    event: str | None = Field(default=None, max_length=200, description="Id of the congress; null = the default one.")
    language: Literal["it", "en", "fr", "de", "es"] | None = Field(
        default=None, description="ISO 639-1; null = find out from what is said."
    )
    mode: Mode = "voice"
    session_id: str | None = Field(default=None, max_length=60, description="Takes up an earlier conversation.")
    heard: HeardSoFar | None = Field(
        default=None, description="What was being said when the call broke; the next one goes on from there."
    )


class SessionShown(BaseModel):
    """How the call will be configured."""

    model: str | None
    voice: str | None
    output_modalities: list[str]
    turn_detection: dict[str, Any] | None
    language: str | None


class LimitsShown(BaseModel):
    """When the server ends a call."""

    max_seconds: int
    idle_seconds: int


class Token(BaseModel):
    """A one-use ticket and where to use it."""

    session_id: str
    event: str
    value: str = Field(description="Bearer of one call, for seconds.", examples=["ek_…"])
    expires_at: int = Field(description="Unix seconds.")
    calls_url: str = Field(description="Where a WebRTC offer goes.")
    attach_url: str | None = Field(
        default=None,
        description="Set when the WebRTC offer goes to the provider itself: tell this address the call's id at once.",
    )
    ws_url: str = Field(description="The same conversation over WebSocket.")
    session: SessionShown
    upstream: str = Field(description="Who will speak.", examples=["embedded"])
    limits: LimitsShown


@router.post("/token", summary="Get a ticket for a call")
async def token(body: TokenRequest, request: Request, response: Response) -> Token:
    """Mint a one-use ticket, for a new conversation or for one of this device (`session_id`).

    Sets the HttpOnly cookie that binds the ticket and the conversation to this device.
    """
    parts = parts_of(request)
    origin = origin_of(request)
    known = device_of(request)
    device_id = known or parts.devices.new()
    address = request.client.host if request.client else None
    await parts.rates.admit(device_id=device_id, address=address, known=known is not None)
    session = await _resumed(body, request) if body.session_id else await _begun(body, parts, device_id)
    if body.session_id and body.heard is not None:
        parts.switchboard.was_heard(session.id, body.heard.response_id, body.heard.sounded_ms / 1000)
    upstream, secret = parts.switchboard.order(session)[0], None
    if upstream.direct and session.mode == "voice":
        entitled = await parts.switchboard.entitle(session)
        upstream, secret = entitled.upstream, entitled.secret
    if secret is not None:
        value, expires_at = secret
        parts.tickets.adopt(value, session.id, device_id=device_id, origin=origin)
    else:
        value, expires_at = parts.tickets.issue(session.id, device_id=device_id, origin=origin)
    parts.metrics.tickets.labels("resumed" if body.session_id else "new").inc()
    base = parts.public_url or _address(request)
    response.set_cookie(
        DEVICE_COOKIE,
        parts.devices.cookie(device_id),
        max_age=DEVICE_DAYS * 86_400,
        path="/api",
        secure=request.scope["scheme"] == "https" or base.startswith("https://"),
        httponly=True,
        samesite="strict",
    )
    return Token(
        session_id=session.id,
        event=session.event_id,
        value=value,
        expires_at=expires_at,
        calls_url=upstream.url("realtime/calls") if secret else f"{base}/api/realtime/calls",
        attach_url=f"{base}/api/realtime/attach?{urlencode({'upstream': upstream.name})}" if secret else None,
        ws_url=f"{base.replace('http', 'ws', 1)}/api/realtime/ws",
        session=SessionShown(
            model=upstream.model,
            voice=upstream.voice,
            output_modalities=["text"] if session.mode == "text" else ["audio"],
            turn_detection=SERVER_VAD,
            language=session.language,
        ),
        upstream=upstream.name,
        limits=LimitsShown(max_seconds=parts.limits.max_seconds, idle_seconds=parts.limits.idle_seconds),
    )


async def _begun(body: TokenRequest, parts: ApiParts, device_id: str) -> Session:
    congresses = await parts.congresses.recent()
    event_id = body.event or await default_event(parts, congresses)
    if all(congress.id != event_id for congress in congresses):
        await parts.congresses.programme(event_id)
    await parts.rates.admit_to(event_id)
    session = Session(
        id=new_session_id(),
        event_id=event_id,
        device_id=device_id,
        language=body.language,
        mode=body.mode,
        created_at=parts.clock.now(),
    )
    await parts.ledger.begin(session)
    return session


async def _resumed(body: TokenRequest, request: Request) -> Session:
    assert body.session_id is not None
    known = await own_session(request, body.session_id)
    await parts_of(request).rates.admit_to(known.event_id)
    parts_of(request).hang_ups.tell_once(known.id)
    session = replace(known, language=body.language, mode=body.mode)
    await parts_of(request).ledger.seen(session)
    return session


async def default_event(parts: ApiParts, congresses: tuple[Congress, ...] = ()) -> str:
    """Return the congress to talk about when the page names none. Raises `NotFound`."""
    if parts.default_event:
        return parts.default_event
    congresses = congresses or await parts.congresses.all()
    if not congresses:
        raise NotFound("No congress is loaded.", hint="Import one with `charlotte import PATH`.")
    # The one that is on, or else begins next, or else was last.
    today = parts.clock.now().date()
    ends = {congress.id: congress.end_date or congress.start_date for congress in congresses}
    ahead = [c for c in congresses if (end := ends[c.id]) is not None and end >= today]
    if ahead:
        return min(ahead, key=lambda congress: (congress.start_date or today, congress.id)).id
    return max(congresses, key=lambda congress: (ends[congress.id] or today.min, congress.id)).id


def _address(request: Request) -> str:
    """Return where the page reaches this server."""
    host = request.headers.get("host")
    return f"{request.scope['scheme']}://{host}" if host else str(request.base_url).rstrip("/")
