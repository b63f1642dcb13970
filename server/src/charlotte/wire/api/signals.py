"""`GET /api/session/{id}/signals`: what the server tells a page beside the call, over a WebSocket."""

import asyncio
from contextlib import suppress

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect, WebSocketState

from charlotte.errors import CharlotteError
from charlotte.session.signals import Line, TooSlow
from charlotte.wire.api.parts import own_session, parts_of
from charlotte.wire.api.problems import problem

router = APIRouter(prefix="/api/session")


@router.websocket("/{session_id}/signals")
async def signals(socket: WebSocket, session_id: str) -> None:
    """Tell the page of this device what happens to its conversation; what the page sends is not read."""
    try:
        session = await own_session(socket, session_id)
    except CharlotteError as failure:
        await socket.send_denial_response(problem(failure))
        return
    await socket.accept()
    with parts_of(socket).signals.listen(session.id) as line:
        async with asyncio.TaskGroup() as tasks:
            telling = tasks.create_task(_tell(socket, line), name="signals")
            await _gone(socket)
            telling.cancel()


async def _tell(socket: WebSocket, line: Line) -> None:
    try:
        async for signal in line:
            await socket.send_text(signal.model_dump_json())
    except TooSlow:
        await socket.close(1013, "too_slow")
    except (WebSocketDisconnect, RuntimeError, OSError):
        return


async def _gone(socket: WebSocket) -> None:
    """Return when the page has gone."""
    with suppress(WebSocketDisconnect, RuntimeError):
        while socket.client_state is WebSocketState.CONNECTED:
            if (await socket.receive())["type"] == "websocket.disconnect":
                return
