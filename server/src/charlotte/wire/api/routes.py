"""All of `/api`, and what is beside it for operators and the page."""

from charlotte.wire.api import (
    calls,
    confirm,
    events,
    health,
    help_requests,
    money,
    page_info,
    sessions,
    signals,
    socket,
    token,
    tools,
    unanswered,
    webhooks,
)

PAGE_ROUTERS = (
    token.router,
    events.router,
    health.router,
    page_info.router,
    confirm.router,
    money.router,
    help_requests.router,
    unanswered.router,
)
"""What the page calls by itself; its types are generated from these."""

ROUTERS = (
    *PAGE_ROUTERS,
    calls.router,
    socket.router,
    signals.router,
    tools.router,
    sessions.router,
    webhooks.router,
)
