"""A visitor of this process's own server: each question is a typed turn of a new conversation, on the usual path."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
import websockets
from fastapi import FastAPI
from httpx2 import AsyncClient

from charlotte.app import create_app
from charlotte.clock import StoppedClock
from charlotte.congress.search.folding import words
from charlotte.engine.dialogue.heard.language import detect
from charlotte.engine.models.loading import EMBEDDER, Loaded
from charlotte.engine.models.manifest import model as find_model
from charlotte.errors import BadInput, CharlotteError, Unavailable
from charlotte.installation import Installation
from charlotte.protocol.ids import new_item_id
from charlotte.protocol.items import InputText, Message, OutputText
from charlotte.protocol.server import ItemDone
from charlotte.serving import listen, serving
from charlotte.session.event_time import read_moment
from charlotte.session.happened import Happened
from charlotte.settings import Settings

READING_S = 60.0
"""Questions wait so long for documents to be read; then they are searched by words alone."""
SESSIONS_S = 240.0
"""And so long for the sessions; a thousand take a minute or two, once."""
SILENCE_S = 30
"""An answer that stops for this long is not coming."""


@dataclass(frozen=True)
class Question:
    """One question, when and where it is asked, and what was said before it."""

    text: str
    event: str | None = None
    language: str | None = None
    now: str | None = None
    """ISO 8601; without an offset, local to the congress."""
    history: Sequence[tuple[str, str]] = ()
    """Role (`user` or `assistant`) and words of earlier turns, oldest first."""


@dataclass
class Answer:
    """What came back."""

    answer: str = ""
    language: str = ""
    tool_calls: list[dict[str, Any]] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)
    session_ids: list[str] = field(default_factory=list)
    latency_ms: int = 0
    """From the question sent to the answer complete."""


@asynccontextmanager
async def desk(settings: Settings) -> AsyncIterator["Desk"]:
    """Run the server on a loopback port of its own, in text only."""
    # A question on the command line is the embedded dialogue's, and costs nothing.
    app = create_app(settings.model_copy(update={"upstream": "embedded"}))
    with listen("127.0.0.1", 0) as listener:
        host, port = listener.getsockname()[:2]
        async with serving(app, listener):
            installation: Installation = app.state.installation
            async with reading(installation, settings):
                yield Desk(app, f"http://{host}:{port}")


@asynccontextmanager
async def reading(installation: Installation, settings: Settings) -> AsyncIterator[None]:
    """Let documents be searched by meaning too, as the server does, where the model for it is installed."""
    model = Loaded(settings.models)
    try:
        if model.store.has(find_model(EMBEDDER)):
            await model.load(may_pull=False, wanted=(EMBEDDER,))
            if model.embedder is not None:
                for congress in await installation.congresses.all():
                    await installation.library.index(congress.id)
                    installation.meanings.want(await installation.congresses.programme(congress.id))
                installation.library.gets(model.embedder, model.judge)
                installation.meanings.gets(model.embedder)
                await installation.library.reading.is_done(READING_S)
                await installation.meanings.reading.is_done(SESSIONS_S)
        yield
    finally:
        await model.close()


class Desk:
    """Asks the running server."""

    def __init__(self, app: FastAPI, url: str) -> None:
        self._installation: Installation = app.state.installation
        self._url = url

    async def ask(self, question: Question) -> Answer:
        """Put a question as a new visitor would. Raises a `CharlotteError` when no answer comes."""
        async with AsyncClient(base_url=self._url, headers={"Origin": self._url}, trust_env=False) as http:
            body = {"event": question.event, "language": question.language, "mode": "text"}
            response = await http.post("/api/realtime/token", json=body)
            if response.status_code != 200:
                raise _refusal(response.json())
            ticket = response.json()
            await self._prepare(question, ticket)
            cookie = "; ".join(f"{name}={value}" for name, value in http.cookies.items())
        async with websockets.connect(
            ticket["ws_url"],
            origin=websockets.Origin(self._url),
            additional_headers={"Cookie": cookie, "Authorization": f"Bearer {ticket['value']}"},
            proxy=None,
            max_size=None,
        ) as socket:
            return await _turn(socket, question)

    async def _prepare(self, question: Question, ticket: dict[str, Any]) -> None:
        installation = self._installation
        if question.now is not None:
            programme = await installation.congresses.programme(ticket["event"])
            moment = read_moment(question.now, programme)
            installation.api.clocks.hold(ticket["event"], StoppedClock(moment))
        clock = installation.api.clock
        said = [
            Happened(_item(role, text), "upstream", clock.now(), clock.monotonic()) for role, text in question.history
        ]
        if said:
            await installation.ledger.append(ticket["session_id"], *said)


def _item(role: str, text: str) -> ItemDone:
    content = (OutputText(text=text),) if role == "assistant" else (InputText(text=text),)
    item = Message(id=new_item_id(), status="completed", role=role, content=content)
    return ItemDone(event_id="", previous_item_id=None, item=item)


async def _turn(socket: websockets.ClientConnection, question: Question) -> Answer:
    begun = time.monotonic()
    content = [{"type": "input_text", "text": question.text}]
    item = {"type": "message", "role": "user", "content": content}
    await socket.send(orjson.dumps({"type": "conversation.item.create", "item": item}).decode())
    await socket.send(orjson.dumps({"type": "response.create"}).decode())
    found = Answer()
    cards: dict[str, dict[str, Any]] = {}
    async for event in _events(socket):
        match event["type"]:
            case "response.output_text.delta":
                found.answer += event["delta"]
            case "conversation.item.done" if event["item"]["type"] == "function_call_output":
                cards |= {source["id"]: source for source in _sources(_json(event["item"]["output"]))}
            case "response.done":
                calls = _calls(event["response"])
                found.tool_calls += calls
                if not calls:
                    break
            case "error":
                raise Unavailable(str(event["error"].get("message")))
    found.latency_ms = round(1000 * (time.monotonic() - begun))
    found.language = question.language or detect(words(found.answer))
    used = [source for source in cards.values() if source.pop("words") in found.answer]
    found.session_ids = [source["id"] for source in used if source["kind"] == "session"]
    found.sources = used
    return found


async def _events(socket: websockets.ClientConnection) -> AsyncIterator[dict[str, Any]]:
    while True:
        try:
            async with asyncio.timeout(SILENCE_S):
                yield orjson.loads(await socket.recv())
        except TimeoutError:
            raise Unavailable("The answer did not come in time.") from None
        except websockets.ConnectionClosed as closed:
            raise Unavailable(
                f"The conversation was cut off: {closed.rcvd.reason if closed.rcvd else 'lost'}."
            ) from None


def _calls(response: dict[str, Any]) -> list[dict[str, Any]]:
    if response["status"] not in ("completed", "incomplete"):
        raise Unavailable(f"The answer {response['status']}.")
    items = [item for item in response.get("output", []) if item["type"] == "function_call"]
    return [{"name": item["name"], "arguments": _json(item["arguments"])} for item in items]


def _json(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return text


def _sources(result: Any) -> Iterator[dict[str, Any]]:
    """Yield every session and passage of a tool's result as a source, with the words by which an answer names it."""
    if isinstance(result, dict):
        if "quote" in result and "document" in result:
            source = {"kind": "document", "id": result["id"], "title": _place(result), "words": result["quote"] or "\0"}
            yield source | ({"page": result["page"]} if result.get("page") else {})
        elif "id" in result and "title" in result:
            yield {"kind": "session", "id": result["id"], "title": result["title"], "words": result["title"]}
        for value in result.values():
            yield from _sources(value)
    elif isinstance(result, list):
        for value in result:
            yield from _sources(value)


def _place(passage: dict[str, Any]) -> str:
    """Return a document's title with the headings above a passage."""
    return " › ".join((passage["title"], *passage.get("headings", ())))


def _refusal(problem: dict[str, Any]) -> CharlotteError:
    return BadInput(str(problem.get("message") or problem.get("detail") or problem), hint=problem.get("hint"))
