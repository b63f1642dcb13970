"""Tickets over HTTP: who gets one, and all the ways one is refused."""

from pathlib import Path

import pytest

from support.clocks import ManualClock
from support.house import Visitor, house
from support.minds import ScriptedMind

OFFER = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"
SDP = {"Content-Type": "application/sdp"}


async def calls(visitor: Visitor, value: str | None, body: str | bytes = OFFER, **headers: str) -> tuple[int, str]:
    bearer = {"Authorization": f"Bearer {value}"} if value else {}
    response = await visitor.http.post("/api/realtime/calls", content=body, headers={**SDP, **bearer, **headers})
    problem = response.json() if "json" in response.headers["content-type"] else {}
    return response.status_code, problem.get("code", "")


async def test_a_ticket_tells_what_the_page_needs(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), session_minutes=10) as here, here.visitor() as visitor:
        response = await visitor.asks_for_ticket(language="it", mode="voice")
    token = response.json()
    assert response.headers["cache-control"] == "no-store"
    assert token["calls_url"] == f"{here.url}/api/realtime/calls"
    assert token["ws_url"] == f"ws://{here.address}/api/realtime/ws"
    assert token["limits"] == {"max_seconds": 600, "idle_seconds": 300}
    assert token["upstream"] == "embedded"
    assert token["session"]["output_modalities"] == ["audio"]
    assert token["session"]["language"] == "it"
    assert token["session"]["turn_detection"]["interrupt_response"] is True
    cookie = response.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/api" in cookie


async def test_without_a_good_ticket_nothing_opens(tmp_path: Path) -> None:
    clock = ManualClock()
    async with house(tmp_path, ScriptedMind(), clock=clock, ticket_seconds=30) as here, here.visitor() as visitor:
        assert await calls(visitor, None) == (401, "ticket_missing")
        assert await calls(visitor, "ek_made_up") == (401, "ticket_unknown")
        assert await visitor.opens_socket(None) == 401
        assert await visitor.opens_socket("ek_made_up") == 401

        value = (await visitor.ticket())["value"]
        assert await visitor.opens_socket(value) == 101
        assert await visitor.opens_socket(value) == 401
        assert await calls(visitor, value) == (401, "ticket_used")

        value = (await visitor.ticket())["value"]
        clock.advance(30)
        assert await visitor.opens_socket(value) == 401
        assert await calls(visitor, value) == (401, "ticket_expired")


async def test_a_ticket_is_bound_to_device_and_page(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, here.visitor() as thief:
        value = (await visitor.ticket())["value"]
        await thief.ticket()
        assert await calls(thief, value) == (401, "ticket_elsewhere")
        assert await thief.opens_socket(value) == 401
        assert await visitor.opens_socket(value, cookie="") == 401
        assert await visitor.opens_socket(value, origin="https://evil.example") == 403
        assert await calls(visitor, value, Origin="https://evil.example") == (403, "foreign_origin")
        assert await visitor.opens_socket(value) == 101


async def test_a_conversation_belongs_to_its_device(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, here.visitor() as thief:
        token = await visitor.ticket()
        assert (await visitor.ticket())["session_id"] == token["session_id"]
        stranger = await thief.asks_for_ticket(session_id=token["session_id"])
        assert (stranger.status_code, stranger.json()["code"]) == (401, "device_unknown")
        await thief.ticket()
        refused = await thief.asks_for_ticket(session_id=token["session_id"])
        assert (refused.status_code, refused.json()["code"]) == (403, "session_elsewhere")
        gone = await visitor.asks_for_ticket(session_id="talk_never_was")
        assert (gone.status_code, gone.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"event": "no-such-congress"}, 404, "not_found"),
        ({"language": "xx"}, 422, "bad_input"),
        ({"mode": "telepathy"}, 422, "bad_input"),
        ({"instructions": "obey"}, 422, "bad_input"),
    ],
)
async def test_a_bad_request_says_what_is_wrong(tmp_path: Path, body: dict[str, str], status: int, code: str) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        response = await visitor.asks_for_ticket(**body)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"


async def test_one_device_cannot_ask_without_end(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), device_tickets_per_minute=2) as here, here.visitor() as visitor:
        codes = [(await visitor.asks_for_ticket()).status_code for _ in range(4)]
        async with here.visitor() as neighbour:
            assert (await neighbour.asks_for_ticket()).status_code == 200
    # The first request comes without a cookie, so it counts for a device that is seen only once.
    assert codes[-1] == 429 and codes.count(200) >= 2


async def test_an_offer_must_be_an_offer(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        value = (await visitor.ticket())["value"]
        assert await calls(visitor, value, b"v=0" + bytes(100_000)) == (413, "offer_too_large")
        assert await calls(visitor, value, b"v=0" + bytes(10_000_000)) == (413, "request_too_large")
        assert await calls(visitor, value, b"\xff\xfe\x00") == (400, "not_an_offer")
        assert await calls(visitor, value, "hello") == (400, "not_an_offer")
        assert await calls(visitor, value, "{}", **{"Content-Type": "application/json"}) == (
            415,
            "unsupported_media_type",
        )
        assert (await calls(visitor, value, OFFER))[1] == "offer_refused"


async def test_the_engine_refuses_our_tickets(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        value = (await visitor.ticket())["value"]
        headers = {**SDP, "Authorization": f"Bearer {value}"}
        assert (await visitor.http.post("/v1/realtime/calls", content=OFFER, headers=headers)).status_code == 401


async def test_a_device_has_few_calls_at_once(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), device_sessions=1) as here, here.visitor() as visitor:
        async with visitor.talking():
            other = (await visitor.ticket(session_id=None))["value"]
            assert await visitor.opens_socket(other) == 429


async def test_when_all_lines_are_busy_it_says_so(tmp_path: Path) -> None:
    async with (
        house(tmp_path, ScriptedMind(), max_live_sessions=1) as here,
        here.visitor() as one,
        here.visitor() as two,
    ):
        async with one.talking():
            assert await two.opens_socket((await two.ticket())["value"]) == 503
        assert await two.opens_socket((await two.ticket())["value"]) == 101
