"""What kinds of failure an upstream has: each is answered in its own way."""

from typing import Literal, TypeAlias

from charlotte.broker.problems import (
    UpstreamBusy,
    UpstreamError,
    UpstreamKeyRefused,
    UpstreamTimeout,
    UpstreamUnreachable,
)
from charlotte.errors import CharlotteError, NotFound
from charlotte.session.endings import Ending

Fault: TypeAlias = Literal[
    "key_refused",  # 401, 403: nothing helps but another key
    "busy",  # 429: it says when to come back
    "failed",  # 5xx, or a response that failed
    "unreachable",  # no name, no route, nobody listens
    "timeout",  # it did not answer in time
    "refused",  # 404 and the like: the address or the model is wrong
    "lost",  # a call's socket broke
    "stalled",  # an answer stopped in the middle
    "slow",  # nothing came of an answer, or nothing after a part of it, for longer than a visitor waits
    "expired",  # the provider ended a call that reached its cap
]

KINDS: tuple[tuple[type[CharlotteError], Fault], ...] = (
    (UpstreamKeyRefused, "key_refused"),
    (UpstreamBusy, "busy"),
    (UpstreamUnreachable, "unreachable"),
    (UpstreamTimeout, "timeout"),
    (UpstreamError, "failed"),
)


def fault_of(failure: CharlotteError) -> Fault | None:
    """Return the kind of a failure to open a call; None = it says nothing about the upstream."""
    if isinstance(failure, NotFound):
        return "refused"
    return next((fault for kind, fault in KINDS if isinstance(failure, kind)), None)


CALL_FAULTS: dict[Ending, Fault] = {
    "upstream_lost": "lost",
    "upstream_closed": "lost",
    "upstream_silent": "unreachable",
    "stalled": "stalled",
    "slow": "slow",
    "response_failed": "failed",
    "rate_limited": "busy",
    "error_burst": "failed",
    "session_expired": "expired",
}
"""By the reason with which a call ended; any other reason is not the upstream's fault."""
