"""All of `/api`, and what is beside it for operators and the page."""

from charlotte.wire.api import (
    answers,
    calls,
    confirm,
    events,
    health,
    money,
    page_info,
    requests,
    sessions,
    signals,
    socket,
    token,
    tools,
    webhooks,
)

PAGE_ROUTERS = (
    token.router,
    events.router,
    health.router,
    page_info.router,
    confirm.router,
    money.router,
    requests.router,
    answers.router,
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
