"""The routers of `/api/staff`."""

from charlotte.dashboard import conversations, details, sign_in

ROUTERS = (sign_in.router, details.router, conversations.router)
