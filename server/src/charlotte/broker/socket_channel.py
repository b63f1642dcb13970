"""A call over a WebSocket of the provider: a sideband, or the primary socket we relay."""

import asyncio
import socket as tcp
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus, InvalidURI

from charlotte.broker.problems import UpstreamError, UpstreamTimeout, UpstreamUnreachable, problem_of
from charlotte.broker.upstream import Upstream
from charlotte.errors import NotFound, Unavailable
from charlotte.protocol.client import ClientEvent, SessionUpdate
from charlotte.protocol.codec import BadEvent, read_server_event, write_event
from charlotte.protocol.config import Session
from charlotte.protocol.server import ErrorRaised, ServerEvent, SessionCreated, SessionUpdated
from charlotte.session.channel import LineDead

log = structlog.get_logger(__name__)

E = TypeVar("E", bound=ServerEvent)

OPEN_S = 8.0
FRAME_BYTES = 16 * 1024 * 1024
CLOSE_S = 0.5
"""How long a provider may take to say goodbye: another call may be waiting for the end of this one."""
PING_S, PONG_S = 15.0, 10.0
DEAD_S = 2
"""A line on which nothing that was sent arrives for so long is dead; the next call takes over."""
ASKED_AFTER_S = 1
"""An idle line is asked whether it is alive after so long."""
SILENT_S = float(DEAD_S + ASKED_AFTER_S)


class SocketChannel:
    """Both directions of a call as typed events."""

    def __init__(self, socket: ClientConnection, *first: ServerEvent) -> None:
        self._socket = socket
        self._first = first

    async def send(self, event: ClientEvent) -> None:
        """Send to the upstream. Raises `Unavailable` when the call is over."""
        try:
            await self._socket.send(write_event(event))
        except ConnectionClosed:
            raise Unavailable("The call is over.") from None

    async def events(self) -> AsyncIterator[ServerEvent]:
        """Yield what the upstream says, until the call is over."""
        for event in self._first:
            yield event
        try:
            async for frame in self._socket:
                try:
                    yield read_server_event(frame)
                except BadEvent:
                    log.warning("upstream.frame_unreadable", bytes=len(frame))
        except ConnectionClosed as closed:
            if closed.rcvd is None:
                lost = "The connection to the voice provider was lost."
                raise (LineDead(lost, silent_s=SILENT_S) if _in_silence(closed) else Unavailable(lost)) from None


@asynccontextmanager
async def sideband(upstream: Upstream, call_id: str, *, device_id: str | None = None) -> AsyncIterator[SocketChannel]:
    """Attach to a call. Raises `UpstreamError`, or `NotFound` when there is no such call."""
    async with _socket(upstream, device_id, call_id=call_id) as socket:
        yield SocketChannel(socket)


@asynccontextmanager
async def primary(upstream: Upstream, config: Session, *, device_id: str | None = None) -> AsyncIterator[SocketChannel]:
    """Open a call of its own and configure it; the first event is `session.created` with our configuration."""
    query = {"model": upstream.model} if upstream.model else {}
    async with _socket(upstream, device_id, **query) as socket:
        created = await _next(socket, upstream, SessionCreated)
        fields = {name: value for name, value in config.wire().items() if name != "model"}
        await socket.send(write_event(SessionUpdate(session=Session.model_validate(fields))))
        updated = await _next(socket, upstream, SessionUpdated)
        yield SocketChannel(socket, SessionCreated(event_id=created.event_id, session=updated.session))


@asynccontextmanager
async def _socket(upstream: Upstream, device_id: str | None, **query: str) -> AsyncIterator[ClientConnection]:
    try:
        socket = await connect(
            upstream.socket_url(**query),
            additional_headers=upstream.headers_for(device_id),
            open_timeout=OPEN_S,
            close_timeout=CLOSE_S,
            ping_interval=PING_S,
            ping_timeout=PONG_S,
            max_size=FRAME_BYTES,
            proxy=None if upstream.kind == "embedded" else True,
            compression=None,
        )
    except InvalidStatus as refusal:
        status = refusal.response.status_code
        if status == 404:
            raise NotFound("The call is over.") from None
        raise problem_of(status, None, refusal.response.headers.get("Retry-After")) from None
    except TimeoutError:
        raise UpstreamTimeout("The voice provider did not answer.", hint="Try again.") from None
    except (OSError, InvalidHandshake, InvalidURI) as failure:
        raise UpstreamUnreachable(
            f"The voice provider cannot be reached ({type(failure).__name__}).",
            hint="Staff: check CHARLOTTE_UPSTREAM_URL.",
        ) from None
    _notice_death(socket)
    async with socket:
        yield socket


def _notice_death(socket: ClientConnection) -> None:
    """Have the system say when the other side is gone: pings of our own wait behind what was sent before them."""
    line = socket.transport.get_extra_info("socket")
    if line is None or not hasattr(tcp, "TCP_USER_TIMEOUT"):  # Linux has it
        return
    line.setsockopt(tcp.SOL_SOCKET, tcp.SO_KEEPALIVE, 1)
    line.setsockopt(tcp.IPPROTO_TCP, tcp.TCP_KEEPIDLE, ASKED_AFTER_S)
    line.setsockopt(tcp.IPPROTO_TCP, tcp.TCP_KEEPINTVL, 1)
    line.setsockopt(tcp.IPPROTO_TCP, tcp.TCP_USER_TIMEOUT, DEAD_S * 1000)


def _in_silence(closed: ConnectionClosed) -> bool:
    """Tell whether a connection ended because nothing came any more, and not because somebody ended it."""
    return isinstance(closed.__cause__, OSError) and not isinstance(closed.__cause__, ConnectionError)


async def _next(socket: ClientConnection, upstream: Upstream, kind: type[E]) -> E:
    """Return the first event of a kind; an error event in its place is the provider's refusal."""
    try:
        async with asyncio.timeout(OPEN_S):
            while True:
                event = read_server_event(await socket.recv())
                if isinstance(event, kind):
                    return event
                if isinstance(event, ErrorRaised):
                    message = upstream.without_key(event.error.message or event.error.code) or "unknown error"
                    raise UpstreamError(f"The voice provider refused our configuration: {message[:300]}")
    except TimeoutError:
        raise UpstreamTimeout("The voice provider did not confirm the call.", hint="Try again.") from None
    except ConnectionClosed as closed:
        reason = upstream.without_key(closed.rcvd.reason) if closed.rcvd else "connection lost"
        raise UpstreamError(f"The voice provider closed the call: {reason or 'no reason given'}.") from None
