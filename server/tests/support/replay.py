"""A peer that answers as the real provider was recorded to answer, and complains about what it would not take."""

import asyncio
import email
import json
from collections import Counter
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import yaml
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

FRAMES = Path(__file__).parents[1] / "data" / "realtime-frames"
KEY = "sk-replay-canary-key"
Json = dict[str, Any]


def interactions(name: str) -> list[Json]:
    """Return a recording as it is stored."""
    found: list[Json] = yaml.safe_load((FRAMES / f"{name}.yaml").read_text())["interactions"]
    return found


@dataclass
class ReplayPeer:
    """Serves one recorded HTTP exchange and one recorded socket.

    What the recording's client sent must come from whoever is tested, in that order and kind; `visitor_is_elsewhere`
    = a sideband, where the visitor's own events travel beside us and are played here.
    """

    frames: list[Json]
    call: Json | None = None
    secret: Json | None = None
    visitor_is_elsewhere: bool = False
    refuses: tuple[int, str] | None = None
    """Status and message for whatever is asked."""
    complaints: list[str] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    sent: list[Json] = field(default_factory=list)
    hung_up: list[str] = field(default_factory=list)
    played: asyncio.Event = field(default_factory=asyncio.Event)
    config: Json = field(default_factory=dict)

    def app(self) -> Starlette:
        calls = [
            Route("/v1/realtime/calls", self._open_call, methods=["POST"]),
            Route("/v1/realtime/client_secrets", self._mint, methods=["POST"]),
            Route("/v1/realtime/calls/{call_id}/hangup", self._hang_up, methods=["POST"]),
            WebSocketRoute("/v1/realtime", self._socket),
        ]
        return Starlette(routes=calls)

    @property
    def usage(self) -> Counter[str]:
        """Tokens of every recorded response, added up."""
        total: Counter[str] = Counter()
        for frame in self.frames:
            if frame["data"]["type"] == "response.done":
                usage = frame["data"]["response"]["usage"]
                total.update(input_tokens=usage["input_tokens"], output_tokens=usage["output_tokens"])
        return total

    @property
    def call_id(self) -> str:
        assert self.call is not None
        return str(self.call["response"]["headers"]["location"][0]).rpartition("/")[2]

    async def _open_call(self, request: Request) -> Response:
        self._note(request)
        if self.refuses:
            status, message = self.refuses
            return JSONResponse({"error": {"message": message, "type": "invalid_request_error"}}, status)
        assert self.call is not None
        ours = parts_of(request.headers["content-type"], await request.body())
        theirs = parts_of(self.call["request"]["headers"]["content-type"][0], self.call["request"]["body"].encode())
        self._expect("parts", list(ours), list(theirs))
        for name in theirs.keys() & ours.keys():
            self._expect(f"type of {name}", ours[name].get_content_type(), theirs[name].get_content_type())
            self._expect(
                f"disposition of {name}", ours[name]["content-disposition"], theirs[name]["content-disposition"]
            )
        self.config = json.loads(ours["session"].get_payload(decode=True))
        self._check_session(self.config, json.loads(theirs["session"].get_payload(decode=True)))
        told = self.call["response"]
        headers = {name: told["headers"][name][0] for name in ("content-type", "location")}
        return Response(told["body"]["string"], told["status"]["code"], headers)

    async def _mint(self, request: Request) -> Response:
        self._note(request)
        assert self.secret is not None
        theirs, ours = self.secret["request"]["parsed_body"], await request.json()
        self._expect("type of the body", request.headers["content-type"], "application/json")
        self._expect("fields of the body", sorted(ours), sorted(theirs))
        self._expect("anchor", ours["expires_after"]["anchor"], theirs["expires_after"]["anchor"])
        if not 10 <= ours["expires_after"]["seconds"] <= 7200:
            self.complaints.append(f"the provider takes no secret of {ours['expires_after']['seconds']} s")
        self.config = ours["session"]
        self._check_session(
            ours["session"], merged(self.secret["response"]["parsed_body"]["session"], theirs["session"])
        )
        return JSONResponse(self.secret["response"]["parsed_body"])

    async def _hang_up(self, request: Request) -> Response:
        self._note(request)
        self._expect("body of a hang-up", await request.body(), b"")
        self.hung_up.append(request.path_params["call_id"])
        return Response()

    async def _socket(self, socket: WebSocket) -> None:
        self._note(socket)
        if self.refuses:
            await socket.send_denial_response(Response(self.refuses[1], self.refuses[0]))
            return
        query = {"call_id": self.call_id} if self.call else {"model": "gpt-realtime-2.1"}
        self._expect("query", dict(socket.query_params), query)
        await socket.accept()
        try:
            due: list[Json] = []
            for frame in self.frames:
                event = frame["data"]
                if frame["direction"] == "sent":
                    due += [] if self.visitor_is_elsewhere else [event]
                    continue
                if follows_from_something_sent(event):
                    while due:
                        self._check_event(json.loads(await socket.receive_text()), due.pop(0))
                await socket.send_text(json.dumps(self._as_configured(event)))
            self.played.set()
            await socket.receive_text()
            self.complaints.append("something was sent after the end")
        except WebSocketDisconnect:
            pass

    def _as_configured(self, event: Json) -> Json:
        """Return an event as the provider would send it to somebody who configured the session as we were told."""
        if event["type"] not in ("session.created", "session.updated"):
            return event
        return {**event, "session": merged(event["session"], self.config)}

    def _check_event(self, ours: Json, theirs: Json) -> None:
        self.sent.append(ours)
        self._expect("event", ours.get("type"), theirs["type"])
        if theirs["type"] == "session.update":
            self.config = ours["session"]
            self._check_session(ours["session"], theirs["session"])
        item, recorded = ours.get("item", {}), theirs.get("item", {})
        for name in ("type", "role", "call_id"):
            self._expect(f"{name} of the item", item.get(name), recorded.get(name))
        content, expected = item.get("content", []), recorded.get("content", [])
        self._expect("content of the item", [part["type"] for part in content], [part["type"] for part in expected])

    def _check_session(self, ours: Json, recorded: Json) -> None:
        """Everything we set must be a field the provider has, with a value of the kind it has."""
        known: Json = {}
        for echo in (frame["data"]["session"] for frame in self.frames if "session" in frame["data"]):
            known = merged(known, echo)
        known = merged(known, recorded)
        for path, value in leaves(ours):
            found, theirs = at(known, path)
            if not found:
                self.complaints.append(f"the provider has no session.{'.'.join(path)}")
            elif theirs is not None and type(value) is not type(theirs):
                self.complaints.append(f"session.{'.'.join(path)} is {value!r}, recorded was {theirs!r}")

    def _note(self, connection: Request | WebSocket) -> None:
        headers = dict(connection.headers)
        self.requests.append((connection.url.path, headers))
        self._expect("authorization", headers.get("authorization"), f"Bearer {KEY}")
        if "openai-beta" in headers:
            self.complaints.append("the beta header is sent")

    def _expect(self, what: str, found: Any, wanted: Any) -> None:
        if found != wanted:
            self.complaints.append(f"{what}: {found!r}, recorded was {wanted!r}")


