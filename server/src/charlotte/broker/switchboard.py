"""Connects conversations with calls of the upstream, at most one each, and sees every call to its end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import structlog
from httpx2 import AsyncClient

from charlotte.broker import http_calls, socket_channel
from charlotte.broker.upstream import Upstream
from charlotte.broker.upstreams import Upstreams
from charlotte.clock import Clock
from charlotte.errors import CharlotteError, NotFound, Unavailable
from charlotte.protocol.response import ResponseRequest
from charlotte.session.bus import Reader
from charlotte.session.call import Call, ToolDesk
from charlotte.session.channel import Channel
from charlotte.session.config import CallConfig
from charlotte.session.happened import CallOpened
from charlotte.session.identity import Session
from charlotte.session.limits import Limits
from charlotte.session.record import Record
from charlotte.session.taste import UpstreamTaste

log = structlog.get_logger(__name__)

REPLACE_S = 5.0
"""How long a conversation's earlier call may take to end before the next one is refused."""


SECRET_S = 30
"""Life of a provider's secret in a browser; the provider takes no less than 10, and a slow phone needs some."""


class Full(Unavailable):
    """Every place is taken."""

    code = "full"


class DeviceBusy(CharlotteError):
    """This device has too many calls open."""

    code, status, retryable = "device_busy", 429, True


Accept = Callable[[Upstream, CallConfig], Awaitable[None]]


class Desk(ToolDesk, Protocol):
    """Whatever knows how a conversation is configured and does its tool calls."""

    async def config(self, session: Session, taste: UpstreamTaste) -> CallConfig:
        """Return the configuration for a conversation's next call, at an upstream of that taste."""
        ...


class CallMeter(Protocol):
    """Whatever counts calls."""

    async def follow(self, reader: Reader) -> None:
        """Count what happens in one call."""
        ...

    def call_ended(self, transport: str, reason: str) -> None:
        """Count a call that ended."""
        ...


class CallBoard(Protocol):
    """Whatever shows staff the running calls."""

    async def follow(self, call: Call, reader: Reader) -> None:
        """Watch one call, to its end."""
        ...


