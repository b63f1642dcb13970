"""The provider's key is planted everywhere it is used, and must come out nowhere."""

import asyncio
import json
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import structlog
from httpx2 import AsyncClient, MockTransport, Request

from charlotte.app import create_app
from charlotte.broker import http_calls, socket_channel
from charlotte.errors import CharlotteError
from charlotte.ledger.logging_setup import configure_logging
from charlotte.protocol.config import Session
from charlotte.settings import Settings
from support.house import House, Visitor, house
from support.replay import KEY, ReplayPeer, interactions
from support.served import serving
from support.waiting import eventually

PAGES = (
    "/",
    "/readyz",
    "/healthz",
    "/metrics",
    "/openapi.json",
    "/page.json",
    "/api/events",
    "/api/nowhere",
    "/v1/models",
)
(CALL,) = interactions("test_openai_ws-test_webrtc_sideband_text_turn")
OFFER = CALL["request"]["body"].split("\r\n\r\n")[1].split("\r\n--")[0]


@pytest.fixture
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield
    root.handlers[:], root.level = before
    structlog.reset_defaults()


async def offers(visitor: Visitor) -> str:
    """Try to open a call; return all that comes back."""
    value = (await visitor.ticket(mode="voice"))["value"]
    headers = {"Authorization": f"Bearer {value}", "Content-Type": "application/sdp"}
    reply = await visitor.http.post("/api/realtime/calls", content=OFFER, headers=headers)
    return f"{reply.status_code} {reply.headers} {reply.text}"


async def asked(here: House, visitor: Visitor) -> list[str]:
    """Ask for everything there is to read."""
    seen = []
    for path in PAGES:
        reply = await visitor.http.get(path)
        seen.append(f"{reply.headers} {reply.text}")
    seen.append(json.dumps(await here.logs(str(visitor.session_id), words=True)))
    return seen


@pytest.mark.usefixtures("_logging_as_before")
@pytest.mark.parametrize("style", ["json", "console"])
async def test_it_is_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], style: Literal["json", "console"]
) -> None:
    configure_logging("debug", style=style, people=True)
    key_file = tmp_path / "key"
    key_file.write_text(KEY)
    peer = ReplayPeer(
        interactions("test_openai_ws_sideband-test_webrtc_sideband_text_turn"), CALL, visitor_is_elsewhere=True
    )
    seen: list[str] = []
    async with serving(peer.app()) as address:
        settings = {"upstream_url": f"http://{address}/v1", "upstream_key_file": key_file, "upstream": "openai"}
        async with house(tmp_path / "data", None, **settings) as here, here.visitor() as visitor:
            seen.append(await offers(visitor))
            async with asyncio.timeout(30):
                await peer.played.wait()
            await visitor.http.post(f"/api/session/{visitor.session_id}/leave")
            await eventually(lambda: bool(peer.hung_up))
            # The second style of the same log shows one refusal; each of them takes a second.
            for status in (400, 401, 403, 429, 500, 503) if style == "json" else (401, 500):
                peer.refuses = (status, f"Incorrect API key provided: {KEY}.")
                seen.append(await offers(visitor))
                seen.append(str(await visitor.opens_socket((await visitor.ticket())["value"])))
            key_file.write_text(f"{KEY} {KEY}")
            seen.append(await offers(visitor))
            seen += await asked(here, visitor)
            seen.append(repr(here.installation))
    logged = capsys.readouterr()
    seen += [logged.err, logged.out]
    assert "upstream.key_unusable" in logged.err and "call.ended" in logged.err
    assert {status for status in ("401", "500") if any(status in text for text in seen)}
    assert [text[:300] for text in seen if KEY in text] == []
    assert KEY.encode() not in b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    assert peer.requests and all(headers["authorization"] == f"Bearer {KEY}" for _, headers in peer.requests)


async def crashing(_request: Request) -> None:
    raise RuntimeError("a bug far below")


async def test_a_dump_of_a_crash_with_all_variables_does_not_show_it(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, _env_file=None, upstream_key=KEY, upstream_url="http://127.0.0.1:9/v1")
    upstream = create_app(settings).state.api.upstreams.hosted[0]
    dumps = [repr(settings), str(settings.model_dump())]

    async def socket() -> None:
        async with socket_channel.primary(upstream, Session(type="realtime")):
            raise AssertionError("nobody listens there")

    async with AsyncClient(transport=MockTransport(crashing)) as http, AsyncClient(trust_env=False) as real:
        for attempt in (
            http_calls.open_call(http, upstream, "v=0", Session(type="realtime"), device_id="device"),
            http_calls.open_call(real, upstream, "v=0", Session(type="realtime"), device_id="device"),
            socket(),
        ):
            try:
                await attempt
            except (RuntimeError, CharlotteError) as failure:
                for each in (failure, failure.__context__ or failure):
                    dumps.append(
                        "".join(traceback.TracebackException.from_exception(each, capture_locals=True).format())
                    )
    assert len(dumps) == 8 and "a bug far below" in dumps[2]
    assert KEY not in "".join(dumps)
