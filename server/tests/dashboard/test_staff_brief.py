"""Staff tell Charlotte about the event: stored, shown before, brought to running conversations, undone."""

import asyncio
from pathlib import Path
from typing import Any

from support.desk_staff import staff_member
from support.house import EVENT, House, Visitor, finder, house
from support.minds import ScriptedMind
from support.mouths import ToneMouth
from support.provider import hosted, providing
from support.waiting import eventually


def told(provider: Any) -> str:
    return str(provider.configs[-1]["instructions"])


async def test_a_running_conversation_gets_the_change_at_once(tmp_path: Path) -> None:
    async with providing("Hello.", "Upstairs.") as provider:
        async with house(tmp_path, None, tools={"find_hall": finder()}, **hosted(provider)) as here:
            async with here.visitor() as visitor, staff_member(here) as staff, visitor.talking() as talker:
                await talker.answer("hi")
                assert '- emergency_number: "112"' in told(provider), "of the country, until staff tell another"
                saved = await staff.tells(desk="Hall A, by the stairs", city="Lucca")
                assert saved == {"version": 1, "reached": 1, "voice_waits": 0, "failed": 0}
                await eventually(lambda: "Hall A, by the stairs" in told(provider))
                assert '- city: "Lucca"' in told(provider)
                await talker.until("session.updated")
                await talker.answer("and now?")
                (row,) = await staff.sessions()
                assert (row["brief"], row["state"], row["turns"]) == (1, "waiting", 2)
            logs = await here.logs(visitor.session_id)
    updates = [event for event in provider.received if event["type"] == "session.update"]
    assert set(updates[-1]["session"]) == {"type", "instructions"}, "what did not change is not sent again"
    facts = {event["type"]: event["facts"] for event in logs["events"] if event["type"].startswith("charlotte.c")}
    assert facts["charlotte.call_opened"]["template"] == facts["charlotte.config_changed"]["template"]
    assert (facts["charlotte.call_opened"]["brief"], facts["charlotte.config_changed"]["brief"]) == (0, 1)
    assert "charlotte.config_reasserted" not in facts


async def test_the_next_conversation_begins_with_it_and_so_it_does_after_a_restart(tmp_path: Path) -> None:
    mind = ScriptedMind()
    async with house(tmp_path, mind) as here, staff_member(here) as staff:
        await staff.tells(desk="Hall A")
    async with house(tmp_path, mind) as here, here.visitor() as visitor, visitor.talking() as talker:
        assert '- desk: "Hall A"' in talker.received[0]["session"]["instructions"]
        await talker.answer("hi")
    assert mind.prompts[-1].variables["desk"] == "Hall A"
    assert mind.prompts[-1].variables["event"] == EVENT


