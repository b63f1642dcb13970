"""WebRTC calls of a provider over HTTP: open with the standard key, hang up by id."""

from dataclasses import replace

import orjson
import structlog
from httpx2 import AsyncClient, HTTPError, Response, TimeoutException

from charlotte.broker.problems import UpstreamError, UpstreamKeyRefused, UpstreamTimeout, problem_of
from charlotte.broker.upstream import Upstream
from charlotte.protocol.config import Session

log = structlog.get_logger(__name__)


async def open_call(http: AsyncClient, upstream: Upstream, sdp: str, config: Session) -> tuple[str, str]:
    """Send a browser's offer and our configuration; return the SDP answer and the provider's call id."""
    fields = config.wire()
    if "model" not in fields and upstream.model:
        fields["model"] = upstream.model
    parts = {
        "sdp": (None, sdp, "application/sdp"),
        "session": (None, orjson.dumps(fields), "application/json"),
    }
    response = await _post(http, upstream, "realtime/calls", files=parts)
    call_id = response.headers.get("Location", "").rstrip("/").rpartition("/")[2]
    if not call_id:
        raise UpstreamError("The voice provider opened a call without an id, so it cannot be served.")
    return response.text, call_id


async def hang_up(http: AsyncClient, upstream: Upstream, call_id: str) -> None:
    """End a call; one that has ended already is fine.

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
    except UpstreamError as failure:
        log.warning("call.hang_up_failed", code=failure.code)
    except Exception as failure:  # noqa: BLE001 - the call is over for us either way
        log.info("call.already_over", error=type(failure).__name__)


async def _post(http: AsyncClient, upstream: Upstream, path: str, **body: object) -> Response:
    try:
        response = await http.post(upstream.url(path), headers=upstream.headers, **body)  # type: ignore[arg-type]
    except TimeoutException:
        raise UpstreamTimeout("The voice provider did not answer in time.", hint="Try again.") from None
    except HTTPError as failure:
        raise UpstreamError(
            f"The voice provider cannot be reached ({type(failure).__name__}).",
            hint="Staff: check CHARLOTTE_UPSTREAM_URL.",
        ) from None
    if response.is_success:
        return response
    raise problem_of(response.status_code, _message(response), response.headers.get("Retry-After"))


def _message(response: Response) -> str | None:
    try:
        error = response.json().get("error", {})
    except (ValueError, AttributeError):
        return None
    message = error.get("message") if isinstance(error, dict) else error
    return str(message) if message else None


async def answer_call(http: AsyncClient, upstream: Upstream, call_id: str, verb: str, body: object) -> None:
    """Accept or reject a telephone call that the provider offers."""
    await _post(http, upstream, f"realtime/calls/{call_id}/{verb}", json=body)