@dataclass
class _Place:
    """A conversation's place on the board, from before its call opens until it is over."""

    session: Session
    call: Call | None = None
    ending: str | None = None
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def end(self, reason: str) -> None:
        self.ending = self.ending or reason
        if self.call is not None:
            self.call.end(reason)


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
    ) -> None:
        self._upstreams = upstreams
        self._http = http
        self._record = record
        self._desk = desk
        self._meter = meter
        self._board = board
        self._clock = clock
        self._limits = limits
        self._max_live = max_live
        self._device_live = device_live
        self._places: dict[str, _Place] = {}
        self._tasks: asyncio.TaskGroup | None = None

    @property
    def live(self) -> int:
        """How many calls are open."""
        return len(self._places)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Serve calls inside this context; leaving it ends them all and waits for their last rows."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            try:
                yield
            finally:
                self._tasks = None
                for place in list(self._places.values()):
                    place.end("server_stopping")

    async def open_call(self, session: Session, sdp: str) -> tuple[str, str]:
        """Open a WebRTC call with a browser's offer; return the answer and the provider's call id.

        The sideband attaches while the answer goes back; a call it can't attach to is hung up.
        """
        if self._tasks is None:
            raise Unavailable("The server is stopping.", hint="Try again in a moment.")
        place = await self._take_place(session)
        try:
            upstream = self._upstreams.preferred()
            config = await self._desk.config(session, upstream.taste)
            answer, call_id = await http_calls.open_call(
                self._http, upstream, sdp, config.session(), device_id=session.device_id
            )
            self._tasks.create_task(self._attend(place, upstream, config, call_id), name=f"call {session.id}")
        except BaseException:
            self._leave_place(place)
            raise
        return answer, call_id

    async def attend(self, call_id: str, session: Session, *, accept: Accept, greeting: ResponseRequest) -> None:
        """Serve a telephone call of a provider once it is accepted; it is greeted first, and hung up in the end."""
        if self._tasks is None:
            raise Unavailable("The server is stopping.", hint="Try again in a moment.")
        upstream = self.telephone()
        place = await self._take_place(session)
        try:
            config = await self._desk.config(session, upstream.taste)
            await accept(upstream, config)
            serving = self._attend(place, upstream, config, call_id, greeting=greeting)
            self._tasks.create_task(serving, name=f"call {session.id}")
        except BaseException:
            self._leave_place(place)
            raise

    async def mint_secret(self, session: Session, upstream: Upstream) -> tuple[str, int]:
        """Return a secret of the provider with which the browser opens a call by itself, and when it expires."""
        config = await self._desk.config(session, upstream.taste)
        return await http_calls.mint_secret(
            self._http, upstream, config.session(), device_id=session.device_id, seconds=SECRET_S
        )

    async def attach(self, session: Session, call_id: str) -> None:
        """Follow a call that the browser opened by itself; it is hung up when that fails."""
        if self._tasks is None:
            raise Unavailable("The server is stopping.", hint="Try again in a moment.")
        upstream = self._upstreams.preferred()
        if not upstream.direct:
            raise NotFound("Calls are opened by this server.", hint="Send the offer to /api/realtime/calls.")
        place = await self._take_place(session)
        try:
            config = await self._desk.config(session, upstream.taste)
            self._tasks.create_task(self._attend(place, upstream, config, call_id), name=f"call {session.id}")
        except BaseException:
            self._leave_place(place)
            raise

    def telephone(self) -> Upstream:
        """Return the upstream whose telephone calls are ours. Raises `Unavailable` when there is none."""
        hosted = [upstream for upstream in self._upstreams.in_order() if not upstream.embedded]
        if not hosted:
            raise Unavailable("Telephone calls need a hosted upstream.", hint="Staff: set CHARLOTTE_UPSTREAM_KEY.")
        return hosted[0]

    @asynccontextmanager
    async def relay(self, session: Session) -> AsyncIterator["Relay"]:
        """Open a call over the provider's WebSocket, to be relayed to the visitor."""
        place = await self._take_place(session)
        try:
            upstream = self._upstreams.preferred()
            config = await self._desk.config(session, upstream.taste)
            opened = CallOpened(call_id=None, transport="websocket", upstream=upstream.name)
            async with (
                socket_channel.primary(upstream, config.session(), device_id=session.device_id) as channel,
                self._call(place, channel, config, opened) as call,
            ):
                yield Relay(call, lambda: self._run(place, call, "websocket"))
        finally:
            self._leave_place(place)

    async def hang_up(self, session_id: str, reason: str) -> None:
        """End a conversation's call, if it has one, and wait until it is over."""
        place = self._places.get(session_id)
        if place is None:
            return
        place.end(reason)
        try:
            async with asyncio.timeout(REPLACE_S):
                await place.over.wait()
        except TimeoutError:
            raise Unavailable(
                "The conversation's earlier call is still ending.", hint="Try again in a moment."
            ) from None

    def end(self, session_id: str, reason: str) -> None:
        """End a conversation's call, if it has one, even one that is still opening."""
        place = self._places.get(session_id)
        if place is not None:
            place.end(reason)

    def live_call(self, session_id: str) -> Call | None:
        """Return the call that serves a conversation now."""
        place = self._places.get(session_id)
        return place.call if place else None

    def live_calls(self) -> tuple[Call, ...]:
        """Return every call that serves somebody now."""
        return tuple(place.call for place in self._places.values() if place.call)

    async def _take_place(self, session: Session) -> _Place:
        await self.hang_up(session.id, "replaced")
        if len(self._places) >= self._max_live:
            raise Full("All lines are busy.", hint="Try again in a minute.")
        mine = sum(place.session.device_id == session.device_id for place in self._places.values())
        if mine >= self._device_live:
            raise DeviceBusy("This device has too many conversations open.", hint="Close one of them.")
        if session.id in self._places:
            raise Unavailable("Another call of this conversation is opening.", hint="Try again in a moment.")
        place = self._places[session.id] = _Place(session)
        return place

    def _leave_place(self, place: _Place) -> None:
        if self._places.get(place.session.id) is place:
            del self._places[place.session.id]
        place.over.set()

    async def _attend(
        self,
        place: _Place,
        upstream: Upstream,
        config: CallConfig,
        call_id: str,
        greeting: ResponseRequest | None = None,
    ) -> None:
        """Serve a WebRTC or telephone call by its sideband; whatever happens, it is hung up in the end."""
        transport = "webrtc" if greeting is None else "sip"
        opened = CallOpened(call_id=call_id, transport=transport, upstream=upstream.name)
        try:
            async with (
                socket_channel.sideband(upstream, call_id, device_id=place.session.device_id) as channel,
                self._call(place, channel, config, opened) as call,
            ):
                if greeting is not None:
                    call.greet(greeting)
                await self._run(place, call, transport)
        except CharlotteError as failure:
            log.warning("call.not_served", session_id=place.session.id, code=failure.code)
        except Exception:  # noqa: BLE001 - one call's failure must not end the others
            log.exception("call.failed", session_id=place.session.id)
        finally:
            try:
                await http_calls.hang_up(self._http, upstream, call_id)
            finally:
                self._leave_place(place)

    @asynccontextmanager
    async def _call(
        self, place: _Place, channel: Channel, config: CallConfig, opened: CallOpened
    ) -> AsyncIterator[Call]:
        """Take up the conversation; it counts as live until the end, even of a call that never runs."""
        history = await self._record.history(place.session.id)
        place.call = call = Call(
            place.session,
            channel,
            config=config,
            limits=self._limits,
            clock=self._clock,
            tools=self._desk,
            history=history,
            opened=opened.model_copy(
                update={
                    "replayed_items": len(history.replay()),
                    "template": config.template,
                    "brief": config.brief,
                }
            ),
        )
        if place.ending:
            call.end(place.ending)
        await self._record.seen(place.session, live=True)
        try:
            yield call
        finally:
            await self._record.seen(call.session, live=False)

    async def _run(self, place: _Place, call: Call, transport: str) -> None:
        reason = "failed"
        try:
            reason = await call.run(
                lambda reader: self._record.follow(place.session.id, reader),
                self._meter.follow,
                lambda reader: self._board.follow(call, reader),
            )
        finally:
            self._meter.call_ended(transport, reason)
            log.info("call.ended", session_id=place.session.id, transport=transport, reason=reason)


@dataclass(frozen=True)
class Relay:
    """A call over a WebSocket: subscribe to its bus, then `run` it."""

    call: Call
    run: Callable[[], Coroutine[Any, Any, None]]
