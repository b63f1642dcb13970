"""The routers of `/api/staff`."""

from charlotte.dashboard import (
    conversations,
    deeds,
    details,
    documents,
    imports,
    proposals,
    registrations,
    sessions,
    sign_in,
)

ROUTERS = (
    sign_in.router,
    details.router,
    deeds.router,
    sessions.router,
    imports.router,
    documents.router,
    registrations.router,
    proposals.router,
    conversations.router,
)
