"""The floor: a server with the same transports that sends the attendee's own sound back and thinks nothing.

Run as `python -m benchmarks.echo_server PORT`.
"""

import asyncio
import sys
from typing import Any

import uvicorn
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from charlotte.protocol.client import InputAudioAppend
from charlotte.protocol.codec import read_client_event, write_event
from charlotte.protocol.server import OutputAudioDelta

connections: set[RTCPeerConnection] = set()


async def up(_request: Request) -> Response:
    """Say that the server is there."""
    return Response("ok")


async def token(request: Request) -> Response:
    """Give anybody a ticket, in the shape of ours."""
    host = request.url.netloc
    return JSONResponse({"value": "ek_floor", "calls_url": f"http://{host}/calls", "ws_url": f"ws://{host}/ws"})


async def calls(request: Request) -> Response:
    """Answer an offer and send its own track back."""
    connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    connections.add(connection)

    @connection.on("track")
    def _(track: Any) -> None:
        for transceiver in connection.getTransceivers():
            transceiver.receiver._RTCRtpReceiver__jitter_buffer._prefetch = 1
        connection.addTrack(track)

    offer = (await request.body()).decode()
    await connection.setRemoteDescription(RTCSessionDescription(offer, "offer"))
    await connection.setLocalDescription(await connection.createAnswer())
    return Response(connection.localDescription.sdp, 201, media_type="application/sdp")


async def socket(websocket: WebSocket) -> None:
    """Send every piece of audio back as output audio."""
    await websocket.accept()
    try:
        while True:
            event = read_client_event(await websocket.receive_text())
            if isinstance(event, InputAudioAppend):
                place = {"response_id": "r", "item_id": "i", "output_index": 0, "content_index": 0}
                await websocket.send_text(write_event(OutputAudioDelta(**place, delta=event.audio)))
    except WebSocketDisconnect:
        return


app = Starlette(
    routes=[
        Route("/up", up),
        Route("/api/realtime/token", token, methods=["POST"]),
        Route("/calls", calls, methods=["POST"]),
        WebSocketRoute("/ws", socket),
    ]
)

if __name__ == "__main__":
    asyncio.run(uvicorn.Server(uvicorn.Config(app, port=int(sys.argv[1]), log_level="warning")).serve())
