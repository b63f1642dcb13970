"""What the broker sends to open a call, and what it makes of a provider's refusals."""

import email
from dataclasses import replace
from email import policy
from pathlib import Path

import pytest
from httpx2 import AsyncClient, ConnectError, MockTransport, ReadTimeout, Request, Response

from charlotte.broker import problems
from charlotte.broker.http_calls import hang_up, open_call
from charlotte.broker.keys import ProviderKey, Secret
from charlotte.broker.upstream import SAFETY_HEADER, Upstream
from charlotte.errors import CharlotteError
from charlotte.protocol.config import Session

UPSTREAM = Upstream(
    kind="openai",
    name="openai",
    base_url="https://provider.example/v1",
    key=Secret("sk-key"),
    model="gpt-realtime-2.1",
)
ACCEPTED = Response(201, text="v=0 answer", headers={"Location": "/v1/realtime/calls/rtc_abc"})
CONFIG = Session(type="realtime", instructions="Be brief.")


class Peer:
    """A provider over HTTP."""

    def __init__(self, answer: Response | Exception) -> None:
        self.answer = answer
        self.requests: list[Request] = []

    def __call__(self, request: Request) -> Response:
        self.requests.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def client(self) -> AsyncClient:
        return AsyncClient(transport=MockTransport(self))


async def test_the_offer_goes_with_the_standard_key_and_our_configuration() -> None:
    peer = Peer(ACCEPTED)
    async with peer.client() as http:
        assert await open_call(http, UPSTREAM, "v=0 offer", CONFIG) == ("v=0 answer", "rtc_abc")
    (request,) = peer.requests
    assert (request.method, str(request.url)) == ("POST", "https://provider.example/v1/realtime/calls")
    assert request.headers["authorization"] == "Bearer sk-key"
    form = email.message_from_bytes(
        b"Content-Type: " + request.headers["content-type"].encode() + b"\r\n\r\n" + request.content,
        policy=policy.default,
    )
    parts = {part.get_param("name", header="content-disposition"): part for part in form.iter_parts()}
    assert parts["sdp"].get_content_type() == "application/sdp"
    assert parts["sdp"].get_payload().strip() == "v=0 offer"
    assert parts["session"].get_content_type() == "application/json"
    session = parts["session"].get_payload(decode=True)
    assert b'"instructions":"Be brief."' in session and b'"model":"gpt-realtime-2.1"' in session


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Response(401, json={"error": {"message": "Incorrect API key provided"}}), problems.UpstreamKeyRefused),
        (Response(403), problems.UpstreamKeyRefused),
        (Response(400, json={"error": {"message": "bad sdp"}}), problems.OfferRefused),
        (Response(415, text="Content-Type must be application/sdp"), problems.CallsNotOffered),
        (Response(404), problems.CallsNotOffered),
        (Response(429, headers={"Retry-After": "7"}), problems.UpstreamBusy),
        (Response(500, text="oops"), problems.UpstreamError),
        (Response(201, text="v=0"), problems.UpstreamError),
        (Response(201, text="v=0", headers={"Location": "/v1/realtime/calls/rtc%0d%0aX"}), problems.UpstreamError),
        (Response(201, text="<html>", headers={"Location": "/v1/realtime/calls/rtc_abc"}), problems.UpstreamError),
        (Response(201, content=b"v=0" + bytes(70_000), headers=ACCEPTED.headers), problems.UpstreamError),
        (ReadTimeout("slow"), problems.UpstreamTimeout),
        (Response(503), problems.UpstreamDown),
        (ConnectError("refused"), problems.UpstreamUnreachable),
    ],
)
async def test_each_refusal_is_told_by_its_kind(answer: Response | Exception, kind: type[CharlotteError]) -> None:
    async with Peer(answer).client() as http:
        with pytest.raises(kind) as raised:
            await open_call(http, UPSTREAM, "v=0 offer", CONFIG)
    assert type(raised.value) is kind
    assert "sk-key" not in raised.value.message + (raised.value.hint or "")
    if isinstance(raised.value, problems.UpstreamBusy):
        assert raised.value.retry_after_s == 7.0


@pytest.mark.parametrize("answer", [Response(200), Response(404), Response(500), ConnectError("gone")])
async def test_hanging_up_never_fails(answer: Response | Exception) -> None:
    peer = Peer(answer)
    async with peer.client() as http:
        await hang_up(http, UPSTREAM, "rtc_abc")
    assert str(peer.requests[0].url) == "https://provider.example/v1/realtime/calls/rtc_abc/hangup"


async def test_a_call_whose_key_was_replaced_is_hung_up_with_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("sk-new")
    tried: list[str] = []

    def answer(request: Request) -> Response:
        tried.append(request.headers["authorization"])
        return Response(200 if tried[-1] == "Bearer sk-new" else 401)

    async with AsyncClient(transport=MockTransport(answer)) as http:
        await hang_up(http, replace(UPSTREAM, keys=ProviderKey(file=file)), "rtc_abc")
    assert tried == ["Bearer sk-key", "Bearer sk-new"]


async def test_openai_is_told_a_pseudonym_of_the_device_and_nobody_else_is() -> None:
    peer = Peer(ACCEPTED)
    async with peer.client() as http:
        await open_call(http, UPSTREAM, "v=0 offer", CONFIG, device_id="device-1")
        await open_call(http, UPSTREAM, "v=0 offer", CONFIG, device_id="device-2")
        await open_call(http, replace(UPSTREAM, kind="realtime"), "v=0 offer", CONFIG, device_id="device-1")
    told = [request.headers.get(SAFETY_HEADER) for request in peer.requests]
    assert told[2] is None and told[0] != told[1]
    assert told[0] == UPSTREAM.headers_for("device-1")[SAFETY_HEADER]
    assert len(told[0]) == 64 and "device" not in told[0]


@pytest.mark.parametrize("status", [400, 401, 429, 500])
async def test_a_provider_that_repeats_the_key_does_not_give_it_away(status: int) -> None:
    async with Peer(Response(status, json={"error": {"message": "Incorrect API key: sk-key"}})).client() as http:
        with pytest.raises(CharlotteError) as raised:
            await open_call(http, UPSTREAM, "v=0 offer", CONFIG)
    assert "sk-key" not in raised.value.message
