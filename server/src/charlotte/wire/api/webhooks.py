"""`POST /api/realtime/webhooks`: what a provider tells us, signed; a telephone call is taken."""

import orjson
import structlog
from fastapi import APIRouter, Request
from pydantic import BaseModel, Field, ValidationError

from charlotte.broker.incoming import DECLINED
from charlotte.errors import BadInput, NotFound
from charlotte.protocol.webhooks import INCOMING, IncomingCall, WebhookEvent
from charlotte.session.configuration.greeting import greeting
from charlotte.session.identity import Session, new_session_id
from charlotte.wire.api.parts import LANGUAGES, ApiParts, parts_of
from charlotte.wire.api.problems import PROBLEMS
from charlotte.wire.api.token import default_event

log = structlog.get_logger(__name__)

router = APIRouter(prefix="/api/realtime", tags=["talk"], responses=PROBLEMS)


class Received(BaseModel):
    """What became of a delivery; all of these are final, so the sender need not try again."""

    outcome: str = Field(description="accepted, rejected, gone, noted (an unknown type) or seen (a repetition).")


@router.post("/webhooks", summary="Receive a provider's webhook")
async def webhook(request: Request) -> Received:
    """Check the signature (Standard Webhooks, 300 seconds, two secrets for rotation) and act once per delivery."""
    parts = parts_of(request)
    body = await request.body()
    delivery = parts.signatures.check(request.headers, body)
    event = _read(body)
    if not await parts.deliveries.claim(delivery, event.type):
        return Received(outcome="seen")
    try:
        outcome = await _take(event, parts) if isinstance(event, IncomingCall) else "noted"
    except BaseException:
        await parts.deliveries.give_back(delivery)
        raise
    log.info("webhook.received", type=event.type, outcome=outcome)
    return Received(outcome=outcome)


async def _take(call: IncomingCall, parts: ApiParts) -> str:
    event_id = call.event_of(parts.phone_events) or await default_event(parts)
    try:
        programme = await parts.congresses.programme(event_id)
    except NotFound:
        return await parts.incoming.reject(call.data.call_id, DECLINED, reason="event_unknown")
    language = call.language if call.language in LANGUAGES else None
    session = Session(
        id=new_session_id(),
        event_id=event_id,
        device_id=parts.devices.new(),  # the caller's number is not kept
        language=language,
        mode="voice",
        created_at=parts.clock.now(),
    )
    await parts.ledger.begin(session)
    congress = programme.congress
    first = language or next((known for known in congress.languages if known in LANGUAGES), "en")
    return await parts.incoming.take(call.data.call_id, session, greeting(congress.name, first))


def _read(body: bytes) -> WebhookEvent:
    try:
        event = WebhookEvent.model_validate(orjson.loads(body))
        return IncomingCall.model_validate(orjson.loads(body)) if event.type == INCOMING else event
    except orjson.JSONDecodeError:
        raise BadInput("The body is not JSON.") from None
    except ValidationError as failure:
        first = failure.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "body"
        raise BadInput(f"{where}: {first['msg']}", param=where) from None
