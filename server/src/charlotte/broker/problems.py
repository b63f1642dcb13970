"""What goes wrong with a provider, told so that somebody can act on it."""

from typing import ClassVar

from charlotte.errors import BadInput, CharlotteError, Unavailable


class UpstreamError(Unavailable):
    """The provider did not do what was asked."""

    code: ClassVar[str] = "upstream_failed"
    status: ClassVar[int] = 502
    retry_after_s: float | None = None


class UpstreamKeyRefused(UpstreamError):
    """The provider does not accept our key."""

    code, status, retryable = "upstream_key_refused", 502, False


class UpstreamBusy(UpstreamError):
    """The provider asks us to wait."""

    code, status = "upstream_busy", 503


class UpstreamDown(UpstreamError):
    """The provider says that it is out of service."""

    code, status = "upstream_down", 503


class UpstreamUnreachable(UpstreamError):
    """Nobody answers at the provider's address."""

    code = "upstream_unreachable"


class UpstreamTimeout(UpstreamError):
    """The provider did not answer in time."""

    code, status = "upstream_timeout", 504


class OfferRefused(BadInput):
    """The provider cannot use the browser's SDP offer."""

    code = "offer_refused"


class CallsNotOffered(UpstreamError):
    """The provider takes no WebRTC calls from a server; its WebSocket may still serve."""

    code, status, retryable = "calls_not_offered", 501, False


def problem_of(status: int, message: str | None, retry_after: str | None = None) -> CharlotteError:
    """Return the error for a provider's HTTP status."""
    said = f" It said: {message[:300]}" if message else ""
    if status in (401, 403):
        return UpstreamKeyRefused(
            "The voice provider refused our key.", hint="Staff: check the upstream's key; `charlotte doctor` helps."
        )
    if status in (429, 503):
        kind = UpstreamBusy if status == 429 else UpstreamDown
        busy = kind("The voice provider is busy.", hint="Try again in a moment, or type your question.")
        busy.retry_after_s = _seconds(retry_after)
        return busy
    if status in (404, 405, 415, 501):
        return CallsNotOffered("The voice provider takes no WebRTC calls from a server.", hint="Use the WebSocket.")
    if 400 <= status < 500:
        return OfferRefused(f"The voice provider could not use the offer.{said}", hint="Reload the page and try again.")
    return UpstreamError(f"The voice provider failed (HTTP {status}).{said}", hint="Try again, or type your question.")


def _seconds(retry_after: str | None) -> float | None:
    try:
        return float(retry_after) if retry_after else None
    except ValueError:
        return None
