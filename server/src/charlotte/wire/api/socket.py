"""`GET /api/realtime/ws`: the same conversation over WebSocket, relayed to whichever upstream."""

import asyncio
from contextlib import suppress

import structlog
from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect, WebSocketState

from charlotte.broker.relay_line import RelayLine
from charlotte.errors import CharlotteError
from charlotte.protocol.base import Frame
from charlotte.protocol.client import ClientEvent
from charlotte.protocol.codec import BadEvent, read_client_event, write_event
from charlotte.protocol.server import ErrorDetails, ErrorRaised
from charlotte.session.bus import Reader, ReaderEvicted
from charlotte.session.configuration.visitor_events import NotTheVisitors, admitted
from charlotte.session.endings import Ending
from charlotte.session.guards.pace import TOO_FAST, Pace
from charlotte.session.happened import CallEnded
from charlotte.wire.api.calls import bearer
from charlotte.wire.api.parts import LANGUAGES, device_of, origin_of, parts_of
from charlotte.wire.api.problems import problem

log = structlog.get_logger(__name__)

router = APIRouter(prefix="/api/realtime")

SUBPROTOCOL = "realtime"
KEY_SUBPROTOCOL = "openai-insecure-api-key."
FRAME_CHARACTERS = 1024 * 1024
"""Half a minute of sound in one frame; nobody needs more."""
BAD_FRAMES = 20
"""A page that sends more nonsense than this is cut off."""
BEHIND_EVENTS = 1500
"""How far a slow page may fall behind; half a minute of an answer's sound, then it is cut off."""

HASTE = "That was too often within a minute. Wait a moment, then ask again."
LOST = 1006
"""The socket broke without a close frame: the page did not mean to go."""
CLOSE_CODES: dict[Ending, int] = {
    "max_length": 1001,
    "idle": 1000,
    "visitor_left": 1000,
    "replaced": 1000,
    "erased": 1000,
    "staff_hung_up": 1000,
    "server_stopping": 1012,
    "upstream_lost": 1011,
    "upstream_silent": 1011,
    "config_fight": 1008,
    TOO_FAST: 1008,
    "nonsense": 1008,
    "too_slow": 1013,
    "failed": 1011,
}


@router.websocket("/ws")
async def relay(socket: WebSocket) -> None:
    """Serve one call; the ticket comes as a bearer header or as a subprotocol, never in the address."""
    parts = parts_of(socket)
    offered = socket.scope.get("subprotocols", [])
    try:
        session_id = parts.tickets.redeem(
            _ticket(socket, offered), device_id=device_of(socket), origin=origin_of(socket)
        )
        session = await parts.ledger.find(session_id)
        async with parts.switchboard.relay(session) as line:
            reader = line.subscribe(BEHIND_EVENTS)
            await socket.accept(SUBPROTOCOL if SUBPROTOCOL in offered else None)
            await _serve(socket, line, reader)
    except CharlotteError as failure:
        if socket.client_state is WebSocketState.CONNECTING:
            await socket.send_denial_response(problem(failure))
        elif socket.application_state is WebSocketState.CONNECTED:
            await _close(socket, 1011, failure.code)


async def _serve(socket: WebSocket, line: RelayLine, reader: Reader) -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(line.run(), name="line")
        up = tasks.create_task(_up(socket, line), name="up")
        await _down(socket, line, reader)
        up.cancel()


async def _down(socket: WebSocket, line: RelayLine, reader: Reader) -> None:
    """Send what the upstreams say, until the line ends."""
    code: int = CLOSE_CODES["failed"]
    reason: Ending = "failed"
    try:
        async for happened in reader:
            if isinstance(happened.event, CallEnded):
                reason = happened.event.reason
                code = CLOSE_CODES.get(reason, 1000)
            else:
                await socket.send_text(write_event(happened.event))
        if reason == "max_length":
            await socket.send_text(write_event(_error("session_expired", "The conversation reached its longest time.")))
    except ReaderEvicted:
        code, reason = CLOSE_CODES["too_slow"], "too_slow"
    except (WebSocketDisconnect, RuntimeError, OSError):
        reason = "visitor_left"
    line.end(reason)
    await _close(socket, code, reason)


async def _up(socket: WebSocket, line: RelayLine) -> None:
    """Pass on what the page asks for, as far as it is the visitor's to ask."""
    parts = parts_of(socket)
    pace = Pace(parts.limits)
    bad_frames = 0
    while bad_frames <= BAD_FRAMES:
        event: ClientEvent | None = None
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            line.end("visitor_lost" if message.get("code") == LOST else "visitor_left")
            return
        text = message.get("text")
        try:
            if text is None:
                raise _bad("Binary frames are not part of the protocol.")
            if len(text) > FRAME_CHARACTERS:
                raise _bad("The frame is too large; send sound in smaller pieces.")
            event = read_client_event(text)
            allowed = admitted(event, languages=LANGUAGES)
            pace, within = pace.step(event, parts.clock.monotonic())
            if within:
                await line.send(allowed)
                continue
            await _tell(socket, _error("rate_limit_exceeded", HASTE, event_id=event.event_id))
            if pace.insists:
                line.end(TOO_FAST)
                return
        except BadEvent as bad:
            bad_frames += 1
            await _tell(socket, _error(bad.wire_code, bad.message, bad.param, bad.event_id))
        except NotTheVisitors as refused:
            event_id = event.event_id if event else None
            await _tell(socket, _error(refused.code, refused.message, refused.param, event_id))
        except CharlotteError:
            line.end("upstream_lost")
            return
    line.end("nonsense")


def _ticket(socket: WebSocket, offered: list[str]) -> str | None:
    for name in offered:
        if name.startswith(KEY_SUBPROTOCOL):
            return name.removeprefix(KEY_SUBPROTOCOL)
    return bearer(socket.headers.get("authorization"))


def _bad(message: str) -> BadEvent:
    return BadEvent(message, code="invalid_event", param=None, event_id=None)


def _error(code: str, message: str, param: str | None = None, event_id: str | None = None) -> Frame:
    return ErrorRaised(
        error=ErrorDetails(type="invalid_request_error", code=code, message=message, param=param, event_id=event_id)
    )


async def _tell(socket: WebSocket, error: Frame) -> None:
    with suppress(WebSocketDisconnect, RuntimeError, OSError):  # gone already, which the next `receive` says
        await socket.send_text(write_event(error))


async def _close(socket: WebSocket, code: int, reason: str) -> None:
    try:
        await socket.close(code, reason)
    except (WebSocketDisconnect, RuntimeError, OSError):
        # It closed by itself meanwhile.
        log.debug("socket.closed_already")
