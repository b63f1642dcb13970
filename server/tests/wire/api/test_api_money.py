"""Money in conversations: charged once, kept over a restart, and never spent beyond the budget."""

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from httpx2 import AsyncClient, Response
from sqlalchemy import select

from charlotte.database import connect
from charlotte.ledger.accounts import Account
from charlotte.ledger.metering import Charge, Meter
from charlotte.ledger.prices import read_prices
from charlotte.ledger.tables import charges
from charlotte.session.happened import CallEnded, Happened
from support.house import House, house
from support.provider import Provider, hosted, providing
from support.waiting import eventually

USED = {
    "input_tokens": 1000,
    "output_tokens": 200,
    "input_token_details": {"text_tokens": 1000, "audio_tokens": 0},
    "output_token_details": {"text_tokens": 200, "audio_tokens": 0},
}
NANO = 1000 * 4000 + 200 * 24_000
"""Of one such answer."""


def upstream(provider: Provider) -> dict[str, Any]:
    return {**hosted(provider), "upstream_model": "gpt-realtime-2.1"}


async def charged(data: Path, url: str | None = None) -> list[Any]:
    database = connect(data, url)
    try:
        async with database.connect() as connection:
            return list(await connection.execute(select(charges).order_by(charges.c.at)))
    finally:
        await database.dispose()


def spent(here: House) -> int:
    return here.installation.ledger.budgets.spent("devfest-pisa-2026").event


async def test_an_answer_is_charged_once_however_often_it_is_told(tmp_path: Path, database_url: str | None) -> None:
    async with providing("One.", "Two.") as provider:
        provider.usage = USED
        async with (
            house(tmp_path, None, **upstream(provider), database_url=database_url) as here,
            here.visitor() as visitor,
        ):
            async with visitor.talking() as talker:
                first = await talker.answer("first")
                await talker.answer("second")
            relayed = {"session_id": visitor.session_id, "event": first}
            for headers in (here.staff, {}):
                reply = await visitor.http.post("/api/realtime/invoke-tool", json=relayed, headers=headers)
                assert reply.status_code == 200, reply.text
            forged = {**first, "response": {**first["response"], "id": "resp_forged"}}
            await visitor.http.post("/api/realtime/invoke-tool", json={**relayed, "event": forged})
            assert spent(here) == 2 * NANO
            by_staff = {**relayed, "event": forged}
            await visitor.http.post("/api/realtime/invoke-tool", json=by_staff, headers=here.staff)
            assert spent(here) == 3 * NANO, "a server that calls on a visitor's behalf is believed"
    rows = await charged(tmp_path, database_url)
    assert [row.nano_usd for row in rows] == [NANO] * 3
    assert {(row.upstream, row.model, row.event_id) for row in rows} == {
        ("realtime", "gpt-realtime-2.1", "devfest-pisa-2026")
    }
    async with providing() as provider, house(tmp_path, None, **upstream(provider), database_url=database_url) as here:
        assert spent(here) == 3 * NANO, "the sum survives a restart"


async def test_a_spent_budget_goes_on_with_the_embedded_engine(tmp_path: Path) -> None:
    async with providing(*["Answer."] * 9) as provider:
        provider.usage = USED
        settings = {**upstream(provider), "budget_session": "0.05"}
        async with house(tmp_path, None, **settings) as here:
            budgets = here.installation.ledger.budgets
            async with here.visitor() as visitor, visitor.talking() as talker:
                session = await here.installation.ledger.find(visitor.session_id or "")
                answers = 0
                while budgets.verdict(session) == "ok":
                    await talker.answer("more")
                    answers += 1
                    await here.installation.ledger.entries(session.id, with_words=False)
                assert 3 <= answers <= 5, "not long before the budget, and not after"
                done = await talker.answer("What is on now?")
                assert done["response"]["status"] == "completed", "the same socket, another engine"
                assert budgets.verdict(session) == "degrade"
                again = (await visitor.ticket())["upstream"]
            assert again == "embedded"
            await eventually(lambda: here.installation.switchboard.live == 0)
            opened = [
                entry["facts"]["upstream"]
                for entry in await here.installation.ledger.entries(session.id, with_words=False)
                if entry["type"] == "charlotte.call_opened"
            ]
            assert opened[0] != "embedded" and opened[-1] == "embedded"
            assert spent(here) <= 50_000_000
            async with here.visitor() as other, other.talking() as talker:
                await talker.answer("another conversation has a budget of its own")


