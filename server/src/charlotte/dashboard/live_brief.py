"""Brings a changed brief to the conversations that are running."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import structlog

from charlotte.errors import CharlotteError
from charlotte.session.call import Call
from charlotte.session.configuration.brief import Brief
from charlotte.session.desk import CongressDesk

log = structlog.get_logger(__name__)

REACH_S = 4.0
"""How long one conversation may take to be told; a stuck one must not hold up the others."""


@dataclass(frozen=True)
class Reach:
    """How many running conversations a brief reaches."""

    now: int = 0
    voice_waits: int = 0
    """Those among them whose voice changes only with another call: they have been spoken to already."""
    failed: int = 0


def reach(calls: Iterable[Call], brief: Brief) -> Reach:
    """Return what saving the brief would reach."""
    calls = list(calls)
    waits = [
        call for call in calls if call.has_spoken and call.config.voice != call.config.taste.voice_for(brief.voice)
    ]
    return Reach(len(calls), len(waits))


async def bring(calls: Iterable[Call], brief: Brief, desk: CongressDesk, renew: Callable[[str], object]) -> Reach:
    """Tell every call at once; return how many were reached. `renew` has another call take over a conversation."""
    outcomes: list[bool | None] = []

    async def tell(call: Call) -> None:
        try:
            async with asyncio.timeout(REACH_S):
                whole = await call.reconfigure(await desk.drafted(call.session, brief, call.config.taste))
            outcomes.append(whole)
            if not whole:
                renew(call.session.id)
        except (TimeoutError, CharlotteError) as failure:
            log.warning("brief.not_reached", session_id=call.session.id, error=type(failure).__name__)
            outcomes.append(None)

    async with asyncio.TaskGroup() as tasks:
        for call in calls:
            tasks.create_task(tell(call))
    return Reach(sum(done is not None for done in outcomes), outcomes.count(False), outcomes.count(None))