async def test_another_event_hears_nothing_of_it(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        await staff.tells(desk="Hall A")
        staff.event = "other"
        response = await staff.tries(0, desk="Hall B")
        assert (response.status_code, response.json()["code"]) == (404, "not_found")


async def test_two_who_save_at_once_do_not_both_win(tmp_path: Path, database_url: str | None) -> None:
    async with house(tmp_path, ScriptedMind(), database_url=database_url) as here:
        async with staff_member(here, "Anna") as anna, staff_member(here, "Bruno") as bruno:
            answers = await asyncio.gather(*(who.tries(0, desk=f"Hall {n}") for n, who in enumerate((anna, bruno) * 4)))
            assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7
            await anna.tells(desk="Hall Z")
            late = await bruno.tries(1, desk="Hall 9")
            assert late.json()["code"] == "brief_changed"
            assert "Anna has changed these details meanwhile" in late.json()["message"]
            assert [fact["value"] for fact in (await bruno.brief())["facts"] if fact["name"] == "desk"] == ["Hall Z"]


async def test_the_history_tells_who_and_what_and_everything_can_be_undone(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here, "Anna") as anna:
        assert await anna.gets(f"/api/staff/events/{EVENT}/brief/history") == {"versions": [], "more": False}
        await anna.tells(desk="Hall A")
        await anna.tells(desk="Hall B", wifi="Expo, no password", voice="fast")
        path = f"/api/staff/events/{EVENT}/brief"
        assert [each["version"] for each in (await anna.gets(f"{path}/history"))["versions"]] == [2, 1]
        undone = await anna.http.post(f"{path}/restore", json={"base_version": 2, "version": 1})
        assert undone.json()["version"] == 3
        stale = await anna.http.post(f"{path}/restore", json={"base_version": 2, "version": 0})
        assert stale.status_code == 409
        nothing = await anna.http.post(f"{path}/restore", json={"base_version": 3, "version": 0})
        assert nothing.status_code == 200
        unknown = await anna.http.post(f"{path}/restore", json={"base_version": 4, "version": 9})
        assert unknown.status_code == 404
        versions = (await anna.gets(f"{path}/history"))["versions"]
        deeds = (await anna.gets("/api/staff/journal"))["deeds"]
    assert [(each["version"], each["who"], each["restores"]) for each in versions] == [
        (4, "Anna", 0),
        (3, "Anna", 1),
        (2, "Anna", None),
        (1, "Anna", None),
    ]
    assert versions[2]["changes"] == [
        {"name": "desk", "before": "Hall A", "after": "Hall B"},
        {"name": "wifi", "before": None, "after": "Expo, no password"},
        {"name": "voice", "before": None, "after": "fast"},
    ]
    assert versions[0]["changes"] == [{"name": "desk", "before": "Hall A", "after": None}]
    assert [deed["action"] for deed in deeds] == ["brief_restored", "brief_restored", "brief_saved", "brief_saved"]


async def test_a_preview_shows_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, staff_member(here) as staff:
        async with visitor.talking():
            path = f"/api/staff/events/{EVENT}/brief/preview"
            draft = {"variables": {"city": "Lucca", "desk": 'Hall "A"\n'}, "voice": None}
            seen = (await staff.http.post(path, json=draft)).json()
        assert seen["conversations"] == 1
        assert [line["text"] for line in seen["lines"] if line["kind"] == "removed"] == ['- city: "Pisa"']
        added = ['- city: "Lucca"', r'- desk: "Hall \"A\""']
        assert [line["text"] for line in seen["lines"] if line["kind"] == "added"] == added
        assert all(line in seen["instructions"] for line in added)
        assert (await staff.brief())["version"] == 0
        refused = await staff.http.post(path, json={"variables": {"desk": "x" * 999}})
        assert (refused.status_code, refused.json()["param"]) == (422, "desk")


def voice_of(here: House, visitor: Visitor) -> str | None:
    call = here.installation.switchboard.live_call(visitor.session_id or "")
    return call.config.voice if call else None


async def test_a_voice_that_was_heard_changes_with_another_call_under_the_same_socket(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here:
        here.installation.engine.parts.mouth = ToneMouth(ms_per_char=1)
        async with here.visitor() as spoken_to, here.visitor() as silent, staff_member(here) as staff:
            async with spoken_to.talking(mode="voice") as old, silent.talking(mode="voice") as new:
                await old.answer("hi")
                path = f"/api/staff/events/{EVENT}/brief/preview"
                seen = (await staff.http.post(path, json={"variables": {}, "voice": "fast"})).json()
                assert (seen["conversations"], seen["voice_waits"]) == (2, 1)
                saved = await staff.tells(desk="Hall A", voice="fast")
                assert (saved["reached"], saved["voice_waits"]) == (2, 1)
                echo = (await old.until("session.updated"))["session"]
                assert ("Hall A" in echo["instructions"], echo["audio"]["output"]["voice"]) == (True, "auto")
                await new.until("session.updated")
                assert (await new.until("session.updated"))["session"]["audio"]["output"]["voice"] == "fast"
                await eventually(lambda: voice_of(here, spoken_to) == "fast")
                assert (await old.answer("still there?"))["response"]["status"] == "completed"
                assert voice_of(here, silent) == "fast"
            entries = (await here.logs(spoken_to.session_id or ""))["events"]
            calls = [entry["facts"] for entry in entries if entry["type"] == "charlotte.call_opened"]
            assert len(calls) == 2 and calls[1]["replayed_items"] == 2, "the new call knows what was said"


async def test_a_language_that_changes_often_is_no_fight(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, staff_member(here) as staff:
        async with visitor.talking(language="en") as talker:
            for language in ("it", "de", "fr", "es", "it", "de", "en", "it"):
                await talker.configure(audio={"input": {"transcription": {"language": language}}})
                await talker.until("session.updated")
            await staff.tells(desk="Hall A")
            echo = (await talker.until("session.updated"))["session"]
            assert "Answer in Italian" in echo["instructions"]
            assert (await staff.sessions())[0]["language"] == "it"
            assert (await talker.answer("ciao"))["response"]["status"] == "completed"
