"""The whole application under a real server, and a visitor's browser without a screen."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import websockets
from httpx2 import AsyncClient, Response

from charlotte.app import create_app
from charlotte.clock import Clock
from charlotte.engine.ear import Ear
from charlotte.engine.mind import Mind
from charlotte.engine.mouth import Mouth
from charlotte.engine.vad import Vad
from charlotte.installation import Installation
from charlotte.serving import listen, serving
from charlotte.settings import Settings
from charlotte.tools.results import Result
from charlotte.tools.tool import Arguments, Tool, ToolContext
from support.own_time import LoopClock
from support.talker import Talker
from support.waiting import eventually

EVENT = "devfest-pisa-2026"


@dataclass
class House:
    """A running server."""

    address: str
    installation: Installation

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    @property
    def staff(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.installation.keyring.staff_token}"}

    @asynccontextmanager
    async def visitor(self) -> AsyncIterator["Visitor"]:
        async with AsyncClient(base_url=self.url, headers={"Origin": self.url}, trust_env=False, timeout=30) as http:
            yield Visitor(self, http)

    def gets_voices(self, ear: Ear, mouth: Mouth, vad: Callable[[], Vad]) -> None:
        """Give the engine what speech models would give it."""
        parts = self.installation.engine.parts
        parts.ear, parts.mouth, parts.vad_factory = ear, mouth, vad

    async def logs(self, session_id: str, **query: Any) -> dict[str, Any]:
        async with AsyncClient(base_url=self.url, headers=self.staff, trust_env=False) as http:
            response = await http.get(f"/api/session/{session_id}/logs", params=query)
            assert response.status_code == 200, response.text
            found: dict[str, Any] = response.json()
            return found


@dataclass
class Visitor:
    """One browser: a cookie jar, and calls."""

    house: House
    http: AsyncClient
    session_id: str | None = None
    heard: dict[str, Any] | None = None
    """What the page tells when it calls again: how much of the answer sounded there."""

    async def asks_for_ticket(self, **body: Any) -> Response:
        if self.session_id and "session_id" not in body:
            body["session_id"] = self.session_id
        return await self.http.post("/api/realtime/token", json={"mode": "text", "language": "en", **body})

    async def opens_socket(self, value: str | None, *, origin: str | None = None, cookie: str | None = None) -> int:
        """Try to open the relay; return the HTTP status of the refusal, 101 when it opened."""
        headers = {"Cookie": self.cookie if cookie is None else cookie}
        if value is not None:
            headers["Authorization"] = f"Bearer {value}"
        try:
            async with websockets.connect(
                f"ws://{self.house.address}/api/realtime/ws",
                origin=websockets.Origin(origin or self.house.url),
                additional_headers=headers,
                proxy=None,
            ):
                return 101
        except websockets.InvalidStatus as refused:
            return refused.response.status_code

    async def opens_call(self, offer: str) -> tuple[str, str]:
        """Exchange SDP through the broker; return the answer and the upstream's call id."""
        value = (await self.ticket(mode="voice", heard=self.heard))["value"]
        headers = {"Authorization": f"Bearer {value}", "Content-Type": "application/sdp"}
        reply = await self.http.post("/api/realtime/calls", content=offer, headers=headers)
        assert reply.status_code == 201, reply.text
        assert reply.headers["content-type"].startswith("application/sdp")
        return reply.text, reply.headers["Location"].rsplit("/", 1)[-1]

    async def hears_nothing(self, response_id: str, seconds: float) -> None:
        """Tell, as the page does, that an answer has not sounded for so long."""
        told = {"response_id": response_id, "silent_ms": round(seconds * 1000)}
        reply = await self.http.post(f"/api/session/{self.session_id}/silent", json=told)
        assert reply.status_code == 204, reply.text

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())

    async def ticket(self, **body: Any) -> dict[str, Any]:
        response = await self.asks_for_ticket(**body)
        assert response.status_code == 200, response.text
        token: dict[str, Any] = response.json()
        self.session_id = token["session_id"]
        return token

    @asynccontextmanager
    async def talking(self, ticket: str | None = None, **body: Any) -> AsyncIterator[Talker]:
        value = ticket or (await self.ticket(**body))["value"]
        url = f"ws://{self.house.address}/api/realtime/ws"
        async with websockets.connect(
            url,
            origin=websockets.Origin(self.house.url),
            additional_headers={"Cookie": self.cookie},
            subprotocols=[
                websockets.Subprotocol("realtime"),
                websockets.Subprotocol(f"openai-insecure-api-key.{value}"),
            ],
            max_size=None,
            close_timeout=1,
            proxy=None,
        ) as socket:
            talker = Talker(socket)
            await talker.until("session.created")
            switchboard, session_id = self.house.installation.switchboard, self.session_id or ""
            call = switchboard.live_call(session_id)
            yield talker
        await eventually(lambda: switchboard.live_call(session_id) is not call)


def finder(name: str = "find_hall", *, waits_for: asyncio.Event | None = None) -> Tool[Any]:
    """Return a tool that tells who asked for which hall; with `waits_for` it answers only then."""

    async def find(context: ToolContext, arguments: Hall) -> HallFound:
        if waits_for is not None:
            await waits_for.wait()
        return HallFound(
            event_id=context.event_id,
            timezone="UTC",
            now=context.clock.now(),
            match="exact",
            hall=arguments.hall,
            asked_by=context.session_id,
        )

    return Tool(name, "Finds a hall.", Hall, find)


class Hall(Arguments):
    """What `finder` takes."""

    hall: str


class HallFound(Result):
    """What `finder` gives."""

    hall: str
    asked_by: str


@asynccontextmanager
async def house(
    data: Path,
    mind: Mind | None,
    *,
    tools: Mapping[str, Tool[Any]] | None = None,
    clock: Clock | None = None,
    port: int = 0,
    **settings: Any,
) -> AsyncIterator[House]:
    """Serve the application on a loopback port with its state in `data`."""
    app = create_app(
        Settings(data=data, _env_file=None, **settings),
        mind=mind,
        **({} if tools is None else {"tools": tools}),
        clock=clock or LoopClock(),
    )
    before = asyncio.all_tasks()
    listener = listen("127.0.0.1", port)
    host, port = listener.getsockname()
    async with serving(app, listener):
        yield House(f"{host}:{port}", app.state.installation)

    def left() -> set[str]:
        return {task.get_name() for task in asyncio.all_tasks() - before if not task.done()}

    # A provider that runs beside in this process ends its side of a call in its own time.
    with suppress(TimeoutError):
        await eventually(lambda: not left(), within_s=10.0)
    assert not left(), f"leaked tasks: {left()}"
