"""A provider that offers telephone calls: signs webhooks, takes accept, reject and hang-up, and has a sideband."""

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI, Request, Response, WebSocket
from starlette.websockets import WebSocketDisconnect

from charlotte.serving import listen, serving
from support.provider import KEY, Provider

SECRET = "whsec_" + base64.b64encode(b"a secret of thirty-two bytes, or").decode()
OLD_SECRET = "whsec_" + base64.b64encode(b"the one that was in use before..").decode()


@dataclass
class Telephone:
    """Keeps what was asked of it; `accept_status` is how it answers an accept."""

    provider: Provider
    accept_status: int = 200
    accepted: dict[str, dict[str, Any]] = field(default_factory=dict)
    rejected: dict[str, int] = field(default_factory=dict)
    hung_up: list[str] = field(default_factory=list)

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.post("/v1/realtime/calls/{call_id}/{what}")
        async def act(call_id: str, what: str, request: Request) -> Response:
            assert request.headers["authorization"] == f"Bearer {KEY}"
            body = await request.body()
            if what == "accept":
                if self.accept_status != 200:
                    return Response('{"error":{"message":"no such call"}}', self.accept_status)
                self.accepted[call_id] = json.loads(body)
            elif what == "reject":
                self.rejected[call_id] = json.loads(body)["status_code"]
            else:
                self.hung_up.append(call_id)
            return Response(status_code=200)

        @app.websocket("/v1/realtime")
        async def sideband(socket: WebSocket) -> None:
            if socket.query_params.get("call_id") not in self.accepted:
                await socket.close()
                return
            await socket.accept()
            await self.provider.serve(_AsServed(socket))  # type: ignore[arg-type]

        return app


class _AsServed:
    """A Starlette socket that looks like the one `Provider` serves."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket

    async def send(self, text: str) -> None:
        await self._socket.send_text(text)

    async def __aiter__(self) -> AsyncIterator[str]:
        try:
            while True:
                yield await self._socket.receive_text()
        except WebSocketDisconnect:
            return


@asynccontextmanager
async def telephoning(*turns: str | list[tuple[str, str]]) -> AsyncIterator[Telephone]:
    """Serve the peer on loopback."""
    telephone = Telephone(Provider(list(turns)))
    listener = listen("127.0.0.1", 0)
    telephone.provider.url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    async with serving(telephone.app(), listener):
        yield telephone


def incoming(call_id: str = "rtc_1", *, to: str = "<sip:info@charlotte.example>", **headers: str) -> bytes:
    """Return the body of a `realtime.call.incoming`."""
    named = {"From": '"Anna" <sip:+393331234567@carrier.example>;tag=1', "To": to, **headers}
    return json.dumps(
        {
            "object": "event",
            "id": f"evt_{call_id}",
            "type": "realtime.call.incoming",
            "created_at": 1790000000,
            "data": {
                "call_id": call_id,
                "sip_headers": [{"name": name.replace("_", "-"), "value": value} for name, value in named.items()],
            },
        }
    ).encode()


def signed(body: bytes, *secrets: str, delivery: str = "wh_1", age_s: int = 0) -> dict[str, str]:
    """Sign as the specification of Standard Webhooks says, written out here so that nothing checks itself."""
    stamp = str(int(datetime.now(UTC).timestamp()) - age_s)
    signatures = []
    for secret in secrets or (SECRET,):
        key = base64.b64decode(secret[6:]) if secret.startswith("whsec_") else secret.encode()
        mac = hmac.new(key, f"{delivery}.{stamp}.".encode() + body, hashlib.sha256).digest()
        signatures.append(f"v1,{base64.b64encode(mac).decode()}")
    return {
        "webhook-id": delivery,
        "webhook-timestamp": stamp,
        "webhook-signature": " ".join(signatures),
        "content-type": "application/json",
    }
