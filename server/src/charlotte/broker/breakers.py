"""The breakers of all upstreams: told of every failure and success, and probing those that are open."""

import asyncio
import random
from collections.abc import Callable

import structlog
from httpx2 import AsyncClient

from charlotte.broker.awake import Awake
from charlotte.broker.breaker import Breaker, Event, Failed, Probed, Served
from charlotte.broker.faults import Fault, fault_of
from charlotte.broker.http_calls import probe
from charlotte.broker.ladder import rungs
from charlotte.broker.problems import UpstreamError
from charlotte.broker.upstream import Upstream
from charlotte.broker.upstreams import Upstreams
from charlotte.clock import Clock
from charlotte.errors import CharlotteError

log = structlog.get_logger(__name__)

LOOK_S = 0.25
PROBE_S = 5.0


class Breakers:
    """Knows which upstreams may be given a call."""

    def __init__(
        self, upstreams: Upstreams, http: AsyncClient, clock: Clock, *, chance: Callable[[], float] = random.random
    ) -> None:
        self._upstreams = upstreams
        self._http = http
        self._clock = clock
        self._chance = chance
        self._breakers: dict[str, Breaker] = {}

    def order(self) -> tuple[Upstream, ...]:
        """Return the upstreams that may be asked for a call, the best first."""
        known = {upstream.name: upstream for upstream in self._upstreams.in_order()}
        return tuple(known[name] for name in rungs(tuple(known), self._breakers))

    def preferred(self) -> Upstream:
        """Return the upstream that speaks when nothing is wrong."""
        return self._upstreams.preferred()

    def state(self, name: str) -> Breaker:
        """Return how an upstream stands."""
        return self._breakers.get(name, Breaker())

    def failed(self, upstream: Upstream, fault: Fault, retry_after_s: float | None = None) -> None:
        """Take in that an upstream failed a call or failed to open one."""
        self._step(upstream, Failed(fault, upstream.key, self._chance(), retry_after_s))

    def served(self, upstream: Upstream) -> None:
        """Take in that an upstream finished an answer."""
        self._step(upstream, Served())

    async def watch(self, on_back: Callable[[], None]) -> None:
        """Probe upstreams that are open until cancelled; `on_back` is told when one closes again."""
        while True:
            await asyncio.sleep(LOOK_S)
            for upstream in self._upstreams.in_order()[:-1]:
                now = self._clock.monotonic()
                breaker = self.state(upstream.name).with_key(upstream.key, now)
                if not breaker.probe_due(now):
                    continue
                self._breakers[upstream.name] = breaker
                self._step(upstream, await self._probe(upstream))
                if self.state(upstream.name).phase == "closed":
                    on_back()

    async def _probe(self, upstream: Upstream) -> Probed:
        failure: CharlotteError | None = None
        try:
            async with Awake().within(PROBE_S):
                await probe(self._http, upstream)
        except CharlotteError as raised:
            failure = raised
        except TimeoutError:
            return Probed(False, self._chance(), "timeout", upstream.key)
        if failure is None:
            return Probed(True, self._chance())
        retry_after_s = failure.retry_after_s if isinstance(failure, UpstreamError) else None
        return Probed(False, self._chance(), fault_of(failure), upstream.key, retry_after_s)

    def _step(self, upstream: Upstream, event: Event) -> None:
        before = self.state(upstream.name)
        after = self._breakers[upstream.name] = before.step(event, self._clock.monotonic())
        if after.phase != before.phase:
            log.warning("upstream.breaker", upstream=upstream.name, phase=after.phase, fault=after.fault)
