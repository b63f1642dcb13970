"""What is kept of a conversation: encrypted, for staff only, and no longer than it may be."""

import csv
import io
from datetime import timedelta
from pathlib import Path

from httpx2 import AsyncClient

from support.clocks import ManualClock
from support.house import House, finder, house
from support.minds import ScriptedMind, saying

CANARY = "Zarathustra-Quagga"
REPLY = "Okapi-Wombat-Reply"


def files_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def status(here: House, path: str, **headers: str) -> int:
    async with AsyncClient(base_url=here.url, headers=headers, trust_env=False) as http:
        return (await http.get(path)).status_code


async def test_words_are_on_disk_only_encrypted_and_come_back_for_staff(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind([saying(REPLY)]), retention=True) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await talker.answer(f"Where is {CANARY}?")
        with_words = await here.logs(visitor.session_id, words=True)
        without = await here.logs(visitor.session_id)
        live = files_of(tmp_path)
    for kept in (live, files_of(tmp_path)):
        assert CANARY.encode() not in kept
        assert REPLY.encode() not in kept
    assert CANARY in str(with_words) and REPLY in str(with_words)
    assert CANARY not in str(without) and REPLY not in str(without)
    assert without["events"][-1]["type"] == "charlotte.words_read", "reading words leaves a trace"


async def test_the_journal_is_ordered_and_measures_turns(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind([saying("One."), saying("Two.")])) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await talker.answer("first")
            await talker.answer("second")
        logs = await here.logs(visitor.session_id)
    seqs = [event["seq"] for event in logs["events"]]
    assert seqs == list(range(1, len(seqs) + 1))
    types = [event["type"] for event in logs["events"]]
    assert types[0] == "charlotte.call_opened"
    assert types[-1] == "charlotte.call_ended"
    assert types.count("response.done") == 2
    assert len(logs["turns"]) == 2
    for turn in logs["turns"]:
        assert turn["status"] == "completed"
        assert 0 <= turn["first_text_ms"] <= turn["done_ms"]
        assert turn["input_tokens"] > 0


async def test_logs_are_for_staff(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        path = f"/api/session/{(await visitor.ticket())['session_id']}/logs"
        assert (await visitor.http.get(path)).status_code == 401
        assert await status(here, path, Authorization="Bearer wrong") == 401
        assert await status(here, path, **here.staff) == 200
        assert await status(here, "/api/session/talk_none/logs", **here.staff) == 404
        code = here.installation.api.staff.new_link_code()
        signed_in = await visitor.http.get(f"/api/staff/sign-in?code={code}")
        assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/staff/")
        assert (await visitor.http.get(path)).status_code == 200
        assert (await visitor.http.get("/api/staff/me")).json() == {"staff": True, "name": "Staff"}
        foreign = await visitor.http.get(path, headers={"Origin": "https://evil.example"})
        assert foreign.status_code == 403
        await visitor.http.post("/api/staff/sign-out")
        assert (await visitor.http.get(path)).status_code == 401


async def test_logs_as_a_table(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), tools={"find_hall": finder()}) as here, here.visitor() as visitor:
        session_id = (await visitor.ticket())["session_id"]
        call = {"session_id": session_id, "call_id": "call_1", "name": "=cmd()", "arguments": {}}
        await visitor.http.post("/api/realtime/invoke-tool", json=call)
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False) as http:
            response = await http.get(f"/api/session/{session_id}/logs?format=csv")
    assert response.headers["content-type"].startswith("text/csv")
    (row,) = csv.DictReader(io.StringIO(response.text))
    assert (row["type"], row["call_id"]) == ("charlotte.tool_ran", "call_1")
    assert row["name"] == "'=cmd()", "a spreadsheet must not run what a name says"


async def test_a_visitor_can_have_everything_erased_at_once(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind([saying(REPLY)]), retention=True) as here:
        async with here.visitor() as visitor, here.visitor() as stranger:
            async with visitor.talking() as talker:
                await talker.answer(CANARY)
                path = f"/api/session/{visitor.session_id}/erase"
                await stranger.ticket()
                assert (await stranger.http.post(path)).status_code == 403
                assert (await visitor.http.post(path)).status_code == 204
                await talker.socket.wait_closed()
                assert talker.socket.close_reason == "erased"
            logs = await here.logs(visitor.session_id, words=True)
            assert (await visitor.asks_for_ticket()).status_code == 404
    assert not any("words" in event for event in logs["events"])
    assert [event["type"] for event in logs["events"]].count("response.done") == 1


async def test_words_live_as_long_as_the_conversation_unless_kept(tmp_path: Path) -> None:
    clock = ManualClock()
    async with house(tmp_path, ScriptedMind([saying(REPLY)]), clock=clock) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await talker.answer(CANARY)
            await here.installation.switchboard.hang_up(visitor.session_id, "visitor_left")
        sweep = {"resume": timedelta(minutes=30)}
        ledger = here.installation.ledger
        clock.advance(29 * 60)
        assert await ledger.sweep(**sweep, retention=None) == []
        clock.advance(2 * 60)
        assert await ledger.sweep(**sweep, retention=timedelta(days=30)) == []
        assert CANARY in str(await here.logs(visitor.session_id, words=True))
        clock.advance(31 * 86_400)
        assert await ledger.sweep(**sweep, retention=timedelta(days=30)) == [visitor.session_id]
        assert CANARY not in str(await here.logs(visitor.session_id, words=True))


async def test_a_live_conversation_is_never_swept(tmp_path: Path) -> None:
    clock = ManualClock()
    async with house(tmp_path, ScriptedMind(), clock=clock, idle_seconds=86_400, session_minutes=1440) as here:
        async with here.visitor() as visitor, visitor.talking() as talker:
            clock.advance(3600)
            assert await here.installation.ledger.sweep(resume=timedelta(minutes=30), retention=None) == []
            assert (await talker.answer("still there?"))["response"]["status"] == "completed"
