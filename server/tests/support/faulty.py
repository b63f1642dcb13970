"""A provider of the Realtime protocol that fails as it is told to, and counts what it would charge for."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from support.chaos import ChaosProxy, chaos
from support.served import serving

KEY = "sk-faulty-provider"
ANSWER = ("The keynote is at nine. ", "Then comes DevBox in Sala Ricci. ", "Lunch is at one. ", "See you there.")
CHARACTERS_PER_S = 15
Event = dict[str, Any]


@dataclass
class FaultyPeer:
    """Answers every question with the sentences of `answer` that the instructions do not say were heard."""

    proxy: ChaosProxy | None = None
    key: str = KEY
    answer: tuple[str, ...] = ANSWER
    refuses: int | None = None
    """HTTP status of every request and handshake."""
    refuses_secrets: int | None = None
    """HTTP status for whoever wants a secret for a browser."""
    slow_secrets_s: float = 0.0
    retry_after: str | None = None
    slow_s: float = 0.0
    """How long it thinks before it takes a call."""
    fault: str | None = None
    """What happens once, after `after` sentences of an answer: stall, between (the message ends, and no other follows),
    failed, rate_limited, session_expired, errors, close; or `ignores`: nothing comes of a question at all."""
    after: int = 2
    refuses_after_fault: int | None = None
    """HTTP status of whatever is asked from then on."""
    odd: bool = False
    """Sends events nobody knows, and what was heard after the answer has begun."""
    received: list[Event] = field(default_factory=list)
    thinking: int = 0
    """Requests that wait because it is slow."""
    open_calls: int = 0
    most_open: int = 0
    calls: int = 0
    probes: int = 0
    responses: int = 0
    """Answers it would charge for."""
    hung_up: list[str] = field(default_factory=list)
    _cancelled: asyncio.Event = field(default_factory=asyncio.Event)
    _ids: int = 0

    @property
    def url(self) -> str:
        assert self.proxy is not None
        return f"http://{self.proxy.address}/v1"

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that make it the upstream."""
        return {"upstream": "realtime", "upstream_url": self.url, "upstream_key": self.key, "upstream_model": "faulty"}

    def sent(self, type_: str) -> list[Event]:
        return [event for event in self.received if event["type"] == type_]

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/v1/realtime/client_secrets", self._secret, methods=["POST"]),
                Route("/v1/realtime/calls", self._call, methods=["POST"]),
                Route("/v1/realtime/calls/{call_id}/hangup", self._hang_up, methods=["POST"]),
                WebSocketRoute("/v1/realtime", self._socket),
            ]
        )

    async def _think(self, seconds: float) -> None:
        self.thinking += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            self.thinking -= 1

    def _refusal(self, headers: Any) -> Response | None:
        status = self.refuses or (None if headers.get("authorization") == f"Bearer {self.key}" else 401)
        if status is None:
            return None
        retry = {"Retry-After": self.retry_after} if self.retry_after else {}
        return JSONResponse({"error": {"message": "no", "code": "no"}}, status, retry)

    async def _secret(self, request: Request) -> Response:
        self.probes += 1
        await self._think(self.slow_secrets_s)
        if self.refuses_secrets:
            return JSONResponse({"error": {"message": "no such thing"}}, self.refuses_secrets)
        return self._refusal(request.headers) or JSONResponse({"value": "ek_x", "expires_at": 0})

    async def _call(self, request: Request) -> Response:
        await self._think(self.slow_s)
        if refusal := self._refusal(request.headers):
            return refusal
        self.calls += 1
        return Response("v=0 answer", 201, {"Location": f"/v1/realtime/calls/rtc_{self.calls}"})

    async def _hang_up(self, request: Request) -> Response:
        self.hung_up.append(request.path_params["call_id"])
        return Response(status_code=200)

    async def _socket(self, socket: WebSocket) -> None:
        await self._think(self.slow_s)
        if refusal := self._refusal(socket.headers):
            await socket.send_denial_response(refusal)
            return
        if "call_id" in socket.query_params:
            await socket.send_denial_response(Response(status_code=404))
            return
        await socket.accept()
        self.calls += 1
        self.open_calls += 1
        self.most_open = max(self.most_open, self.open_calls)
        try:
            async with asyncio.TaskGroup() as tasks:
                await _Talk(self, socket, tasks).run()
        except* (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            self.open_calls -= 1

    def new(self, prefix: str) -> str:
        self._ids += 1
        return f"{prefix}_f{self._ids}"


class _Talk:
    """One call."""

    def __init__(self, peer: FaultyPeer, socket: WebSocket, tasks: asyncio.TaskGroup) -> None:
        self._peer = peer
        self._socket = socket
        self._tasks = tasks
        self._session: Event = {"type": "realtime", "object": "realtime.session", "id": peer.new("sess")}
        self._answering: asyncio.Task[None] | None = None
        self._unheard = 0

    async def run(self) -> None:
        await self._tell("session.created", session=self._session)
        async for text in self._socket.iter_text():
            event = json.loads(text)
            self._peer.received.append(event)
            await self._take(event)
        if self._answering is not None:
            self._answering.cancel()

    async def _take(self, event: Event) -> None:
        match event["type"]:
            case "session.update":
                self._session |= event["session"]
                await self._tell("session.updated", session=self._session)
            case "conversation.item.create":
                await self._added({"id": self._peer.new("item"), **event["item"]})
            case "input_audio_buffer.append":
                self._unheard += len(event["audio"])
            case "input_audio_buffer.commit":
                await self._commit()
            case "response.create":
                asked = event.get("response") or {}
                instructions = asked.get("instructions") or self._session.get("instructions") or ""
                self._answering = self._tasks.create_task(self._answer(instructions))
            case "response.cancel":
                self._peer._cancelled.set()

    async def _commit(self) -> None:
        item_id = self._peer.new("item")
        await self._tell("input_audio_buffer.committed", item_id=item_id, previous_item_id=None)
        part = {"type": "input_audio", "transcript": None}
        await self._added({"id": item_id, "type": "message", "role": "user", "status": "completed", "content": [part]})
        if self._peer.fault == "deaf":
            self._peer.fault = None
            await self._socket.close(1011)
            return
        usage = {"type": "duration", "seconds": 1}
        words = f"{self._unheard} characters of sound"
        type_ = "conversation.item.input_audio_transcription.completed"
        await self._tell(type_, item_id=item_id, content_index=0, transcript=words, usage=usage)
        self._unheard = 0

    async def _added(self, item: Event) -> None:
        await self._tell("conversation.item.added", item=item, previous_item_id=None)
        await self._tell("conversation.item.done", item=item, previous_item_id=None)

    async def _answer(self, instructions: str) -> None:
        peer = self._peer
        if peer.fault == "ignores":
            peer.fault = None
            return
        peer.responses += 1
        peer._cancelled.clear()
        _, _, heard = instructions.partition("<heard>")
        heard = heard.partition("</heard>")[0]
        left = [sentence for sentence in peer.answer if sentence.strip() not in heard]
        spoken = "audio" in self._session.get("output_modalities", ["text"])
        response = {"object": "realtime.response", "id": peer.new("resp"), "conversation_id": "conv_1", "output": []}
        where = {"response_id": response["id"], "item_id": peer.new("item"), "output_index": 0, "content_index": 0}
        item = {"id": where["item_id"], "type": "message", "role": "assistant", "status": "in_progress", "content": []}
        await self._tell("response.created", response={**response, "status": "in_progress"})
        await self._tell("response.output_item.added", response_id=response["id"], output_index=0, item=item)
        await self._tell("conversation.item.added", item=item, previous_item_id=None)
        if peer.odd:
            await self._tell("response.feeling.delta", mood="sunny", **where)
        for number, sentence in enumerate(left):
            if number == peer.after and peer.fault is not None:
                if peer.fault == "between":
                    await self._whole(item, response, left[:number], spoken)
                if not await self._fail(response, where):
                    return
            if peer._cancelled.is_set():
                await self._straggle(where, spoken)
                await self._tell("response.done", response={**response, "status": "cancelled"})
                return
            await self._say(sentence, where, spoken)
        whole = await self._whole(item, response, left, spoken)
        usage = {"total_tokens": 30, "input_tokens": 10, "output_tokens": 20}
        await self._tell(
            "response.done", response={**response, "status": "completed", "output": [whole], "usage": usage}
        )

    async def _whole(self, item: Event, response: Event, sentences: list[str], spoken: bool) -> Event:
        text = "".join(sentences)
        part = {"type": "output_audio", "transcript": text} if spoken else {"type": "output_text", "text": text}
        whole = {**item, "status": "completed", "content": [part]}
        await self._tell("conversation.item.done", item=whole, previous_item_id=None)
        await self._tell("response.output_item.done", response_id=response["id"], output_index=0, item=whole)
        return whole

    async def _say(self, sentence: str, where: Event, spoken: bool) -> None:
        if not spoken:
            await self._tell("response.output_text.delta", delta=sentence, **where)
            await asyncio.sleep(0.01)
            return
        await self._tell("response.output_audio_transcript.delta", delta=sentence, **where)
        frames = int(len(sentence) / CHARACTERS_PER_S * 24_000)
        tone = (6000 * np.sin(2 * np.pi * 330 * np.arange(frames) / 24_000)).astype("<i2").tobytes()
        for start in range(0, len(tone), 9_600):
            piece = base64.b64encode(tone[start : start + 9_600]).decode()
            await self._tell("response.output_audio.delta", delta=piece, **where)
        await asyncio.sleep(0.01)

    async def _fail(self, response: Event, where: Event) -> bool:
        """Do what `fault` says, once; return whether the answer goes on."""
        peer = self._peer
        fault, peer.fault = peer.fault, None
        peer.refuses = peer.refuses_after_fault or peer.refuses
        match fault:
            case "stall" | "between":
                await asyncio.Event().wait()
            case "slow":
                await asyncio.sleep(0.3)
                return True
            case "reset":
                assert peer.proxy is not None
                peer.proxy.reset()
            case "close":
                await self._socket.close(1011)
            case "failed" | "rate_limited":
                code = "rate_limit_exceeded" if fault == "rate_limited" else "server_error"
                details = {"type": "failed", "error": {"type": "server_error", "code": code}}
                await self._tell("response.done", response={**response, "status": "failed", "status_details": details})
            case "session_expired":
                error = {"type": "invalid_request_error", "code": "session_expired", "message": "60 minutes"}
                await self._tell("error", error=error)
                await self._socket.close(1001)
            case "errors":
                for _ in range(6):
                    await self._tell("error", error={"type": "server_error", "code": "oops", "message": "sorry"})
        return False

    async def _straggle(self, where: Event, spoken: bool) -> None:
        kind = "response.output_audio_transcript.delta" if spoken else "response.output_text.delta"
        for _ in range(3):
            await self._tell(kind, delta="straggler ", **where)

    async def _tell(self, type_: str, **fields: Any) -> None:
        if self._socket.application_state is WebSocketState.CONNECTED:
            await self._socket.send_text(json.dumps({"type": type_, "event_id": self._peer.new("event"), **fields}))


@asynccontextmanager
async def faulty(**how: Any) -> AsyncIterator[FaultyPeer]:
    """Serve a peer on loopback behind a proxy that can break the line."""
    peer = FaultyPeer(**how)
    async with serving(peer.app()) as address, chaos(address) as proxy:  # type: ignore[arg-type]
        peer.proxy = proxy
        yield peer
