"""Calls whose sound travels between browser and upstream: opened with the browser's offer, followed by a sideband."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from charlotte.broker import socket_channel
from charlotte.broker.attending import REPLACED, Attending
from charlotte.broker.hanging_up import HangingUp
from charlotte.broker.opening import Answered, Opening
from charlotte.broker.places import Place
from charlotte.broker.upstream import Upstream
from charlotte.errors import CharlotteError, NotFound
from charlotte.protocol.response import ResponseRequest
from charlotte.session.call import Call
from charlotte.session.configuration.config import CallConfig
from charlotte.session.endings import Ending
from charlotte.session.happened import CallOpened
from charlotte.session.identity import Session
from charlotte.session.signals import Renew

log = structlog.get_logger(__name__)

RENEW_BEFORE_S = 60
QUIET_WITHIN_S = 25.0
"""How long a renewal waits for a pause before the page is asked for it all the same."""
TAKE_OVER_S = 28.0
"""How long the new call may wait for the page and for a moment of silence; the page itself gives up sooner."""
LOOK_S = 0.5


Accept = Callable[[Upstream, CallConfig], Awaitable[None]]


class MediaCalls:
    """Opens and attends to calls over WebRTC."""

    def __init__(self, attending: Attending, opening: Opening, hanging_up: HangingUp) -> None:
        self._attending = attending
        self._opening = opening
        self._hanging_up = hanging_up

    async def open(self, session: Session, sdp: str, tasks: asyncio.TaskGroup) -> Answered:
        """Open a call; it is served in `tasks` while the answer goes back, and hung up if it cannot be."""
        place, before = await self._attending.places.take(session, may_take_over=True)
        try:
            answered = await self._opening.answer(session, sdp, tasks)
            tasks.create_task(self._attend(place, before, answered), name=f"call {session.id}")
        except BaseException:
            await self._attending.leave(place)
            raise
        return answered

    async def attend(  # noqa: PLR0913 - a telephone call comes with all of it
        self,
        upstream: Upstream,
        call_id: str,
        session: Session,
        tasks: asyncio.TaskGroup,
        *,
        accept: Accept,
        greeting: ResponseRequest,
    ) -> None:
        """Serve a telephone call of a provider once it is accepted; it is greeted first, and hung up in the end."""
        place, _ = await self._attending.places.take(session, may_take_over=False)
        try:
            config = await self._attending.desk.config(session, upstream.taste)
            await accept(upstream, config)
            answered = Answered(upstream, config, "", call_id)
            tasks.create_task(self._attend(place, None, answered, greeting), name=f"call {session.id}")
        except BaseException:
            await self._attending.leave(place)
            raise

    async def attach(self, upstream: Upstream, call_id: str, session: Session, tasks: asyncio.TaskGroup) -> None:
        """Follow a call that the browser opened at the provider by itself; it is hung up when that fails."""
        place, before = await self._attending.places.take(session, may_take_over=True)
        try:
            config = await self._attending.desk.config(session, upstream.taste)
            answered = Answered(upstream, config, "", call_id)
            tasks.create_task(self._attend(place, before, answered), name=f"call {session.id}")
        except BaseException:
            await self._attending.leave(place)
            raise

    async def _attend(
        self, place: Place, before: Place | None, answered: Answered, greeting: ResponseRequest | None = None
    ) -> None:
        upstream, call_id = answered.upstream, answered.call_id
        transport = "webrtc" if greeting is None else "sip"
        opened = CallOpened(call_id=call_id, transport=transport, upstream=upstream.name)
        reason: Ending = "failed"
        try:
            async with socket_channel.sideband(upstream, call_id, device_id=place.session.device_id) as channel:
                call = await self._attending.take_up(
                    place, upstream, channel, answered.config, opened, takes_over_from=before.call if before else None
                )
                if greeting is not None:
                    call.greet(greeting)
                place.call = call
                if place.ending:
                    call.end(place.ending)
                await self._attending.record.seen(place.session, live=True)
                async with asyncio.TaskGroup() as tasks:
                    wanted: asyncio.Queue[str] = asyncio.Queue(1)
                    watching = [tasks.create_task(self._renew(place, call, wanted, upstream.cap_seconds))]
                    if before is not None:
                        watching.append(tasks.create_task(self._take_over(before, call)))
                    place.renew = lambda why: wanted.put_nowait(why) if wanted.empty() else None
                    self._attending.say_who_serves(place.session, upstream)
                    reason = await self._attending.serve(place, call, upstream, transport)
                    for task in watching:
                        task.cancel()
        except NotFound:
            reason = "visitor_left"  # the call was over before anybody could follow it
        except CharlotteError as failure:
            reason = "upstream_lost"
            log.warning("call.not_served", session_id=place.session.id, code=failure.code)
        except Exception:  # noqa: BLE001 - one call's failure must not end the others
            log.exception("call.failed", session_id=place.session.id)
        finally:
            try:
                await self._end(place, answered, reason)
            except Exception:  # noqa: BLE001 - nor may a full disk at its end
                log.exception("call.not_ended", session_id=place.session.id)

    async def _end(self, place: Place, answered: Answered, reason: Ending) -> None:
        """Hang up; of a call that the upstream broke the page is told first, so that it calls again meanwhile."""
        # A call that the upstream closed in good order is one whose page went away.
        broken = reason in REPLACED and reason != "upstream_closed"
        try:
            if not broken:
                await self._hanging_up.hang_up(answered.upstream, answered.call_id)
        finally:
            try:
                if await self._attending.leave(place):
                    self._tell_of(place, answered.upstream, reason, broken=broken)
            finally:
                if broken:
                    await self._hanging_up.hang_up(answered.upstream, answered.call_id)

    def _tell_of(self, place: Place, upstream: Upstream, reason: Ending, *, broken: bool) -> None:
        """Keep what a call left, and have the page call again if the upstream broke it."""
        attending, call = self._attending, place.call
        if call is not None:
            attending.remember(place, call, reason)
        if broken:
            attending.blame(place, upstream, reason)
            if call is not None:
                attending.bridge(place, call.left)
            attending.signals.tell(place.session.id, Renew(why="fault", broken=True))

    async def _renew(self, place: Place, call: Call, wanted: asyncio.Queue[str], cap_seconds: int) -> None:
        """Ask the page for the call that takes over, before the cap or when somebody wants it; this one goes on.

        In a pause, if there is one soon: what the page may wait for one itself is shorter than a long answer.
        """
        clock, why = self._attending.clock, "cap"
        due = clock.monotonic() + cap_seconds - RENEW_BEFORE_S
        while clock.monotonic() < due:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_S):
                    why = await wanted.get()
                    break
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET_WITHIN_S):
                await call.quiet.wait()
        place.handing_over = True
        self._attending.signals.tell(place.session.id, Renew.model_validate({"why": why, "broken": False}))

    async def _take_over(self, before: Place, call: Call) -> None:
        """Replace the earlier call at a moment of silence, once the page is on this one."""
        with suppress(TimeoutError):
            async with asyncio.timeout(TAKE_OVER_S):
                await call.page_here.wait()
                if before.call is not None and not before.over.is_set():
                    await before.call.quiet.wait()
        await call.tell(await self._attending.record.history(call.session.id))
        before.end("renewed")
