"""One page's socket, served through as many calls as it takes: upstreams change under it."""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import structlog

from charlotte.broker.attending import REPLACED, Attending
from charlotte.broker.opening import Connected, Opening
from charlotte.broker.places import Place
from charlotte.errors import CharlotteError, Unavailable
from charlotte.protocol.client import ClientEvent, ItemCreate
from charlotte.protocol.ids import new_item_id
from charlotte.protocol.server import ServerEvent
from charlotte.session.budget import ENDED_BY_BUDGET, BudgetSpent
from charlotte.session.bus import Bus, Reader
from charlotte.session.call import Call
from charlotte.session.endings import Ending
from charlotte.session.handover.page_events import PageEvents
from charlotte.session.happened import CallEnded, CallOpened, Happened
from charlotte.session.signals import Renew

log = structlog.get_logger(__name__)

RENEW_BEFORE_S = 60
QUIET_WITHIN_S = 45.0
"""How long a renewed call waits for a moment of silence before it takes over all the same."""
LOOK_S = 0.25
WAITING_EVENTS = 1_000
"""What a page may say while one call is replaced by another; half a minute of sound."""
SWAPS = 6
"""An upstream that breaks more calls than this within one socket will not do."""


@dataclass
class _Serving:
    connected: Connected
    call: Call
    task: asyncio.Task[Ending]
    began: float


