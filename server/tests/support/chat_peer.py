"""An OpenAI-compatible chat endpoint on a loopback port that streams what a test tells it to."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from support.served import serving

Delta = dict[str, Any]
Script = Callable[[dict[str, Any]], Sequence[Delta]]


def words(*parts: str) -> list[Delta]:
    """Return the deltas of an answer in words."""
    return [{"role": "assistant", "content": ""}, *({"content": part} for part in parts)]


def call(name: str, arguments: str) -> list[Delta]:
    """Return the deltas of a tool call, its arguments in two parts as models send them."""
    half = len(arguments) // 2
    function = {"name": name, "arguments": arguments[:half]}
    first = {"index": 0, "id": "call_peer", "type": "function", "function": function}
    return [{"tool_calls": [first]}, {"tool_calls": [{"index": 0, "function": {"arguments": arguments[half:]}}]}]


@dataclass
class ChatPeer:
    """What it was asked, and how it answers."""

    script: Script
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    status: int = 200
    breaks_after: int | None = None
    """So many deltas are sent before the connection breaks."""
    is_silent: bool = False

    async def complete(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(body)
        self.keys.append(request.headers.get("authorization"))
        if self.status != 200:
            return JSONResponse({"error": {"message": "no"}}, self.status)
        return StreamingResponse(self._stream(body), media_type="text/event-stream")

    async def _stream(self, body: dict[str, Any]) -> AsyncIterator[bytes]:
        if self.is_silent:
            await asyncio.Event().wait()
        for number, delta in enumerate(self.script(body)):
            if number == self.breaks_after:
                yield b'data: {"error": {"message": "worker lost"}}\n\n'
                return
            yield f"data: {json.dumps({'choices': [{'index': 0, 'delta': delta}]})}\n\n".encode()
        yield b"data: [DONE]\n\n"


@asynccontextmanager
async def chatting(script: Script) -> AsyncIterator[ChatPeer]:
    """Serve the endpoint."""
    peer = ChatPeer(script)
    app = FastAPI()
    app.add_api_route("/v1/chat/completions", peer.complete, methods=["POST"])
    async with serving(app) as address:
        peer.url = f"http://{address}/v1"
        yield peer
