"""Telephone calls that a provider offers us: taken with our configuration, or turned away with a reason."""

from typing import Literal, TypeAlias

import structlog
from httpx2 import AsyncClient

from charlotte.broker.http_calls import answer_call
from charlotte.broker.problems import CallsNotOffered, OfferRefused, UpstreamError
from charlotte.broker.switchboard import Switchboard
from charlotte.broker.upstream import Upstream
from charlotte.errors import CharlotteError
from charlotte.protocol.response import ResponseRequest
from charlotte.session.configuration.config import CallConfig
from charlotte.session.identity import Session

log = structlog.get_logger(__name__)

BUSY, DECLINED = 486, 603
"""What the caller's telephone is told: try again later, or do not."""

Taken: TypeAlias = Literal["accepted", "rejected", "gone"]
"""`gone`: the caller hung up, or another of the provider's interfaces took the call first."""

GONE = (OfferRefused, CallsNotOffered)
"""What a provider's refusal (404, 409) means where the call was its own idea: that call is no more."""


class Incoming:
    """Takes telephone calls of one provider."""

    def __init__(self, switchboard: Switchboard, http: AsyncClient) -> None:
        self._switchboard = switchboard
        self._http = http

    async def take(self, call_id: str, session: Session, greeting: ResponseRequest) -> Taken:
        """Accept a call and serve it, or reject it when there is no place. Raises `UpstreamError` to be tried again."""

        async def accept(upstream: Upstream, config: CallConfig) -> None:
            fields = config.session().wire()
            if "model" not in fields and upstream.model:
                fields["model"] = upstream.model
            await answer_call(self._http, upstream, call_id, "accept", fields)

        try:
            await self._switchboard.attend(call_id, session, accept=accept, greeting=greeting)
        except GONE:
            log.info("phone.call_gone", session_id=session.id)
            return "gone"
        except UpstreamError:
            raise
        except CharlotteError as refusal:
            return await self.reject(call_id, BUSY, reason=refusal.code)
        return "accepted"

    async def reject(self, call_id: str, status: int, *, reason: str) -> Taken:
        """Turn a call away."""
        upstream = self._switchboard.telephone()
        try:
            await answer_call(self._http, upstream, call_id, "reject", {"status_code": status})
        except GONE:
            return "gone"
        log.info("phone.call_rejected", status=status, reason=reason)
        return "rejected"
