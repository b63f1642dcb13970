"""Opens a call: walks down the ladder within one request until an upstream takes it."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Protocol, TypeVar

import structlog
from httpx2 import AsyncClient

from charlotte.broker import http_calls, socket_channel
from charlotte.broker.avoiding import Avoiding
from charlotte.broker.awake import Awake
from charlotte.broker.breakers import Breakers
from charlotte.broker.faults import fault_of
from charlotte.broker.ladder import Climb
from charlotte.broker.problems import CallsNotOffered, UpstreamError, UpstreamTimeout
from charlotte.broker.upstream import Upstream
from charlotte.errors import CharlotteError, Unavailable
from charlotte.session.budget import Budget, BudgetSpent
from charlotte.session.channel import Channel
from charlotte.session.configuration.config import CallConfig
from charlotte.session.configuration.taste import UpstreamTaste
from charlotte.session.identity import Session

log = structlog.get_logger(__name__)

T = TypeVar("T")

SECRET_S = 30
"""Life of a provider's secret in a browser; the provider takes no less than 10, and a slow phone needs some."""


class Configures(Protocol):
    """Whatever knows how a conversation is configured."""

    async def config(self, session: Session, taste: UpstreamTaste) -> CallConfig:
        """Return the configuration for a conversation's next call, at an upstream of that taste."""
        ...


@dataclass(frozen=True)
class Answered:
    """An upstream took a browser's offer."""

    upstream: Upstream
    config: CallConfig
    sdp: str
    call_id: str


@dataclass(frozen=True)
class Connected:
    """An upstream opened a socket; `closing` closes it."""

    upstream: Upstream
    config: CallConfig
    channel: Channel
    closing: AsyncExitStack


@dataclass(frozen=True)
class Entitled:
    """Who will serve a browser's next call, and the secret with which it opens that by itself."""

    upstream: Upstream
    secret: tuple[str, int] | None = None
    """The provider's secret and when it expires (unix seconds); None = the call is opened here."""


class Opening:
    """Finds the best upstream that serves."""

    def __init__(
        self, breakers: Breakers, avoiding: Avoiding, http: AsyncClient, desk: Configures, budget: Budget
    ) -> None:
        self._breakers = breakers
        self._avoiding = avoiding
        self._http = http
        self._desk = desk
        self._budget = budget

    def order(self, session: Session) -> tuple[Upstream, ...]:
        """Return who may serve a conversation's next call, the best first. Raises `BudgetSpent`."""
        verdict = self._budget.verdict(session)
        if verdict == "stop":
            raise BudgetSpent(
                "The congress has used up what may be spent on this.", hint="Ask at the information desk."
            )
        order = self._breakers.order()
        kept_to = verdict != "ok"
        return tuple(
            upstream
            for upstream in order
            if upstream.embedded or not (kept_to or self._avoiding.avoids(session.id, upstream.name))
        )

    async def entitle(self, session: Session) -> Entitled:
        """Find who will serve the next call; a provider that browsers call by themselves gives a secret for it.

        One that fails to is left for the next rung, as if it had refused the call.
        """

        async def attempt(upstream: Upstream) -> Entitled:
            if not upstream.direct:
                return Entitled(upstream)
            config = (await self._desk.config(session, upstream.taste)).session()
            try:
                secret = await http_calls.mint_secret(
                    self._http, upstream, config, device_id=session.device_id, seconds=SECRET_S
                )
            except CallsNotOffered:
                return Entitled(upstream)  # it has no secrets for browsers; it may take calls from here
            return Entitled(upstream, secret)

        return await self._climb(session, attempt)

    async def answer(self, session: Session, sdp: str, tasks: asyncio.TaskGroup) -> Answered:
        """Have an upstream answer a browser's offer; an answer that comes too late is hung up in `tasks`."""

        async def attempt(upstream: Upstream) -> Answered:
            config = await self._desk.config(session, upstream.taste)
            asked = tasks.create_task(self._ask(upstream, session, sdp, config), name="offer")
            try:
                outcome = await asyncio.shield(asked)
            except asyncio.CancelledError:
                tasks.create_task(self._hang_up_late(upstream, asked), name="late answer")
                raise
            if isinstance(outcome, CharlotteError):
                raise outcome
            return Answered(upstream, config, *outcome)

        return await self._climb(session, attempt)

    async def connect(self, session: Session) -> Connected:
        """Open a socket of its own at an upstream."""

        async def attempt(upstream: Upstream) -> Connected:
            config = await self._desk.config(session, upstream.taste)
            closing = AsyncExitStack()
            channel = await closing.enter_async_context(
                socket_channel.primary(upstream, config.session(), device_id=session.device_id)
            )
            return Connected(upstream, config, channel, closing)

        return await self._climb(session, attempt)

    async def _climb(self, session: Session, attempt: Callable[[Upstream], Awaitable[T]]) -> T:
        awake = Awake()
        order = {upstream.name: upstream for upstream in self.order(session)}
        climb = Climb(awake.seconds, tuple(order))
        failure: CharlotteError = Unavailable("Nobody can take the call.", hint="Try again in a moment.")
        while climb.rungs:
            upstream = order[climb.rungs[0]]
            try:
                async with awake.within(climb.share_s(awake.seconds)):
                    return await attempt(upstream)
            except TimeoutError:
                failure = UpstreamTimeout("The voice provider did not answer in time.", hint="Try again.")
            except CallsNotOffered:
                raise  # nothing is wrong: the page takes the WebSocket, where this provider answers
            except CharlotteError as raised:
                failure = raised
            fault = fault_of(failure)
            log.warning("upstream.refused_call", upstream=upstream.name, fault=fault, attempt=climb.attempt)
            after, pause_s = climb.after(fault, awake.seconds, random.random())  # noqa: S311 - jitter
            if after.rungs != climb.rungs and fault is not None and not upstream.embedded:
                retry_after_s = failure.retry_after_s if isinstance(failure, UpstreamError) else None
                self._breakers.failed(upstream, fault, retry_after_s)
            climb = after
            await asyncio.sleep(pause_s)
        raise failure

    async def _ask(
        self, upstream: Upstream, session: Session, sdp: str, config: CallConfig
    ) -> tuple[str, str] | CharlotteError:
        try:
            return await http_calls.open_call(self._http, upstream, sdp, config.session(), device_id=session.device_id)
        except CharlotteError as failure:
            return failure

    async def _hang_up_late(self, upstream: Upstream, asked: asyncio.Task[tuple[str, str] | CharlotteError]) -> None:
        """Nobody waits for this answer any more, and an open call costs money."""
        outcome = await asked
        if not isinstance(outcome, CharlotteError):
            await http_calls.hang_up(self._http, upstream, outcome[1])
