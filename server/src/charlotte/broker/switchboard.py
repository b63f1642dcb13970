"""Connects conversations with calls of the upstreams, and sees every call to its end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from httpx2 import AsyncClient

from charlotte.broker.attending import Attending, CallBoard, CallMeter, Desk
from charlotte.broker.avoiding import Avoiding
from charlotte.broker.breakers import Breakers
from charlotte.broker.hanging_up import HangingUp
from charlotte.broker.media_calls import Accept, MediaCalls
from charlotte.broker.opening import Answered, Entitled, Opening
from charlotte.broker.places import Places
from charlotte.broker.relay_line import RelayLine
from charlotte.broker.upstream import Upstream
from charlotte.broker.upstreams import Upstreams
from charlotte.clock import Clock
from charlotte.errors import NotFound, Unavailable
from charlotte.protocol.response import ResponseRequest
from charlotte.session.budget import Budget, BudgetSpent
from charlotte.session.call import Call
from charlotte.session.endings import Ending
from charlotte.session.guards.limits import Limits
from charlotte.session.identity import Session
from charlotte.session.record import Record
from charlotte.session.signals import Signals

LOOK_S = 1.0
"""How often it is looked whether a conversation may be served better, and what need not be known any more."""


class Switchboard:
    """All calls of this server."""

    def __init__(  # noqa: PLR0913 - each is a separate port
        self,
        upstreams: Upstreams,
        http: AsyncClient,
        *,
        record: Record,
        desk: Desk,
        meter: CallMeter,
        board: CallBoard,
        clock: Clock,
        limits: Limits,
        max_live: int,
        device_live: int,
        signals: Signals,
        budget: Budget,
        can_speak: Callable[[], bool],
    ) -> None:
        self._upstreams = upstreams
        self._http = http
        self._places = Places(max_live, device_live)
        self.breakers = Breakers(upstreams, http, clock)
        avoiding = Avoiding(clock)
        self._attending = Attending(
            self._places, self.breakers, avoiding, record, desk, meter, board, clock, limits, signals, budget, can_speak
        )
        self._opening = Opening(self.breakers, avoiding, http, desk, budget)
        self._hanging_up = HangingUp(http)
        self._media = MediaCalls(self._attending, self._opening, self._hanging_up)
        self._tasks: asyncio.TaskGroup | None = None

    @property
    def live(self) -> int:
        """How many calls are open."""
        return self._places.live

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Serve calls inside this context; leaving it ends them all and waits for their last rows."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            chores = [tasks.create_task(self.breakers.watch(self._climb_back), name="probes")]
            chores.append(tasks.create_task(self._hanging_up.run(), name="hang-ups"))
            chores.append(tasks.create_task(self._look(), name="look"))
            try:
                yield
            finally:
                self._tasks = None
                for chore in chores:
                    chore.cancel()
                for place in self._places.all():
                    place.end("server_stopping")

    def order(self, session: Session) -> tuple[Upstream, ...]:
        """Return who may serve a conversation's next call, the best first. Raises `BudgetSpent`."""
        return self._opening.order(session)

    async def open_call(self, session: Session, sdp: str) -> Answered:
        """Open a WebRTC call with a browser's offer.

        The sideband attaches while the answer goes back; a call it can't attach to is hung up.
        """
        if self._tasks is None:
            raise Unavailable("The server is stopping.", hint="Try again in a moment.")
        return await self._media.open(session, sdp, self._tasks)

    async def attend(self, call_id: str, session: Session, *, accept: Accept, greeting: ResponseRequest) -> None:
        """Serve a telephone call of a provider once it is accepted; it is greeted first, and hung up in the end."""
        if self._tasks is None:
            raise Unavailable("The server is stopping.", hint="Try again in a moment.")
        await self._media.attend(self.telephone(), call_id, session, self._tasks, accept=accept, greeting=greeting)

    async def entitle(self, session: Session) -> Entitled:
        """Return who will serve a browser's next call, with the provider's secret if it opens that by itself."""
        return await self._opening.entitle(session)

    async def attach(self, session: Session, call_id: str, name: str | None = None) -> None:
        """Follow a call that the browser opened by itself at the upstream of this name; it is hung up when that fails.

        Without a name, at the first that gives browsers secrets.
        """
        if self._tasks is None:
            raise Unavailable("The server is stopping.", hint="Try again in a moment.")
        direct = [each for each in self._upstreams.in_order() if each.direct and name in (None, each.name)]
        if not direct:
            raise NotFound("Calls are opened by this server.", hint="Send the offer to /api/realtime/calls.")
        await self._media.attach(direct[0], call_id, session, self._tasks)

    def telephone(self) -> Upstream:
        """Return the upstream whose telephone calls are ours. Raises `Unavailable` when there is none."""
        hosted = [upstream for upstream in self._upstreams.in_order() if not upstream.embedded]
        if not hosted:
            raise Unavailable("Telephone calls need a hosted upstream.", hint="Staff: set CHARLOTTE_UPSTREAM_KEY.")
        return hosted[0]

    @asynccontextmanager
    async def relay(self, session: Session) -> AsyncIterator[RelayLine]:
        """Open a line over sockets of the upstreams, to be relayed to the visitor."""
        attending = self._attending
        place, _ = await self._places.take(session, may_take_over=False)
        try:
            first = await self._opening.connect(session)
            async with first.closing:
                await attending.record.seen(session, live=True)
                yield RelayLine(place, first, attending, self._opening)
        finally:
            await attending.leave(place)

    async def hang_up(self, session_id: str, reason: Ending) -> None:
        """End a conversation's calls, if it has any, and wait until they are over."""
        await self._places.hang_up(session_id, reason)

    def end(self, session_id: str, reason: Ending) -> None:
        """End a conversation's calls, if it has any, even one that is still opening."""
        for place in self._places.all():
            if place.session.id == session_id:
                place.end(reason)

    def live_call(self, session_id: str) -> Call | None:
        """Return the call that serves a conversation now."""
        place = self._places.of(session_id)
        return place.call if place else None

    def owe_answer(self, session_id: str) -> None:
        """Have a conversation's next call answer what the visitor said while there was none."""
        self._attending.owe_answer(session_id)

    def was_heard(self, session_id: str, response_id: str, seconds: float) -> None:
        """Take in what a page says before it calls again: for how long that response sounded until the call broke."""
        self._places.was_heard(session_id, response_id, seconds)

    def live_calls(self) -> tuple[Call, ...]:
        """Return every call that serves somebody now."""
        return tuple(place.call for place in self._places.all() if place.call)

    def renew(self, session_id: str, why: str) -> bool:
        """Have another call take over from a conversation's call; return whether there is one.

        `why`: `cap`, `voice` (the voice can change only with a new call), `back` or `fault`.
        """
        place = self._places.of(session_id)
        if place is None or place.renew is None:
            return False
        place.renew(why)
        return True

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            self._places.forget_old(self._attending.clock.monotonic())
            self._follow_changes()

    def _follow_changes(self) -> None:
        """Bring conversations back up: money that was spent is there again, or an upstream is not avoided any more."""
        for place in self._places.all():
            with suppress(BudgetSpent):
                best = self._opening.order(place.session)[0].name
                # Once, when it changes: whoever does not take the call now is not asked every second.
                changed = place.best not in (None, best)
                place.best = best
                if changed and self._is_better(best, place.upstream) and place.renew is not None:
                    place.renew("back")

    def _climb_back(self) -> None:
        """Bring every conversation that fell to a lower rung back up, each when nobody speaks."""
        for place in self._places.all():
            with suppress(BudgetSpent):
                best = self._opening.order(place.session)[0].name
                if self._is_better(best, place.upstream) and place.renew is not None:
                    place.renew("back")

    def _is_better(self, name: str, than: str) -> bool:
        names = [upstream.name for upstream in self._upstreams.in_order()]
        return name in names and than in names and names.index(name) < names.index(than)
