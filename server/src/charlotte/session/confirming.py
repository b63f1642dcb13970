"""The open question of one call, and waiting for the words that answer it."""

import asyncio
from contextlib import suppress

from charlotte.protocol.base import Frame
from charlotte.session.agreement import Agreement, Verdict
from charlotte.tools.proposals import Proposal

TRANSCRIPT_S = 3.0
"""A provider's model answers the sound of a yes before its transcript is there; its next call waits this long."""


class Confirming:
    """Follows a call and says when the attendee has answered."""

    def __init__(self) -> None:
        self._agreement = Agreement()
        self._tool: str | None = None
        self._heard = asyncio.Event()
        self._heard.set()

    def proposed(self, proposal: Proposal) -> None:
        """Note what the attendee is about to be asked."""
        self._tool = proposal.tool
        self._take(self._agreement.proposed(proposal.id, proposal.question))

    def observe(self, event: Frame) -> Verdict | None:
        """Take in an event; return the attendee's answer if this was it."""
        agreement, verdict = self._agreement.observe(event)
        self._take(agreement)
        return verdict

    async def heard(self, tool: str) -> None:
        """Return when no answer about this tool is still without its words."""
        if tool == self._tool:
            with suppress(TimeoutError):
                async with asyncio.timeout(TRANSCRIPT_S):
                    await self._heard.wait()

    def _take(self, agreement: Agreement) -> None:
        self._agreement = agreement
        if agreement.awaited is None:
            self._heard.set()
        else:
            self._heard.clear()
