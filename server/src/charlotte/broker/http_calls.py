"""WebRTC calls of a provider over HTTP: open with the standard key, hang up by id."""

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import orjson
import structlog
from httpx2 import AsyncClient, Headers, HTTPError, Response, TimeoutException

from charlotte.broker.problems import (
    CallsNotOffered,
    OfferRefused,
    UpstreamError,
    UpstreamKeyRefused,
    UpstreamTimeout,
    UpstreamUnreachable,
    problem_of,
)
from charlotte.broker.upstream import Upstream
from charlotte.protocol.config import Session

log = structlog.get_logger(__name__)

MOST_BYTES = 64 * 1024
"""Of an answer; the provider's has about two thousand."""
CALL_ID = re.compile(r"[A-Za-z0-9_-]{1,200}")


@dataclass(frozen=True)
class Reply:
    """What a provider answered, read to a bound."""

    status: int
    headers: Headers
    body: bytes


async def open_call(
    http: AsyncClient, upstream: Upstream, sdp: str, config: Session, *, device_id: str | None = None
) -> tuple[str, str]:
    """Send a browser's offer and our configuration; return the SDP answer and the provider's call id."""
    parts = {
        "sdp": (None, sdp, "application/sdp"),
        "session": (None, orjson.dumps(_with_model(config, upstream)), "application/json"),
    }
    reply = await _post(http, upstream, "realtime/calls", device_id, files=parts)
    call_id = urlsplit(reply.headers.get("Location", "")).path.rstrip("/").rpartition("/")[2]
    if not CALL_ID.fullmatch(call_id):
        raise UpstreamError("The voice provider opened a call without an id, so it cannot be served.")
    try:
        answer = reply.body.decode()
    except UnicodeDecodeError:
        answer = ""
    if not answer.startswith("v=0"):
        await hang_up(http, upstream, call_id)
        raise UpstreamError("The voice provider's answer is not SDP, so the browser cannot use it.")
    return answer, call_id


async def mint_secret(
    http: AsyncClient, upstream: Upstream, config: Session, *, device_id: str, seconds: int
) -> tuple[str, int]:
    """Return a short-lived secret with which a browser opens a call by itself, and when it expires (unix seconds)."""
    body = {
        "expires_after": {"anchor": "created_at", "seconds": seconds},
        "session": _with_model(config, upstream),
    }
    reply = await _post(
        http,
        upstream,
        "realtime/client_secrets",
        device_id,
        content=orjson.dumps(body),
        kind={"Content-Type": "application/json"},
    )
    try:
        minted = orjson.loads(reply.body)
        return str(minted["value"]), int(minted["expires_at"])
    except (ValueError, KeyError, TypeError):
        raise UpstreamError("The voice provider gave no secret for the browser.") from None


def _with_model(config: Session, upstream: Upstream) -> dict[str, Any]:
    fields = config.wire()
    return fields if "model" in fields or not upstream.model else {**fields, "model": upstream.model}


async def hang_up(http: AsyncClient, upstream: Upstream, call_id: str) -> bool:
    """End a call; one that has ended already is fine. False = the provider did not hear it, so ask again.

    If the key it was opened with was replaced meanwhile and is refused, the new one may end it.
    """
    path = f"realtime/calls/{call_id}/hangup"
    try:
        try:
            await _post(http, upstream, path)
        except UpstreamKeyRefused:
            newest = upstream.keys.current()
            if newest in ("", upstream.key):
                raise
            await _post(http, replace(upstream, key=newest), path)
    except CallsNotOffered:
        log.info("call.already_over")
    except UpstreamKeyRefused as failure:
        log.warning("call.hang_up_refused", code=failure.code)
    except UpstreamError as failure:
        log.warning("call.hang_up_failed", code=failure.code)
        return False
    except Exception as failure:  # noqa: BLE001 - the call is over for us either way
        log.info("call.already_over", error=type(failure).__name__)
    return True


async def probe(http: AsyncClient, upstream: Upstream) -> None:
    """Ask an upstream whether it would open a call, at no cost. Raises what is wrong with it.

    Minting a secret that nobody uses passes through the same service with the same key and model as a call; a
    provider without secrets is asked for its models.
    """
    session = {"type": "realtime", **({"model": upstream.model} if upstream.model else {})}
    body = {"expires_after": {"anchor": "created_at", "seconds": 10}, "session": session}
    try:
        await _post(http, upstream, "realtime/client_secrets", json=body)
    except (OfferRefused, CallsNotOffered):
        await _send(http, "GET", upstream, "models")


async def _post(http: AsyncClient, upstream: Upstream, path: str, device_id: str | None = None, **body: Any) -> Reply:
    return await _send(http, "POST", upstream, path, device_id, **body)


async def _send(  # noqa: PLR0913 - what every request needs
    http: AsyncClient,
    method: str,
    upstream: Upstream,
    path: str,
    device_id: str | None = None,
    *,
    kind: dict[str, str] | None = None,
    **body: Any,
) -> Reply:
    headers = {**upstream.headers_for(device_id), **(kind or {})}
    try:
        async with http.stream(method, upstream.url(path), headers=headers, **body) as response:
            reply = Reply(response.status_code, response.headers, await _bounded(response))
    except TimeoutException:
        raise UpstreamTimeout("The voice provider did not answer in time.", hint="Try again.") from None
    except HTTPError as failure:
        raise UpstreamUnreachable(
            f"The voice provider cannot be reached ({type(failure).__name__}).",
            hint="Staff: check CHARLOTTE_UPSTREAM_URL.",
        ) from None
    if 200 <= reply.status < 300:
        return reply
    raise problem_of(reply.status, upstream.without_key(_message(reply.body)), reply.headers.get("Retry-After"))


async def _bounded(response: Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > MOST_BYTES:
            raise UpstreamError("The voice provider answered with far more than an answer.")
    return bytes(body)


def _message(body: bytes) -> str | None:
    try:
        error = orjson.loads(body).get("error", {})
    except (ValueError, AttributeError):
        return None
    message = error.get("message") if isinstance(error, dict) else error
    return str(message) if message else None


async def answer_call(http: AsyncClient, upstream: Upstream, call_id: str, verb: str, body: object) -> None:
    """Accept or reject a telephone call that the provider offers."""
    await _post(http, upstream, f"realtime/calls/{call_id}/{verb}", json=body)
