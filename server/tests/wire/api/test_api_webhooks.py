"""A telephone call by webhook: taken with our configuration, served by the sideband, hung up; or turned away."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from support.house import House, Visitor, finder, house
from support.provider import hosted
from support.telephone import OLD_SECRET, SECRET, Telephone, incoming, signed, telephoning
from support.waiting import eventually

HALL = [("find_hall", json.dumps({"hall": "B"}))]


async def deliver(visitor: Visitor, body: bytes, **sign: Any) -> tuple[int, dict[str, Any]]:
    headers = signed(body, *sign.pop("secrets", ()), **sign)
    reply = await visitor.http.post("/api/realtime/webhooks", content=body, headers=headers)
    return reply.status_code, reply.json()


def settings(telephone: Telephone, **more: Any) -> dict[str, Any]:
    return {**hosted(telephone.provider), "webhook_secret": SECRET, **more}


async def idle(here: House) -> None:
    await eventually(lambda: here.installation.switchboard.live == 0)


async def test_a_call_is_taken_with_our_tools_says_first_that_it_is_a_machine_and_is_hung_up(tmp_path: Path) -> None:
    async with (
        telephoning("Buongiorno, sono Charlotte.", HALL, "In hall B.") as telephone,
        house(tmp_path, None, tools={"find_hall": finder()}, **settings(telephone)) as here,
        here.visitor() as visitor,
    ):
        status, told = await deliver(visitor, incoming(Accept_Language="it-IT, en;q=0.5"))
        assert (status, told) == (200, {"outcome": "accepted"})
        config = telephone.accepted["rtc_1"]
        assert (config["type"], [tool["name"] for tool in config["tools"]]) == ("realtime", ["find_hall"])
        assert "Italian" in config["instructions"] and config["model"]
        await eventually(lambda: "response.create" in telephone.provider.types())
        first = next(event for event in telephone.provider.received if event["type"] == "response.create")
        assert "intelligenza artificiale" in first["response"]["instructions"]
        assert (await deliver(visitor, incoming(), delivery="wh_1"))[1] == {"outcome": "seen"}
        assert len(telephone.accepted) == here.installation.switchboard.live == 1
    assert telephone.hung_up == ["rtc_1"]


async def test_a_tool_call_of_a_telephone_call_runs_here(tmp_path: Path) -> None:
    async with (
        telephoning(HALL, "In hall B.") as telephone,
        house(tmp_path, None, tools={"find_hall": finder()}, **settings(telephone)) as here,
        here.visitor() as visitor,
    ):
        await deliver(visitor, incoming())
        outputs = lambda: [e["item"] for e in telephone.provider.received if "output" in e.get("item", {})]  # noqa: E731
        await eventually(lambda: outputs() != [])
        assert json.loads(outputs()[0]["output"])["hall"] == "B"


async def test_a_call_ends_when_its_time_is_over(tmp_path: Path) -> None:
    async with (
        telephoning("Hello.") as telephone,
        house(tmp_path, None, idle_seconds=1, **settings(telephone)) as here,
        here.visitor() as visitor,
    ):
        await deliver(visitor, incoming())
        await idle(here)
        assert telephone.hung_up == ["rtc_1"]


async def test_the_number_called_chooses_the_congress_and_an_unknown_one_is_declined(tmp_path: Path) -> None:
    numbers = "+390501234=devfest-pisa-2026, 999=no-such-congress"
    async with (
        telephoning("Hello.", "Hello.") as telephone,
        house(tmp_path, None, **settings(telephone, phone_events=numbers)) as here,
        here.visitor() as visitor,
    ):
        called = [("rtc_1", "<sip:+390501234@c.example>"), ("rtc_2", "tel:999"), ("rtc_3", "<sip:other@c.example>")]
        for call_id, to in called:
            assert (await deliver(visitor, incoming(call_id, to=to), delivery=call_id))[0] == 200
        assert (list(telephone.accepted), telephone.rejected) == (["rtc_1", "rtc_3"], {"rtc_2": 603})


async def test_a_full_house_is_busy(tmp_path: Path) -> None:
    async with (
        telephoning("Hello.") as telephone,
        house(tmp_path, None, max_live_sessions=1, **settings(telephone)) as here,
        here.visitor() as visitor,
    ):
        await deliver(visitor, incoming("rtc_1"), delivery="wh_1")
        assert (await deliver(visitor, incoming("rtc_2"), delivery="wh_2"))[1] == {"outcome": "rejected"}
        assert telephone.rejected == {"rtc_2": 486}


@pytest.mark.parametrize(("accept_status", "answer"), [(404, 200), (409, 200), (500, 502)])
async def test_a_call_that_is_gone_is_final_and_a_provider_that_fails_may_try_again(
    tmp_path: Path, accept_status: int, answer: int
) -> None:
    async with (
        telephoning("Hello.") as telephone,
        house(tmp_path, None, **settings(telephone)) as here,
        here.visitor() as visitor,
    ):
        telephone.accept_status = accept_status
        assert (await deliver(visitor, incoming()))[0] == answer
        assert here.installation.switchboard.live == 0
        telephone.accept_status = 200
        again = (await deliver(visitor, incoming()))[1]
        assert again == {"outcome": "accepted" if answer == 502 else "seen"}


async def test_a_repeated_delivery_counts_once_even_at_once_and_across_a_restart(tmp_path: Path) -> None:
    async with telephoning("Hello.") as telephone:
        async with house(tmp_path, None, **settings(telephone)) as here, here.visitor() as visitor:
            async with asyncio.TaskGroup() as tasks:
                tries = [tasks.create_task(deliver(visitor, incoming())) for _ in range(10)]
            outcomes = sorted(done.result()[1]["outcome"] for done in tries)
            assert outcomes == ["accepted", *["seen"] * 9]
        async with house(tmp_path, None, **settings(telephone)) as here, here.visitor() as visitor:
            assert (await deliver(visitor, incoming()))[1] == {"outcome": "seen"}


async def test_an_unknown_type_is_noted_and_a_broken_body_named(tmp_path: Path) -> None:
    async with (
        telephoning() as telephone,
        house(tmp_path, None, **settings(telephone, webhook_secret_old=OLD_SECRET)) as here,
        here.visitor() as visitor,
    ):
        live = json.dumps({"id": "evt_9", "type": "live.call.incoming", "data": {"session_id": "live_1"}}).encode()
        assert await deliver(visitor, live, secrets=(OLD_SECRET,)) == (200, {"outcome": "noted"})
        for number, body in enumerate((b"no json", b"[]", b"{}", incoming("../../hangup"), incoming("a/b"))):
            status, told = await deliver(visitor, body, delivery=f"wh_bad_{number}")
            assert (status, told["code"]) == (422, "bad_input")
        assert telephone.accepted == telephone.rejected == {}


async def test_forgers_get_one_answer_and_change_nothing(tmp_path: Path) -> None:
    async with (
        telephoning() as telephone,
        house(tmp_path, None, **settings(telephone)) as here,
        here.visitor() as visitor,
    ):
        body = incoming()
        headers = [signed(body, OLD_SECRET), signed(body, age_s=1000), signed(b"other"), {}]
        replies = [await visitor.http.post("/api/realtime/webhooks", content=body, headers=each) for each in headers]
        assert {(reply.status_code, reply.text) for reply in replies} == {(401, replies[0].text)}
        assert telephone.accepted == {} and here.installation.switchboard.live == 0
        assert (await deliver(visitor, b"x" * (300 * 1024)))[0] == 413


async def test_without_a_secret_webhooks_are_off(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, here.visitor() as visitor:
        status, told = await deliver(visitor, incoming())
        assert (status, told["code"]) == (404, "webhooks_off")
