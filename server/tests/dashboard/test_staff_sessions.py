"""Staff move, delay and cancel sessions; tools, running conversations and the journal know at once."""

from pathlib import Path
from typing import Any

from support.desk_staff import staff_member
from support.house import EVENT, finder, house
from support.minds import ScriptedMind
from support.provider import hosted, providing
from support.waiting import eventually

TALK = "1200474"
PATH = f"/api/staff/events/{EVENT}"


async def test_a_move_reaches_tools_conversations_and_the_log(tmp_path: Path) -> None:
    async with providing("Hello.", "Upstairs.") as provider:
        async with house(tmp_path, None, tools={"find_hall": finder()}, **hosted(provider)) as here:
            async with here.visitor() as visitor, staff_member(here) as anna, visitor.talking() as talker:
                await talker.answer("hi")
                before = {row["id"]: row for row in (await anna.gets(f"{PATH}/sessions"))["sessions"]}[TALK]
                body = {"action": "move", "start": "2026-04-18T16:05", "room": "sala fibonacci"}
                done = await anna.http.put(f"{PATH}/sessions/{TALK}", json=body)
                assert done.status_code == 200, done.text
                told: dict[str, Any] = done.json()
                assert (told["reached"], told["failed"], told["who"]) == (1, 0, "Anna")
                assert told["session"]["start"] == "2026-04-18T16:05:00+02:00"
                assert (told["session"]["room"], told["session"]["status"]) == ("Sala Fibonacci", "moved")
                assert (told["session"]["previous_start"], told["before"]["room"]) == (before["start"], before["room"])
                said = f"{before['title'][:20]}"
                await eventually(lambda: said in str(provider.configs[-1]["instructions"]))
                assert "moved, now 2026-04-18 16:05, Sala Fibonacci" in str(provider.configs[-1]["instructions"])
                programme = await here.installation.congresses.programme(EVENT)
                assert programme.by_id[TALK].room == "Sala Fibonacci"
                (change,) = (await anna.gets(f"{PATH}/changes"))["changes"]
                assert (change["who"], change["in_force"], change["after"]["room"]) == ("Anna", True, "Sala Fibonacci")


async def test_delay_cancel_hold_and_restore(tmp_path: Path) -> None:
    async with (
        house(tmp_path, ScriptedMind()) as here,
        staff_member(here) as anna,
        staff_member(here, "Bruno") as bruno,
    ):

        async def decides(who: Any, **body: Any) -> dict[str, Any]:
            response = await who.http.put(f"{PATH}/sessions/{TALK}", json=body)
            assert response.status_code == 200, response.text
            found: dict[str, Any] = response.json()["session"]
            return found

        moved = await decides(anna, action="move", room="Sala Fibonacci")
        delayed = await decides(bruno, action="delay", minutes=25)
        assert (delayed["room"], delayed["start"]) == ("Sala Fibonacci", "2026-04-18T12:25:00+02:00")
        assert delayed["end"] is not None and delayed["end"] != moved["end"]
        assert (await decides(anna, action="cancel"))["status"] == "cancelled"
        assert (await decides(anna, action="hold"))["status"] == "scheduled"
        restored = await decides(anna, action="restore")
        assert (restored["room"], restored["status"], restored["decided"]) == ("Sala Ricci", "scheduled", False)
        rows = (await anna.gets(f"{PATH}/changes"))["changes"]
        assert [row["who"] for row in rows] == ["Anna", "Anna", "Anna", "Bruno", "Anna"]
        assert not any(row["in_force"] for row in rows)


async def test_what_cannot_be_done_says_what_to_do(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as anna:
        for path, body, status, said in (
            (f"{PATH}/sessions/{TALK}", {"action": "move", "room": "Sala 99"}, 422, "Sala Ricci"),
            (f"{PATH}/sessions/{TALK}", {"action": "move"}, 422, "when or where"),
            (f"{PATH}/sessions/{TALK}", {"action": "delay"}, 422, "minutes"),
            (f"{PATH}/sessions/nothing", {"action": "cancel"}, 404, "again"),
            ("/api/staff/events/nowhere/sessions/1", {"action": "cancel"}, 404, "Import"),
        ):
            response = await anna.http.put(path, json=body)
            assert (response.status_code, said in response.text) == (status, True), response.text
        async with here.visitor() as visitor:
            assert (await visitor.http.put(f"{PATH}/sessions/{TALK}", json={"action": "cancel"})).status_code == 401
        assert (await anna.gets(f"{PATH}/changes"))["changes"] == []


async def test_who_did_not_see_a_colleague_s_decision_is_told_of_it(tmp_path: Path) -> None:
    async with (
        house(tmp_path, ScriptedMind()) as here,
        staff_member(here) as anna,
        staff_member(here, "Bruno") as bruno,
    ):
        path = f"{PATH}/sessions/{TALK}"

        async def looks() -> dict[str, Any]:
            row = {one["id"]: one for one in (await bruno.gets(f"{PATH}/sessions"))["sessions"]}[TALK]
            return {name: row[name] for name in ("start", "end", "room", "status")}

        seen = await looks()
        assert (await anna.http.put(path, json={"action": "cancel", "seen": seen})).status_code == 200
        late = await bruno.http.put(path, json={"action": "delay", "minutes": 10, "seen": seen})
        assert (late.status_code, late.json()["code"], late.json()["who"]) == (409, "session_changed", "Anna")
        assert (await looks())["status"] == "cancelled"
        again = await bruno.http.put(path, json={"action": "hold", "seen": await looks()})
        assert again.status_code == 200, again.text


async def test_a_slip_of_the_year_moves_nothing(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as anna:
        path = f"{PATH}/sessions/{TALK}"
        for slip in ("0026-04-18T12:00", "9999-12-31T23:59", "0001-01-01T00:00+14:00"):
            refused = await anna.http.put(path, json={"action": "move", "start": slip})
            assert (refused.status_code, refused.json()["param"]) == (422, "start")
            assert "2026-04-18" in refused.json()["hint"]
        done = await anna.http.put(path, json={"action": "move", "start": "2026-04-19T12:00"})
        assert done.status_code == 200, "a day later is none"
