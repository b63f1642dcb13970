"""What the broker sends is what the real provider was recorded to take, and what that answered is understood."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from charlotte.broker.upstream import SAFETY_HEADER
from support.house import House, finder, house
from support.replay import KEY, ReplayPeer, interactions
from support.served import serving
from support.waiting import eventually

WEATHER = {"get_weather": finder("get_weather")}


def at(address: str) -> dict[str, str]:
    return {"upstream": "openai", "upstream_url": f"http://{address}/v1", "upstream_key": KEY}


async def counted(here: House, session_id: str | None) -> Counter[str]:
    """Return the tokens in the journal."""
    assert session_id is not None
    total: Counter[str] = Counter()
    for turn in (await here.logs(session_id))["turns"]:
        total.update(input_tokens=turn["input_tokens"], output_tokens=turn["output_tokens"])
    return total


@pytest.mark.parametrize("mode", ["text", "voice"])
async def test_a_tool_call_over_the_providers_socket(tmp_path: Path, mode: str) -> None:
    peer = ReplayPeer(interactions("test_openai_ws-test_tool_call_round"))
    async with serving(peer.app()) as address, house(tmp_path, None, tools=WEATHER, **at(address)) as here:
        async with here.visitor() as visitor, visitor.talking(mode=mode) as talker:
            await talker.writes("What is the weather in London?")
            await talker.until("response.done")
            last = await talker.until("response.done")
        assert await counted(here, visitor.session_id) == peer.usage
    assert peer.complaints == []
    assert [event["type"] for event in peer.sent] == [
        frame["data"]["type"] for frame in peer.frames if frame["direction"] == "sent"
    ]
    assert "event_id" in last and last["response"]["status"] == "completed"
    assert SAFETY_HEADER.lower() in peer.requests[0][1]


async def test_a_text_turn_with_sound_over_the_providers_socket(tmp_path: Path) -> None:
    peer = ReplayPeer(interactions("test_openai_ws-test_text_in_audio_out_turn"))
    async with serving(peer.app()) as address, house(tmp_path, None, tools={}, **at(address)) as here:
        async with here.visitor() as visitor, visitor.talking(mode="voice") as talker:
            await talker.writes("Say hello.")
            await talker.until("response.done")
        assert await counted(here, visitor.session_id) == peer.usage
    assert peer.complaints == []
    assert [event for event in talker.received if event["type"] == "response.output_audio.delta"]


async def test_a_call_is_opened_followed_and_hung_up_as_recorded(tmp_path: Path) -> None:
    (call,) = interactions("test_openai_ws-test_webrtc_sideband_text_turn")
    frames = interactions("test_openai_ws_sideband-test_webrtc_sideband_text_turn")
    peer = ReplayPeer(frames, call, visitor_is_elsewhere=True)
    offer = call["request"]["body"].split("\r\n\r\n")[1].split("\r\n--")[0]
    async with serving(peer.app()) as address, house(tmp_path, None, tools={}, **at(address)) as here:
        async with here.visitor() as visitor:
            answer, call_id = await visitor.opens_call(offer)
            assert (answer, call_id) == (call["response"]["body"]["string"], peer.call_id)
            async with asyncio.timeout(30):
                await peer.played.wait()
            left = await visitor.http.post(f"/api/session/{visitor.session_id}/leave")
            assert left.status_code == 204
            await eventually(lambda: peer.hung_up == [peer.call_id])
        assert await counted(here, visitor.session_id) == peer.usage
    assert peer.complaints == []
    assert (
        len({headers[SAFETY_HEADER.lower()] for _, headers in peer.requests if SAFETY_HEADER.lower() in headers}) == 1
    )


async def test_a_browser_that_calls_the_provider_itself_is_followed(tmp_path: Path) -> None:
    (call,), (secret,) = (
        interactions("test_openai_ws-test_webrtc_sideband_text_turn"),
        interactions("test_webrtc-test_create_client_secret"),
    )
    frames = interactions("test_openai_ws_sideband-test_webrtc_sideband_text_turn")
    peer = ReplayPeer(frames, call, secret, visitor_is_elsewhere=True)
    async with serving(peer.app()) as address:
        async with house(tmp_path, None, tools={}, upstream_direct=True, **at(address)) as here:
            async with here.visitor() as visitor:
                token = await visitor.ticket(mode="voice")
                assert token["value"] == secret["response"]["parsed_body"]["value"]
                assert token["calls_url"] == f"http://{address}/v1/realtime/calls"
                bearer = {"Authorization": f"Bearer {token['value']}"}
                told = {"call_id": peer.call_id}
                attached = await visitor.http.post(token["attach_url"], json=told, headers=bearer)
                assert attached.status_code == 204, attached.text
                async with asyncio.timeout(30):
                    await peer.played.wait()
                again = await visitor.http.post(token["attach_url"], json=told, headers=bearer)
                assert (again.status_code, again.json()["code"]) == (401, "ticket_used")
                await visitor.http.post(f"/api/session/{visitor.session_id}/leave")
                await eventually(lambda: peer.hung_up == [peer.call_id])
                typed = await visitor.ticket(mode="text")
                assert "attach_url" not in typed or typed["attach_url"] is None
                assert typed["calls_url"].startswith(here.url), "typed conversations are relayed"
            assert await counted(here, visitor.session_id) == peer.usage
    assert peer.complaints == []


async def test_a_ticket_for_a_brokered_call_attaches_to_nothing(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, here.visitor() as visitor:
        bearer = {"Authorization": f"Bearer {(await visitor.ticket(mode='voice'))['value']}"}
        refused = await visitor.http.post("/api/realtime/attach", json={"call_id": "rtc_abc"}, headers=bearer)
        assert (refused.status_code, refused.json()["code"]) == (404, "not_found")
