"""What nothing answered reaches staff, and what staff answer reaches the attendee: in the same conversation."""

from pathlib import Path
from typing import Any

from httpx2 import AsyncClient

from support.house import EVENT, House, house
from support.talker import Talker

QUESTION = "Is there a prayer room?"
ANSWER = "The prayer room is on the first floor, beside the library."


async def said(talker: Talker, question: str) -> str:
    await talker.writes(question)
    done = await talker.until("response.done")
    while any(item["type"] == "function_call" for item in done["response"]["output"]):
        done = await talker.until("response.done")
    text: str = done["response"]["output"][0]["content"][0]["text"]
    return text


async def gaps(here: House, **query: Any) -> list[dict[str, Any]]:
    async with staff(here) as http:
        response = await http.get("/api/staff/requests", params={"kind": "question", **query})
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["requests"]
    return found


def staff(here: House) -> AsyncClient:
    return AsyncClient(base_url=here.url, headers={**here.staff, "Origin": here.url}, trust_env=False)


async def test_an_answer_of_staff_is_given_from_then_on(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, here.visitor() as visitor, staff(here) as http:
        answers = f"/api/staff/events/{EVENT}/answers"
        async with visitor.talking(language="en") as talker:
            assert ANSWER not in await said(talker, QUESTION)
            [gap] = await gaps(here, state="open", event=EVENT)
            assert (gap["words"], gap["language"], gap["session_id"]) == (QUESTION, "en", visitor.session_id)
            body = {"question": QUESTION, "answer": ANSWER, "language": "en", "answers": gap["id"]}
            kept = (await http.post(answers, json=body)).json()
            assert await gaps(here, state="open") == []
            assert await said(talker, QUESTION) == ANSWER
            assert await said(talker, "Where can I find the prayer room please?") == ANSWER
        async with visitor.talking(language="de") as talker:
            answer = await said(talker, "Gibt es einen Gebetsraum?")
            assert answer == f"Das Team sagt, auf Englisch: {ANSWER}"
        [shown] = (await http.get(answers)).json()["answers"]
        assert (shown["id"], shown["answer"], shown["language"]) == (kept["id"], ANSWER, "en")
        assert (await http.delete(f"{answers}/{kept['id']}")).status_code == 204
        async with visitor.talking(language="en") as talker:
            assert ANSWER not in await said(talker, QUESTION)


async def test_what_was_answered_is_not_listed_and_words_go_with_their_key(
    tmp_path: Path, database_url: str | None
) -> None:
    async with house(tmp_path, None, database_url=database_url) as here, here.visitor() as visitor, staff(here) as http:
        async with visitor.talking(language="en") as talker:
            await said(talker, "Where is the Kotlin talk?")
            assert await gaps(here) == []
            await said(talker, QUESTION)
            await said(talker, QUESTION)
        [gap] = await gaps(here)
        # Who asked the same is served by the same step.
        assert (await http.post(f"/api/staff/requests/{gap['id']}", json={"state": "done"})).status_code == 204
        assert [one["state"] for one in await gaps(here)] == ["done"]
        await here.installation.ledger.erase(visitor.session_id or "")
        assert {one["words"] for one in await gaps(here)} == {None}


async def test_only_staff_see_and_answer(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, here.visitor() as visitor, staff(here) as http:
        await visitor.ticket()
        answers = f"/api/staff/events/{EVENT}/answers"
        body = {"question": QUESTION, "answer": ANSWER, "language": "en"}
        assert (await visitor.http.get("/api/staff/requests?kind=question")).status_code == 401
        assert (await visitor.http.post(answers, json=body)).status_code == 401
        assert (await http.post(answers, json={**body, "answer": "x" * 601})).status_code == 422
        assert (await http.post("/api/staff/events/nowhere/answers", json=body)).status_code == 404
        assert (await http.delete(f"{answers}/answer_none")).status_code == 404
        assert (await http.post(answers, json={**body, "answers": "req_none"})).status_code == 404
        assert (await http.get(answers)).json()["answers"] == [], "who is refused has changed nothing"


async def test_a_lone_yes_or_thanks_is_no_question_for_staff(tmp_path: Path) -> None:
    words = {"it": ("sì", "certo"), "en": ("yes please",), "fr": ("non merci",), "de": ("genau",), "es": ("vale",)}
    async with house(tmp_path, None) as here, here.visitor() as visitor:
        for language, lone in words.items():
            async with visitor.talking(language=language) as talker:
                for each in lone:
                    await said(talker, each)
        assert [gap["words"] for gap in await gaps(here)] == []
