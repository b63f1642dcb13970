"""The port to a WebRTC stack, and a call over it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from charlotte.engine.call.call import Call
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.lines import Line
from charlotte.engine.ear import Samples
from charlotte.protocol.config import Session

log = structlog.get_logger()

MAX_MESSAGE_BYTES = 256 * 1024
"""What browsers take, and send, as one message of a data channel."""


@dataclass(frozen=True)
class RtcSide:
    """The engine's side of one connection, as a stack needs it."""

    line: Line
    """What goes out over the data channel."""
    pull: Callable[[int], bytes | None]
    """Sound to send: so many bytes of s16le mono 24 kHz, None for silence."""
    hear: Callable[[Samples], Awaitable[None]]
    receive: Callable[[str], Awaitable[None]]
    refuse_binary: Callable[[], None]


class RtcTransport(Protocol):
    """One peer connection."""

    async def answer(self, offer: str, side: RtcSide) -> str:
        """Return the answer to a checked offer. Raises `BadOffer`."""
        ...

    async def run(self) -> None:
        """Carry sound and events until the peer or the line is gone; leaves nothing behind."""
        ...

    async def close(self) -> None:
        """Give up a connection that never ran."""
        ...


class RtcCalls:
    """Opens calls over WebRTC and runs them in the engine's task group."""

    def __init__(self, engine: Engine, new_transport: Callable[[], RtcTransport]) -> None:
        self._engine = engine
        self._new_transport = new_transport

    async def open(self, offer: str, session: Session) -> tuple[str, str]:
        """Return the new call's id and the SDP answer. Raises `BadOffer` and `Unavailable`."""
        tasks = self._engine.tasks
        call, playback = self._engine.open_media(session)
        line = call.lines.primary
        side = RtcSide(
            line=line,
            pull=playback.pull,
            hear=call.hear,
            receive=lambda text: call.receive(line, text),
            refuse_binary=lambda: call.refuse_binary(line),
        )
        transport = self._new_transport()
        try:
            answer = await transport.answer(offer, side)
        except BaseException:
            self._engine.close(call)
            await transport.close()
            raise
        tasks.create_task(call.run(), name=call.id)
        tasks.create_task(self._carry(transport, call), name=f"{call.id}-media")
        return call.id, answer

    async def _carry(self, transport: RtcTransport, call: Call) -> None:
        try:
            await transport.run()
        except Exception as failure:  # noqa: BLE001 - the root of a connection: it ends, the others go on
            log.exception("webrtc.failed", call_id=call.id, error=type(failure).__name__)
        finally:
            self._engine.close(call)