def follows_from_something_sent(event: Json) -> bool:
    """Whether the provider says this because of what a client sent: each client sends it at a moment of its own."""
    if event["type"] == "conversation.item.added":
        return bool(event["item"]["type"] == "function_call_output" or event["item"].get("role") == "user")
    return event["type"] in ("session.updated", "response.created")


def parts_of(content_type: str, body: bytes) -> dict[str, EmailMessage]:
    """Return the parts of a multipart body in order."""
    form = email.message_from_bytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body, policy=policy.default
    )
    return {str(part.get_param("name", header="content-disposition")): part for part in form.iter_parts()}


def merged(below: Json, above: Json) -> Json:
    """Return `below` with what `above` sets, object by object."""
    return below | {
        name: merged(below[name], value) if isinstance(value, dict) and isinstance(below.get(name), dict) else value
        for name, value in above.items()
    }


def leaves(value: Json, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    """Return every value that is not an object, with its path."""
    return [
        leaf
        for name, inner in value.items()
        for leaf in (leaves(inner, (*path, name)) if isinstance(inner, dict) else [((*path, name), inner)])
    ]


def at(value: Any, path: tuple[str, ...]) -> tuple[bool, Any]:
    """Return whether there is something at a path, and what; below a null everything may be."""
    for name in path:
        if value is None:
            return True, None
        if not isinstance(value, dict) or name not in value:
            return False, None
        value = value[name]
    return True, value
