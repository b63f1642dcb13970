"""Who changed what: budgets, answers and requests stand in the staff's journal, and no visitor's word."""

from pathlib import Path

from support.desk_staff import staff_member
from support.house import EVENT, house
from support.registrations import says

QUESTION = "Is there a prayer room for travelling unicyclists?"


async def test_budgets_answers_and_requests_are_written_down_with_who_changed_them(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, here.visitor() as visitor, staff_member(here, "Anna") as anna:
        async with visitor.talking(language="en") as talker:
            await says(talker, QUESTION)
        [gap] = (await anna.gets("/api/staff/requests", kind="question"))["requests"]
        budget = {"event_usd": "9.50", "session_usd": None, "afterwards": "nothing"}
        assert (await anna.http.put("/api/staff/budgets", params={"event": EVENT}, json=budget)).status_code == 200
        assert (await anna.http.put("/api/staff/budgets", json=budget)).status_code == 200
        body = {"question": QUESTION, "answer": "Room 5.", "language": "en", "answers": gap["id"]}
        answers = f"/api/staff/events/{EVENT}/answers"
        kept = (await anna.http.post(answers, json=body)).json()
        assert (await anna.http.delete(f"{answers}/{kept['id']}")).status_code == 204
        assert (await anna.http.delete(f"{answers}/{kept['id']}")).status_code == 404
        assert (await anna.http.post(f"/api/staff/requests/{gap['id']}", json={"state": "open"})).status_code == 204
        deeds = (await anna.gets("/api/staff/journal"))["deeds"]
    assert {deed["who"] for deed in deeds} == {"Anna"} and "prayer" not in str(deeds)
    opened, taken_back, done, given, everywhere, here_only = deeds
    assert (opened["action"], opened["event_id"], opened["session_id"]) == ("request_changed", EVENT, gap["session_id"])
    assert opened["details"] == {"request": gap["id"], "kind": "question", "before": "done", "state": "open"}
    assert (done["details"]["before"], done["details"]["state"]) == ("open", "done")
    assert (taken_back["action"], taken_back["details"]) == ("answer_taken_back", {"answer": kept["id"]})
    assert (given["action"], given["details"]) == ("answer_given", {"answer": kept["id"], "language": "en"})
    assert (everywhere["action"], everywhere["event_id"]) == ("budget_changed", None)
    assert here_only["details"]["before"]["event_usd"] is None
    assert (here_only["event_id"], here_only["details"]["after"]["event_usd"]) == (EVENT, "9.500000000")
