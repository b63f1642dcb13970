"""Tools through the gateway, for calls with a sideband and for clients without."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from charlotte.engine.mind import Call, Say
from support.house import Visitor, finder, house
from support.minds import ScriptedMind, last_output, last_words
from support.talker import Talker


def asking(*halls: str) -> ScriptedMind:
    """Return a mind that looks up each hall in one response and then says what the tools gave."""

    def script(prompt: Any) -> list[Say | Call]:
        if last_output(prompt) is None:
            return [Call("find_hall", json.dumps({"hall": hall})) for hall in halls]
        outputs = [json.loads(item.output) for item in prompt.items if item.type == "function_call_output"]
        return [Say(" ".join(output.get("hall") or output["error"]["code"] for output in outputs), "en")]

    return ScriptedMind(script=script)


async def answer(talker: Talker, question: str) -> str:
    await talker.writes(question)
    done = await talker.until("response.done")
    while done["response"]["output"][0]["type"] != "message":
        done = await talker.until("response.done")
    text: str = done["response"]["output"][0]["content"][0]["text"]
    return text


async def test_a_call_runs_on_the_server_and_its_result_is_used(tmp_path: Path) -> None:
    async with house(tmp_path, asking("B"), tools={"find_hall": finder()}) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            assert await answer(talker, "Where is hall B?") == "B"
        outputs = [event for event in talker.all("conversation.item.done") if "output" in event["item"]]
        result = json.loads(outputs[0]["item"]["output"])
        assert result["asked_by"] == visitor.session_id
        logs = await here.logs(visitor.session_id)
    ran = [event for event in logs["events"] if event["type"] == "charlotte.tool_ran"]
    assert [(event["facts"]["name"], event["facts"]["ok"]) for event in ran] == [("find_hall", True)]
    assert [(turn["tool_calls"], turn["status"]) for turn in logs["turns"]] == [(1, "completed")]


async def test_a_tool_that_does_not_answer_is_told_as_such(tmp_path: Path) -> None:
    never = finder(waits_for=asyncio.Event())
    async with house(tmp_path, asking("B"), tools={"find_hall": never}, tool_seconds=0.05) as here:
        async with here.visitor() as visitor, visitor.talking() as talker:
            assert await answer(talker, "Where is hall B?") == "tool_timeout"


async def test_a_tool_that_answers_after_its_time_is_told_once(tmp_path: Path) -> None:
    may_answer = asyncio.Event()
    late = finder(waits_for=may_answer)
    async with house(tmp_path, asking("B"), tools={"find_hall": late}, tool_seconds=0.05) as here:
        async with here.visitor() as visitor, visitor.talking() as talker:
            assert await answer(talker, "Where is hall B?") == "tool_timeout"
            may_answer.set()
            done = await talker.until("response.done")
            assert done["response"]["output"][0]["content"][0]["text"] == "tool_timeout B"
        logs = await here.logs(visitor.session_id)
    ran = [event["facts"]["ok"] for event in logs["events"] if event["type"] == "charlotte.tool_ran"]
    assert ran == [False, True]


async def test_the_real_tools_answer_the_shipped_dialogue(tmp_path: Path) -> None:
    async with house(tmp_path, None, now="2026-04-18T10:55") as here, here.visitor() as visitor:
        async with visitor.talking(language="it") as talker:
            assert "11:10" in await answer(talker, "Quando comincia «Shift left with performance testing»?")
            assert "Ricci" in await answer(talker, "E dove?")


async def invoke(visitor: Visitor, **body: Any) -> tuple[int, dict[str, Any]]:
    response = await visitor.http.post("/api/realtime/invoke-tool", json=body)
    return response.status_code, response.json()


async def test_invoke_tool_gives_the_result_and_what_to_send_next_once(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), tools={"find_hall": finder()}) as here, here.visitor() as visitor:
        session_id = (await visitor.ticket())["session_id"]
        call = {"session_id": session_id, "call_id": "call_1", "name": "find_hall"}
        status, first = await invoke(visitor, **call, arguments={"hall": "B"})
        assert (status, first["result"]["hall"], first["result"]["asked_by"]) == (200, "B", session_id)
        item = first["events"][0]["item"]
        assert [event["type"] for event in first["events"]] == ["conversation.item.create", "response.create"]
        assert (item["type"], item["call_id"], json.loads(item["output"])) == (
            "function_call_output",
            "call_1",
            first["result"],
        )
        assert await invoke(visitor, **call, arguments='{"hall": "C"}') == (200, first)
        logs = await here.logs(session_id)
    assert [event["type"] for event in logs["events"]].count("charlotte.tool_ran") == 1


async def test_invoke_tool_takes_events_as_the_upstream_sent_them(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), tools={"find_hall": finder()}) as here, here.visitor() as visitor:
        session_id = (await visitor.ticket())["session_id"]
        ids = {"event_id": "event_1", "response_id": "resp_1", "item_id": "item_1", "output_index": 0}
        call = {"call_id": "call_9", "name": "find_hall", "arguments": '{"hall": "B"}'}
        done = {"type": "response.function_call_arguments.done", **ids, **call}
        assert (await invoke(visitor, session_id=session_id, event=done))[1]["result"]["hall"] == "B"
        item = {"type": "function_call", "id": "item_1", "status": "completed", **call}
        whole = {"type": "response.output_item.done", **ids, "item": item}
        assert (await invoke(visitor, session_id=session_id, event=whole))[1]["result"]["hall"] == "B"
        delta = {"type": "response.output_text.delta", **ids, "content_index": 0, "delta": "Ciao"}
        assert await invoke(visitor, session_id=session_id, event=delta) == (200, {"result": None, "events": []})
        logs = await here.logs(session_id, words=True)
    types = [event["type"] for event in logs["events"]]
    assert types == ["charlotte.tool_ran", "response.output_text.delta"]
    assert logs["events"][1]["words"]["delta"] == "Ciao"


@pytest.mark.parametrize("odd", ['"\\ud800"', "9" * 100, "[" * 300 + "]" * 300])
@pytest.mark.parametrize("field", ['"call_id": "c", "name": "find_hall", "arguments"', '"event"'])
async def test_invoke_tool_refuses_what_cannot_be_passed_on(tmp_path: Path, field: str, odd: str) -> None:
    async with house(tmp_path, ScriptedMind(), tools={"find_hall": finder()}) as here, here.visitor() as visitor:
        session_id = (await visitor.ticket())["session_id"]
        body = f'{{"session_id": "{session_id}", {field}: {{"type": "odd", "hall": {odd}}}}}'
        headers = {"Content-Type": "application/json"}
        refused = await visitor.http.post("/api/realtime/invoke-tool", content=body, headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (422, "bad_input")
        assert (await here.logs(session_id))["events"] == []


async def test_a_body_beyond_the_bound_is_refused_before_it_is_whole(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        for path in ("/api/realtime/token", "/api/realtime/invoke-tool", "/api/nowhere"):
            reader, writer = await asyncio.open_connection(*here.address.split(":"))
            head = f"POST {path} HTTP/1.1\r\nHost: {here.address}\r\nContent-Type: application/json\r\n"
            writer.write(head.encode() + b"Content-Length: 1000000000\r\n\r\n" + b" " * 300_000)
            assert b"413" in await reader.readline()
            writer.close()
        assert (await visitor.asks_for_ticket()).status_code == 200


async def test_invoke_tool_is_for_the_conversations_own_device(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind(), tools={"find_hall": finder()}) as here:
        async with here.visitor() as visitor, here.visitor() as stranger:
            call = {"session_id": (await visitor.ticket())["session_id"], "call_id": "c", "name": "find_hall"}
            assert (await invoke(stranger, **call))[0] == 401
            await stranger.ticket()
            assert (await invoke(stranger, **call))[0] == 403
            stranger.http.headers["Authorization"] = "Bearer wrong"
            assert (await invoke(stranger, **call))[0] == 401
            stranger.http.headers.update(here.staff)
            assert (await invoke(stranger, **call, arguments={"hall": "B"}))[0] == 200
            assert (await invoke(visitor, session_id=call["session_id"]))[0] == 422
            status, problem = await invoke(visitor, **{**call, "call_id": "d"}, arguments={"room": 1})
            assert (status, problem["result"]["error"]["code"]) == (200, "bad_tool_call")


async def test_a_conversation_goes_on_after_its_tools(tmp_path: Path) -> None:
    mind = asking("B")
    async with house(tmp_path, mind, tools={"find_hall": finder()}) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await answer(talker, "Where is hall B?")
            await answer(talker, "Thank you")
    assert last_words(mind.prompts[-1]) == "Thank you"