class RelayLine:
    """Serves a page's socket; read `reader`, `send` what the page says, and `run` it."""

    def __init__(self, place: Place, first: Connected, attending: Attending, opening: Opening) -> None:
        self._place = place
        self._first = first
        self._attending = attending
        self._opening = opening
        self._bus = Bus()
        self._page = PageEvents()
        self._now: _Serving | None = None
        self._shown: Call | None = None
        """The call of which the page is told."""
        self._waiting: deque[ClientEvent] = deque(maxlen=WAITING_EVENTS)
        self._renew: str | None = None
        self._swaps = 0
        place.renew = self._ask_renewal

    def subscribe(self, bound: int) -> Reader:
        """Return a reader of what the page is to be told."""
        return self._bus.subscribe(bound)

    def end(self, reason: Ending) -> None:
        """End the line, from anywhere."""
        self._place.end(reason)

    async def send(self, event: ClientEvent) -> None:
        """Pass on what the page says; while calls change it waits."""
        if isinstance(event, ItemCreate) and event.item.id is None:
            # With an id of ours it is known whether the upstream took it.
            event = event.model_copy(update={"item": event.item.model_copy(update={"id": new_item_id()})})
        self._page = self._page.asked(event)
        if self._now is None or not self._now.call.ready.is_set() or self._waiting:
            self._waiting.append(event)  # what was said before comes first
            return
        with suppress(Unavailable):  # the call keeps what was not taken, and the next one is told
            await self._now.call.send(event)

    async def run(self) -> None:
        """Serve until the page goes or nobody serves any more."""
        reason: Ending = "failed"
        try:
            async with asyncio.TaskGroup() as tasks:
                self._now = await self._start(tasks, self._first)
                reason = await self._serve(tasks)
        finally:
            self._publish(CallEnded(reason=reason))
            self._bus.close()

    async def _serve(self, tasks: asyncio.TaskGroup) -> Ending:
        while True:
            assert self._now is not None
            await self._watch(self._now)
            if not self._now.task.done():
                await self._take_over(tasks, self._now)
                continue
            reason = self._now.task.result()
            if reason not in REPLACED or self._place.ending is not None:
                self._attending.remember(self._place, self._now.call, reason)
                return reason
            self._swaps += 1
            over = "upstream_lost" if self._swaps > SWAPS else await self._replace(tasks, self._now, reason)
            if over is not None:
                return over

    async def _watch(self, now: _Serving) -> None:
        """Return when the call has ended, or is to be replaced."""
        cap_s = now.connected.upstream.cap_seconds - RENEW_BEFORE_S
        clock = self._attending.clock
        while not now.task.done():
            if self._renew is None and clock.monotonic() - now.began >= cap_s:
                self._renew = "cap"
            if self._renew is not None:
                return
            await asyncio.wait((now.task,), timeout=LOOK_S)

    async def _replace(self, tasks: asyncio.TaskGroup, broken: _Serving, reason: Ending) -> Ending | None:
        """Go on with another call where this one broke; return why there is none, None = there is."""
        attending = self._attending
        again = broken.call.visitors_side.again()
        attending.blame(self._place, broken.connected.upstream, reason)
        attending.remember(self._place, broken.call, reason)
        attending.bridge(self._place, broken.call.left, words_kept=True)
        self._now, self._place.call = None, None
        try:
            connected = await self._opening.connect(broken.call.session)
        except CharlotteError as failure:
            log.warning("call.not_replaced", session_id=self._place.session.id, code=failure.code)
            return ENDED_BY_BUDGET if isinstance(failure, BudgetSpent) else "upstream_lost"
        self._now = await self._start(tasks, connected, again)
        return None

    async def _take_over(self, tasks: asyncio.TaskGroup, old: _Serving) -> None:
        """Open the next call beside this one, and switch when nobody speaks."""
        why, self._renew = self._renew, None
        try:
            connected = await self._opening.connect(old.call.session)
        except CharlotteError as failure:
            log.warning("call.not_renewed", session_id=self._place.session.id, why=why, code=failure.code)
            return
        new = await self._start(tasks, connected, old.call.visitors_side.chosen(), takes_over_from=old.call)
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET_WITHIN_S):
                await new.call.ready.wait()
                await old.call.quiet.wait()
        self._renew = None if self._renew == "back" else self._renew  # asked again meanwhile
        if old.task.done() or new.task.done():
            self._place.upstream = old.connected.upstream.name
            # One of the two broke meanwhile: the other goes on, or the loop finds that none does.
            if not new.task.done():
                new.call.end("renewed")
                await new.task
            return
        self._now = None  # what the page says from here on waits: it comes after what it has said
        with suppress(Unavailable):  # should the new call be over already, it is replaced as any other
            await new.call.tell(await self._attending.record.history(self._place.session.id))
            # Whoever is speaking all the same, or holds the key, is heard from their first word.
            await new.call.repeat(old.call.visitors_side.untaken())
        self._now, self._shown, self._place.call = new, new.call, new.call
        await self._hand_over(new.call)
        self._attending.say_who_serves(self._place.session, new.connected.upstream)
        old.call.end("renewed")
        await old.task

    async def _start(
        self,
        tasks: asyncio.TaskGroup,
        connected: Connected,
        again: Sequence[ClientEvent] = (),
        *,
        takes_over_from: Call | None = None,
    ) -> _Serving:
        attending, upstream = self._attending, connected.upstream
        opened = CallOpened(call_id=None, transport="websocket", upstream=upstream.name)
        call = await attending.take_up(
            self._place,
            upstream,
            connected.channel,
            connected.config,
            opened,
            again,
            takes_over_from=takes_over_from,
        )
        recoverable = not upstream.embedded
        call.bus.tap(lambda happened: self._tell_page(call, happened, recoverable))
        if takes_over_from is None:
            self._shown = call
            self._place.call = call
            call.once_ready = lambda: self._hand_over(call)
        task = tasks.create_task(self._attend(connected, call), name=f"call {self._place.session.id}")
        serving = _Serving(connected, call, task, attending.clock.monotonic())
        if takes_over_from is None:
            attending.say_who_serves(self._place.session, upstream)
        return serving

    async def _hand_over(self, call: Call) -> None:
        while self._waiting:
            with suppress(Unavailable):
                await call.send(self._waiting.popleft())

    async def _attend(self, connected: Connected, call: Call) -> Ending:
        async with connected.closing:
            return await self._attending.serve(self._place, call, connected.upstream, "websocket")

    def _tell_page(self, call: Call, happened: Happened, recoverable: bool) -> None:
        if call is not self._shown:
            return
        self._page, told = self._page.tell(happened, recoverable=recoverable)
        if told is not None:
            self._publish(told)

    def _publish(self, event: ServerEvent | CallEnded) -> None:
        clock = self._attending.clock
        self._bus.publish(Happened(event, "upstream", clock.now(), clock.monotonic()))

    def _ask_renewal(self, why: str) -> None:
        self._renew = self._renew or why
        if why == "voice":  # the only change that is heard
            self._attending.signals.tell(self._place.session.id, Renew(why="voice", broken=False))
