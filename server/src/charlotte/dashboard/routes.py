"""The routers of `/api/staff`."""

from charlotte.dashboard import conversations, details, imports, proposals, registrations, sessions, sign_in

ROUTERS = (
    sign_in.router,
    details.router,
    sessions.router,
    imports.router,
    registrations.router,
    proposals.router,
    conversations.router,
)
