"""`WS /v1/realtime`: a call of its own (`?model=`), or a sideband of one that is open (`?call_id=`)."""

import asyncio

from fastapi import WebSocket
from starlette.websockets import WebSocketDisconnect, WebSocketState

from charlotte.engine.call.call import Call
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.lines import Line
from charlotte.errors import CharlotteError
from charlotte.wire.v1.access import SUBPROTOCOL, V1Access, key_of_socket
from charlotte.wire.v1.errors import error_response

FLUSH_S = 2.0
"""What a closed connection gets to take what is still queued; a reader that is stuck gets no more."""
GONE = (WebSocketDisconnect, RuntimeError, OSError)
"""How Starlette reports, in the middle of a send, that the peer has gone."""


class V1Socket:
    """Serves Realtime over WebSockets."""

    def __init__(self, engine: Engine, access: V1Access) -> None:
        self._engine = engine
        self._access = access

    async def serve(self, socket: WebSocket) -> None:
        """Return when the connection is over."""
        offered = socket.scope.get("subprotocols", [])
        call_id = socket.query_params.get("call_id")
        key = key_of_socket(socket.headers.get("authorization"), offered)
        try:
            call, line = self._join(key, call_id) if call_id else self._open(key, socket.query_params.get("model"))
        except CharlotteError as failure:
            await socket.send_denial_response(error_response(failure))
            return
        try:
            await socket.accept(SUBPROTOCOL if SUBPROTOCOL in offered else None)
            await self._talk(socket, call, line, runs=call_id is None)
        finally:
            if call_id is None:
                self._engine.close(call)
            else:
                call.lines.detach(line)

    def _open(self, key: str | None, model: str | None) -> tuple[Call, Line]:
        caller = self._access.caller(key)
        session = self._engine.configure(caller.secret.session if caller.secret else None, model=model)
        call = self._engine.open_socket(session)
        return call, call.lines.primary

    def _join(self, key: str | None, call_id: str) -> tuple[Call, Line]:
        self._access.operator(key)
        call = self._engine.find(call_id)
        return call, call.lines.attach()

    async def _talk(self, socket: WebSocket, call: Call, line: Line, *, runs: bool) -> None:
        async with asyncio.TaskGroup() as tasks:
            if runs:
                tasks.create_task(call.run(), name=call.id)
            reader = tasks.create_task(_read(socket, call, line), name=f"{call.id}-reader")
            writer = tasks.create_task(_write(socket, line), name=f"{call.id}-writer")
            await line.closed.wait()
            if runs:
                call.hang_up()
            await asyncio.wait((writer,), timeout=FLUSH_S)
            writer.cancel()
            reader.cancel()
        await _close(socket, line)


async def _read(socket: WebSocket, call: Call, line: Line) -> None:
    """Hand on what comes until the other side closes."""
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            line.close(1000, "")
            return
        if message.get("text") is not None:
            await call.receive(line, message["text"])
        else:
            call.refuse_binary(line)


async def _write(socket: WebSocket, line: Line) -> None:
    """Send what is queued until the line is closed."""
    try:
        async for text in line.outgoing():
            await socket.send_text(text)
    except GONE:
        line.close(1006, "The connection is gone.")


async def _close(socket: WebSocket, line: Line) -> None:
    if socket.client_state is WebSocketState.DISCONNECTED or line.close_code == 1006:
        return
    try:
        async with asyncio.timeout(FLUSH_S):
            await socket.close(line.close_code or 1000, line.close_reason)
    except (*GONE, TimeoutError):
        return
