"""The open question of a conversation, and waiting for the words that answer it, in whichever call they come."""

import asyncio
from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace

from charlotte.protocol.base import Frame
from charlotte.session.turns.agreement import Agreement, Verdict
from charlotte.tools.proposals import Proposal

TRANSCRIPT_S = 3.0
"""A provider's model answers the sound of a yes before its transcript is there; its next call waits this long."""


OPEN_QUESTIONS = 4096
"""Conversations whose question is kept; the oldest are forgotten first."""


class Confirming:
    """Follows the calls of a conversation and says when the attendee has answered."""

    def __init__(self) -> None:
        self._agreement = Agreement()
        self._tool: str | None = None
        self._awaited_in: object = None
        self._heard = asyncio.Event()
        self._heard.set()

    def proposed(self, proposal: Proposal) -> None:
        """Note what the attendee is about to be asked."""
        self._tool = proposal.tool
        self._take(self._agreement.proposed(proposal.id, proposal.question))

    def observe(self, event: Frame, call: object) -> Verdict | None:
        """Take in an event of a call; return the attendee's answer if this was it."""
        before = self._agreement.awaited
        agreement, verdict = self._agreement.observe(event)
        if agreement.awaited != before:
            self._awaited_in = call
        self._take(agreement)
        return verdict

    def leave(self, call: object) -> None:
        """Note that a call is over: words awaited from it will not come, but the question stays open."""
        if self._agreement.awaited is not None and self._awaited_in is call:
            self._take(replace(self._agreement, awaited=None))

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


class OpenQuestions:
    """The question that each conversation waits with; it outlives the call in which it was put."""

    def __init__(self) -> None:
        self._by_session: OrderedDict[str, Confirming] = OrderedDict()

    def of(self, session_id: str) -> Confirming:
        """Return what follows a conversation's question."""
        confirming = self._by_session.setdefault(session_id, Confirming())
        self._by_session.move_to_end(session_id)
        while len(self._by_session) > OPEN_QUESTIONS:
            self._by_session.popitem(last=False)
        return confirming

    def forget(self, session_id: str) -> None:
        """Forget a conversation's question."""
        self._by_session.pop(session_id, None)
