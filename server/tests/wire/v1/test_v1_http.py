"""Client secrets, keys, cross-origin calls, and errors in the provider's shape."""

import httpx2
import pytest
import websockets
from pydantic import SecretStr

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.wire.v1.app import engine_app
from support.clocks import ManualClock
from support.minds import ScriptedMind
from support.served import KEY, serving, serving_engine
from support.talker import talking

AUTH = {"Authorization": f"Bearer {KEY}"}


async def test_a_secret_opens_calls_until_it_expires() -> None:
    clock = ManualClock()
    async with serving_engine(Engine(Parts(ScriptedMind(), clock=clock))) as address, httpx2.AsyncClient() as http:
        url = f"http://{address}/v1/realtime/client_secrets"
        body = {"expires_after": {"anchor": "created_at", "seconds": 30}, "session": {"instructions": "Be kind."}}
        secret = (await http.post(url, json=body, headers=AUTH)).json()
        assert secret["expires_at"] == int(clock.now().timestamp()) + 30
        for _ in range(2):
            async with talking(address, key=secret["value"]) as talker:
                session = talker.received[0]["session"]
                assert session["instructions"] == "Be kind."
                assert session["id"] != secret["session"]["id"]
        refused = await http.post(url, headers={"Authorization": f"Bearer {secret['value']}"})
        assert refused.status_code == 401
        clock.advance(31)
        with pytest.raises(websockets.InvalidStatus) as denied:
            async with talking(address, key=secret["value"]):
                pass
        assert denied.value.response.status_code == 401


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"expires_after": {"seconds": 5}}, "expires_after.seconds"),
        ({"expires_after": {"seconds": 8000}}, "expires_after.seconds"),
        ({"session": {"output_modalities": ["smell"]}}, "session.output_modalities"),
        ({"session": {"colour": "red"}}, "session.colour"),
    ],
)
async def test_wrong_bodies_are_named(body: dict[str, object], param: str) -> None:
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address, httpx2.AsyncClient() as http:
        reply = await http.post(f"http://{address}/v1/realtime/client_secrets", json=body, headers=AUTH)
        assert reply.status_code == 400
        assert reply.json()["error"]["param"] == param


async def test_keys_are_needed_everywhere() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address, httpx2.AsyncClient() as http:
        for path in ("client_secrets", "calls", "calls/rtc_x/hangup"):
            for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer ek_of_somewhere_else"}):
                reply = await http.post(f"http://{address}/v1/realtime/{path}", headers=headers)
                assert reply.status_code == 401
                assert reply.json()["error"]["code"] == "invalid_api_key"
        for key, query, status in (("wrong", "?model=m", 401), (KEY, "?call_id=rtc_unknown", 404)):
            with pytest.raises(websockets.InvalidStatus) as denied:
                async with talking(address, query, key=key):
                    pass
            assert denied.value.response.status_code == status


async def test_browsers_key_in_a_subprotocol() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address:
        url = f"ws://{address}/v1/realtime?model=charlotte"
        offered = ["realtime", f"openai-insecure-api-key.{KEY}", "openai-agents-sdk.0.20.0"]
        async with websockets.connect(url, subprotocols=offered) as socket:  # type: ignore[arg-type]
            assert socket.subprotocol == "realtime"
        async with websockets.connect(url, additional_headers=AUTH) as socket:
            assert socket.subprotocol is None


async def test_preflight_and_exposed_headers() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address, httpx2.AsyncClient() as http:
        asked = "authorization,content-type,x-openai-agents-sdk"
        reply = await http.options(
            f"http://{address}/v1/realtime/calls",
            headers={"Origin": "http://elsewhere", "Access-Control-Request-Headers": asked},
        )
        assert reply.status_code == 204
        assert reply.headers["Access-Control-Allow-Headers"] == asked
        assert "Location" in reply.headers["Access-Control-Expose-Headers"]


async def test_the_cap_ends_a_session() -> None:
    clock = ManualClock()
    async with serving_engine(Engine(Parts(ScriptedMind(), clock=clock))) as address, talking(address) as talker:
        clock.advance(59 * 60)
        await talker.configure()
        clock.advance(61)
        error = (await talker.until("error"))["error"]
        assert error["code"] == "session_expired"
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await talker.socket.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1001


async def test_a_session_nested_too_deep_is_refused() -> None:
    deep = '{"type": "realtime", "tracing": {"a": ' + "[" * 300 + "]" * 300 + "}}"
    parts = {"sdp": (None, "v=0", "application/sdp"), "session": (None, deep, "application/json")}
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address, httpx2.AsyncClient() as http:
        reply = await http.post(f"http://{address}/v1/realtime/calls", files=parts, headers=AUTH)
        assert (reply.status_code, reply.json()["error"]["param"]) == (400, "session")


async def test_an_engine_that_does_not_run_refuses_calls() -> None:
    app = engine_app(Engine(Parts(ScriptedMind())), SecretStr(KEY), runs_engine=False)
    async with serving(app) as address, httpx2.AsyncClient() as http:
        offer = "v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=fingerprint:sha-256 00\r\n"
        headers = AUTH | {"Content-Type": "application/sdp"}
        reply = await http.post(f"http://{address}/v1/realtime/calls", content=offer, headers=headers)
        assert reply.status_code == 503
        assert reply.headers["Retry-After"]