async def test_money_that_is_there_again_brings_the_hosted_voice_back(tmp_path: Path) -> None:
    async with providing(*["Answer."] * 9) as provider:
        provider.usage = USED
        async with house(tmp_path, None, **{**upstream(provider), "budget_session": "0.02"}) as here:
            switchboard, budgets = here.installation.switchboard, here.installation.ledger.budgets
            async with here.visitor() as visitor, visitor.talking() as talker:
                session = await here.installation.ledger.find(visitor.session_id or "")
                while budgets.verdict(session) == "ok":
                    await talker.answer("more")
                    await here.installation.ledger.entries(session.id, with_words=False)
                await talker.answer("What is on now?")

                def served_by() -> str:
                    call = switchboard.live_call(session.id)
                    return call.upstream if call else ""

                assert served_by() == "embedded"
                places = switchboard._places.all()
                await eventually(lambda: [place.best for place in places] == ["embedded"])
                body = {"event_usd": None, "session_usd": "5"}
                reply = await visitor.http.put("/api/staff/budgets", json=body, headers=here.staff)
                assert reply.status_code == 200, reply.text
                await eventually(lambda: served_by() == "realtime")
                done = await talker.answer("And now?")
                assert done["response"]["status"] == "completed", "the same socket, the hosted voice"
                switchboard.breakers.failed(here.installation.api.upstreams.hosted[0], "failed")
                await eventually(lambda: [place.best for place in places] == ["embedded"])
                assert places[0].renew is not None and served_by() == "realtime", "nobody is moved down"
                assert here.installation.engine.open_calls == 0


async def test_a_charge_that_comes_late_does_not_end_the_free_call(tmp_path: Path) -> None:
    async with providing(*["Answer."] * 9) as provider:
        provider.usage = USED
        async with house(tmp_path, None, **{**upstream(provider), "budget_session": "0.02"}) as here:
            budgets = here.installation.ledger.budgets
            async with here.visitor() as visitor, visitor.talking() as talker:
                session = await here.installation.ledger.find(visitor.session_id or "")
                while budgets.verdict(session) == "ok":
                    await talker.answer("more")
                    await here.installation.ledger.entries(session.id, with_words=False)
                await talker.answer("What is on now?")
                call = here.installation.switchboard.live_call(session.id)
                assert call is not None and call.upstream == "embedded"
                late = Charge("response", "resp_late", "realtime", "gpt-realtime-2.1", 1_000_000)
                account = Account(session.id, session.event_id, session.device_id)
                over = Happened(CallEnded(reason="budget"), "charlotte", datetime.now(UTC), 0.0)
                budgets.note(over, account, Meter(read_prices(), {}), (late,), over)
                budgets.leave(over)
                assert (await talker.answer("And then?"))["response"]["status"] == "completed"
                assert here.installation.switchboard.live_call(session.id) is call


async def test_nothing_is_served_where_the_organiser_wants_it_so(tmp_path: Path) -> None:
    async with providing(*["Answer."] * 9) as provider:
        provider.usage = USED
        settings = {**upstream(provider), "budget_session": "0.02", "budget_afterwards": "nothing"}
        async with house(tmp_path, None, **settings) as here, here.visitor() as visitor:
            async with visitor.talking() as talker:
                session = await here.installation.ledger.find(visitor.session_id or "")
                while here.installation.ledger.budgets.verdict(session) == "ok":
                    await talker.answer("more")
                    await here.installation.ledger.entries(session.id, with_words=False)
                await talker.socket.wait_closed()
                assert talker.socket.close_reason == "budget"
            refused = await visitor.asks_for_ticket()
            assert (refused.status_code, refused.json()["code"]) == (429, "budget_spent")


async def staff(here: House, method: str, path: str, **sent: Any) -> Response:
    async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False) as http:
        return await http.request(method, path, **sent)


def cells(reply: Response) -> list[dict[str, str]]:
    assert reply.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(reply.text)))


async def test_logs_tell_what_each_turn_cost(tmp_path: Path) -> None:
    async with providing("One.", "Two.") as provider:
        provider.usage = USED
        async with house(tmp_path, None, **upstream(provider)) as here, here.visitor() as visitor:
            async with visitor.talking() as talker:
                await talker.answer("first")
                await talker.answer("second")
            logs = await here.logs(visitor.session_id or "")
            path = f"/api/session/{visitor.session_id}/logs?format=csv"
            events, turns = cells(await staff(here, "GET", path)), cells(await staff(here, "GET", f"{path}&rows=turns"))
    assert [(turn["turn"], turn["cost_micro_usd"]) for turn in logs["turns"]] == [(1, 8800), (2, 8800)]
    assert {(turn["upstream"], turn["cost_estimated"]) for turn in logs["turns"]} == {("realtime", False)}
    assert Decimal(logs["cost_usd"]) == Decimal("0.0176") == sum(Decimal(turn["cost_usd"]) for turn in logs["turns"])
    assert [turn["end_of_speech"] for turn in logs["turns"]] == sorted(turn["end_of_speech"] for turn in logs["turns"])
    priced = [row for row in events if row["cost_usd"]]
    assert [(row["type"], row["turn"], row["cost_micro_usd"]) for row in priced] == [
        ("response.done", "1", "8800"),
        ("response.done", "2", "8800"),
    ]
    assert all(row["done_ms"] for row in priced)
    assert [(row["turn"], row["cost_micro_usd"], row["input_tokens"]) for row in turns] == [
        ("1", "8800", "1000"),
        ("2", "8800", "1000"),
    ]


