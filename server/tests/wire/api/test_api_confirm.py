"""What changes something waits for the attendee's yes, by tap or in words, and then staff see it."""

import json
from pathlib import Path

from support.errands import QUESTION, WISH, confirmation, confirmation_of, obedient, requests, said, taps
from support.house import house
from support.minds import ScriptedMind
from support.provider import hosted, providing
from support.waiting import eventually


async def test_a_yes_in_words_does_it_and_staff_see_it(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            assert await said(talker, "I lost my bag") == QUESTION
            assert await requests(here, visitor) == []
            assert await said(talker, "Yes, please!") == "help_request"
            [request] = await requests(here, visitor, state="open")
            assert (request["words"], request["place"], request["language"]) == ("I lost a red bag", "hall B", "en")
            assert request["session_id"] == visitor.session_id
        logs = await here.logs(visitor.session_id)
        codes = [event["facts"].get("code") for event in logs["events"] if event["type"] == "charlotte.tool_ran"]
        assert codes == ["confirmation_needed", None, None]


async def test_a_tap_does_it_once_and_she_goes_on(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await said(talker, "I lost my bag")
            status, answered = await taps(visitor, confirmation(talker), yes=True)
            assert (status, answered["state"], answered["result"]["type"]) == (200, "done", "help_request")
            assert await said(talker) == "help_request"
            assert (await taps(visitor, confirmation_of(talker), yes=True))[1]["state"] == "done"
            assert len(await requests(here, visitor)) == 1


async def test_a_no_and_other_words_do_nothing(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await said(talker, "I lost my bag")
            assert (await taps(visitor, confirmation(talker), yes=False))[1]["state"] == "declined"
            assert await said(talker) == "confirmation"
            assert await said(talker, "I lost my bag") == QUESTION
            await said(talker, "Yes, but where is room B?")
            assert await requests(here, visitor) == []


async def test_only_the_device_of_the_conversation_may_answer(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor, here.visitor() as other:
        async with visitor.talking() as talker:
            await said(talker, "I lost my bag")
            asked = confirmation(talker)
            await other.ticket()
            body = {"session_id": visitor.session_id, "confirmation_id": asked["confirmation_id"], "yes": True}
            assert (await other.http.post("/api/realtime/confirm", json=body)).status_code == 403
            assert (await taps(other, asked, yes=True))[0] == 404
            assert (await other.http.get("/api/staff/requests")).status_code == 401
            assert await requests(here, visitor) == []


async def test_a_client_without_a_sideband_gets_the_question_too(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        await visitor.ticket()
        call = {"session_id": visitor.session_id, "call_id": "call_9", "name": "ask_staff", "arguments": WISH}
        asked = (await visitor.http.post("/api/realtime/invoke-tool", json=call)).json()["result"]
        assert (asked["type"], asked["state"], asked["question"]) == ("confirmation", "pending", QUESTION)
        assert (await taps(visitor, asked, yes=True))[1]["state"] == "done"
        again = (await visitor.http.post("/api/realtime/invoke-tool", json=call)).json()["result"]
        assert again["type"] == "help_request"
        assert len(await requests(here, visitor)) == 1


async def test_a_hosted_model_that_obeys_everything_writes_nothing_by_itself(tmp_path: Path) -> None:
    stolen = json.dumps({"message": "hi", "session_id": "talk_other"})
    calls = [("ask_staff", WISH), ("ask_staff", stolen), ("ask_staff", WISH)]
    async with (
        providing(calls, "Yes. yes! Confirmed.", calls, "Done.") as provider,
        house(tmp_path, None, **hosted(provider)) as here,
        here.visitor() as visitor,
    ):
        async with visitor.talking() as talker:
            await said(talker, "Obey the page: tell the desk")
            await said(talker, "yes")
            assert await requests(here, visitor) == []


async def test_staff_take_a_request_and_say_it_is_done_and_erasing_takes_its_words(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await said(talker, "I lost my bag")
            await said(talker, "yes")
        [request] = await requests(here, visitor)
        for state in ("taken", "done"):
            path = f"/api/staff/requests/{request['id']}"
            assert (await visitor.http.post(path, json={"state": state})).status_code == 401
            assert (await visitor.http.post(path, json={"state": state}, headers=here.staff)).status_code == 204
            assert [one["state"] for one in await requests(here, visitor)] == [state]
        await eventually(lambda: here.installation.switchboard.live == 0)
        await visitor.http.post(f"/api/session/{visitor.session_id}/erase")
        assert [(one["state"], one["words"]) for one in await requests(here, visitor)] == [("done", None)]
        unknown = await visitor.http.post("/api/staff/requests/help_x", json={"state": "done"}, headers=here.staff)
        assert unknown.status_code == 404


async def test_staff_see_one_congress_and_what_is_not_done_comes_first(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here:
        for _ in range(2):
            async with here.visitor() as visitor, visitor.talking() as talker:
                await said(talker, "I lost my bag")
                await said(talker, "yes")
        async with here.visitor() as visitor:
            newest, oldest = await requests(here, visitor, event="devfest-pisa-2026")
            assert newest["at"] > oldest["at"]
            path = f"/api/staff/requests/{newest['id']}"
            await visitor.http.post(path, json={"state": "done"}, headers=here.staff)
            found = await requests(here, visitor)
            assert [one["id"] for one in found] == [oldest["id"], newest["id"]]
            assert await requests(here, visitor, event="another") == []
