"""The routers of `/api/staff`."""

from charlotte.dashboard import conversations, details, imports, sessions, sign_in

ROUTERS = (sign_in.router, details.router, sessions.router, imports.router, conversations.router)
