"""Why calls end: one list, of which every end is told by name and staff read each in plain words."""

from typing import Literal, TypeAlias

Ending: TypeAlias = Literal[
    "visitor_left",  # the page said so, or was closed
    "visitor_gone",  # the page vanished and stayed away
    "visitor_lost",  # the page's socket broke
    "idle",
    "max_length",
    "staff_hung_up",
    "erased",  # the visitor had the conversation erased
    "too_fast",
    "too_slow",  # the page took nothing any more
    "nonsense",
    "config_fight",  # something else kept changing what the server owns
    "budget",
    "replaced",  # the same visitor opened another call
    "renewed",  # the next call took over in good order
    "upstream_lost",
    "upstream_closed",
    "upstream_silent",
    "slow",  # an answer, or its next part, did not come
    "stalled",
    "response_failed",
    "rate_limited",
    "error_burst",
    "session_expired",
    "server_stopping",
    "failed",
]