async def test_staff_see_what_was_spent_and_by_whom(tmp_path: Path, database_url: str | None) -> None:
    settings: dict[str, Any] = {"upstream_model": "=mystery()"}
    async with providing("One.", "Two.", "Three.") as provider:
        provider.usage = USED
        async with house(tmp_path, None, **{**upstream(provider), **settings}, database_url=database_url) as here:
            async with here.visitor() as one, here.visitor() as two:
                assert (await one.http.get("/api/staff/costs")).status_code == 401
                for visitor, questions in ((one, 2), (two, 1)):
                    async with visitor.talking() as talker:
                        for _ in range(questions):
                            await talker.answer("?")
            await here.logs(one.session_id or "")
            costs = (await staff(here, "GET", "/api/staff/costs?by=session")).json()
            models = cells(await staff(here, "GET", "/api/staff/costs?by=model&format=csv"))
            nothing = (await staff(here, "GET", "/api/staff/costs?event=other&by=device")).json()
            hours = (await staff(here, "GET", "/api/staff/costs?event=devfest-pisa-2026")).json()
            metrics = (await staff(here, "GET", "/metrics")).text
    assert [row["key"] for row in costs["rows"]] == [one.session_id, two.session_id], "the dearest first"
    assert [row["responses"] for row in costs["rows"]] == [2, 1]
    assert sum(Decimal(row["cost_usd"]) for row in costs["rows"]) == Decimal(costs["cost_usd"]) > 0
    assert costs["unpriced"] == [{"upstream": "realtime", "model": "=mystery()"}]
    assert costs["prices"]["source"].startswith("genai-prices")
    assert (models[0]["model"], models[0]["unpriced"], models[0]["output_tokens"]) == (
        "realtime/=mystery()",
        "3",
        "600",
    )
    assert (nothing["rows"], Decimal(nothing["cost_usd"])) == ([], 0)
    assert len(hours["rows"]) in (1, 2) and hours["cost_usd"] == costs["cost_usd"]
    assert 'charlotte_cost_usd_total{model="=mystery()",upstream="realtime"}' in metrics


async def test_staff_change_budgets_while_a_call_runs(tmp_path: Path) -> None:
    path = "/api/staff/budgets"
    async with providing(*["Answer."] * 4) as provider:
        provider.usage = USED
        async with house(tmp_path, None, **upstream(provider)) as here:
            async with here.visitor() as visitor:
                assert (await visitor.http.get(path)).status_code == 401
                assert (await visitor.http.put(path, json={"event_usd": "9", "session_usd": None})).status_code == 401
                async with visitor.talking() as talker:
                    await talker.answer("one")
                    body = {"event_usd": "0.0088", "session_usd": None}
                    reply = await staff(here, "PUT", f"{path}?event=devfest-pisa-2026", json=body)
                    assert reply.status_code == 200, reply.text
                    done = await talker.answer("What is on now?")
                    assert done["response"]["status"] == "completed"
            (event,) = (await staff(here, "GET", path)).json()["events"]
            assert (event["verdict"], event["spent_micro_usd"]) == ("degrade", 8800)
            for bad in ({"event_usd": "-1", "session_usd": None}, {"event_usd": "x", "session_usd": None}, {}):
                assert (await staff(here, "PUT", path, json=bad)).status_code == 422
            assert (await staff(here, "PUT", f"{path}?event=none", json=body)).status_code == 404
        async with house(tmp_path, None, **upstream(provider)) as here:
            shown = (await staff(here, "GET", path)).json()
            assert shown["events"][0]["verdict"] == "degrade", "the budget and what is spent survive a restart"
            assert shown["every_event"]["event_usd"] is None
            body = {"event_usd": "5", "session_usd": "1.50", "afterwards": "nothing"}
            shown = (await staff(here, "PUT", f"{path}?event=devfest-pisa-2026", json=body)).json()
            assert Decimal(shown["events"][0]["session_usd"]) == Decimal("1.5")
            assert (shown["events"][0]["verdict"], shown["events"][0]["afterwards"]) == ("ok", "nothing")
