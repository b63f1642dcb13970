"""Hangs calls up: at once where the provider can be reached, and else again and again; open calls cost money."""

import asyncio

import structlog
from httpx2 import AsyncClient

from charlotte.broker import http_calls
from charlotte.broker.upstream import Upstream

log = structlog.get_logger(__name__)

AT_ONCE_S = 2.0
"""Nobody waits longer than this for a provider to hear it."""
AGAIN_AFTER_S, LONGEST_S = 1.0, 30.0
TRIES = 15
"""Five minutes of them; a call without anybody in it ends by itself before that."""
BOUND = 1_000


class HangingUp:
    """Every call that is to end."""

    def __init__(self, http: AsyncClient, *, again_after_s: float = AGAIN_AFTER_S) -> None:
        self._http = http
        self._again_after_s = again_after_s
        self._late: asyncio.Queue[tuple[Upstream, str]] = asyncio.Queue(BOUND)

    async def hang_up(self, upstream: Upstream, call_id: str) -> None:
        """End a call; where that does not work at once it is seen to behind."""
        try:
            async with asyncio.timeout(AT_ONCE_S):
                if await http_calls.hang_up(self._http, upstream, call_id):
                    return
        except TimeoutError:
            log.warning("call.hang_up_late", upstream=upstream.name)
        try:
            self._late.put_nowait((upstream, call_id))
        except asyncio.QueueFull:
            log.error("call.hang_up_given_up", upstream=upstream.name)

    async def run(self) -> None:
        """See to those that could not be ended, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                upstream, call_id = await self._late.get()
                tasks.create_task(self._insist(upstream, call_id), name=f"hang up {call_id}")

    async def _insist(self, upstream: Upstream, call_id: str) -> None:
        for attempt in range(TRIES):
            await asyncio.sleep(min(self._again_after_s * 2**attempt, LONGEST_S))
            if await http_calls.hang_up(self._http, upstream, call_id):
                return
        log.error("call.hang_up_given_up", upstream=upstream.name)
