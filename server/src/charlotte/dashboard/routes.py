"""The routers of `/api/staff`."""

from charlotte.dashboard import conversations, details, documents, imports, proposals, registrations, sessions, sign_in

ROUTERS = (
    sign_in.router,
    details.router,
    sessions.router,
    imports.router,
    documents.router,
    registrations.router,
    proposals.router,
    conversations.router,
)
