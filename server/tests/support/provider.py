"""A provider of the Realtime protocol that is not ours: says what a test tells it to, and keeps what it was sent."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.server import Request, Response, Server, ServerConnection, serve

KEY = "sk-provider-canary-key"


@dataclass
class Provider:
    """Answers each `response.create` with the next entry of `turns`: text, or a list of (name, arguments) calls."""

    turns: list[str | list[tuple[str, str]]]
    received: list[dict[str, Any]] = field(default_factory=list)
    configs: list[dict[str, Any]] = field(default_factory=list)
    usage: dict[str, Any] | None = None
    """What each `response.done` says was used; None = it says nothing."""
    refuse_status: int | None = None
    key: str = KEY
    """The only key it accepts."""
    url: str = ""
    _sockets: list[ServerConnection] = field(default_factory=list)
    _ids: int = 0
    _items: int = 0

    def types(self) -> list[str]:
        return [event["type"] for event in self.received]

    async def overwrites(self, **session: Any) -> None:
        """Report the configuration as if some client had changed it."""
        self.configs.append({**self.configs[-1], **session})
        await self._tell(self._sockets[-1], "session.updated", session=self.configs[-1])

    async def begins_unasked(self) -> str:
        """Begin an answer by itself, as voice detection or another client makes it do; return its id."""
        response = {"object": "realtime.response", "id": self._new("resp"), "status": "in_progress", "output": []}
        await self._tell(self._sockets[-1], "response.created", response=response)
        return str(response["id"])

    async def drops(self) -> None:
        """Cut the connection without a word."""
        self._sockets[-1].transport.abort()

    def gate(self, _connection: ServerConnection, request: Request) -> Response | None:
        """Refuse the handshake if told to, or if the key is wrong."""
        if self.refuse_status or request.headers.get("Authorization") != f"Bearer {self.key}":
            return _connection.respond(self.refuse_status or 401, "no\n")
        return None

    async def serve(self, socket: ServerConnection) -> None:
        self._sockets.append(socket)
        self.configs.append({"type": "realtime", "id": "sess_1", "object": "realtime.session"})
        await self._tell(socket, "session.created", session=self.configs[-1])
        async for frame in socket:
            event = json.loads(frame)
            self.received.append(event)
            match event["type"]:
                case "session.update":
                    self.configs.append({**self.configs[-1], **event["session"]})
                    await self._tell(socket, "session.updated", session=self.configs[-1])
                case "conversation.item.create":
                    item = {"id": self._new("item"), **event["item"]}
                    await self._tell(socket, "conversation.item.added", item=item, previous_item_id=None)
                    await self._tell(socket, "conversation.item.done", item=item, previous_item_id=None)
                case "response.create":
                    await self._respond(socket, self.turns.pop(0))

    async def _respond(self, socket: ServerConnection, turn: str | list[tuple[str, str]]) -> None:
        response = {"object": "realtime.response", "id": self._new("resp"), "conversation_id": "conv_1", "output": []}
        await self._tell(socket, "response.created", response={**response, "status": "in_progress"})
        items: list[dict[str, Any]] = (
            [_message(self._new("item"), turn)]
            if isinstance(turn, str)
            else [_call(self._new("item"), self._new("call"), name, arguments) for name, arguments in turn]
        )
        for index, item in enumerate(items):
            place = {"response_id": response["id"], "output_index": index, "item": item}
            await self._tell(socket, "conversation.item.added", item=item, previous_item_id=None)
            await self._tell(socket, "response.output_item.done", **place)
            await asyncio.sleep(0)
        done = {**response, "status": "completed", "output": items}
        await self._tell(socket, "response.done", response={**done, "usage": self.usage} if self.usage else done)

    async def _tell(self, socket: ServerConnection, type_: str, **fields: Any) -> None:
        await socket.send(json.dumps({"type": type_, "event_id": self._new("event"), **fields}))

    def _new(self, prefix: str) -> str:
        self._ids += 1
        return f"{prefix}_{self._ids}"


@asynccontextmanager
async def providing(*turns: str | list[tuple[str, str]]) -> AsyncIterator[Provider]:
    """Serve a provider on loopback; `settings` of the house point at it."""
    provider = Provider(list(turns))
    server: Server
    async with serve(provider.serve, "127.0.0.1", 0, process_request=provider.gate) as server:
        provider.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        yield provider


def hosted(provider: Provider) -> dict[str, str]:
    """Return the settings that make it the upstream."""
    return {"upstream": "realtime", "upstream_url": provider.url, "upstream_key": KEY, "upstream_model": "other-model"}


def _message(id_: str, text: str) -> dict[str, Any]:
    content = [{"type": "output_text", "text": text}]
    return {"type": "message", "id": id_, "role": "assistant", "status": "completed", "content": content}


def _call(id_: str, call_id: str, name: str, arguments: str) -> dict[str, Any]:
    call = {"call_id": call_id, "name": name, "arguments": arguments}
    return {"type": "function_call", "id": id_, "status": "completed", **call}
