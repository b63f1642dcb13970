"""A conversation outlives its connection, its call and the server."""

from pathlib import Path

from support.house import EVENT, house
from support.minds import ScriptedMind, saying
from support.talker import Talker
from support.waiting import eventually


def texts(mind: ScriptedMind) -> list[str]:
    return [item.content[0].text for item in mind.prompts[-1].items if item.type == "message"]


async def types_text(talker: Talker, text: str, item_id: str) -> None:
    item = {"type": "message", "id": item_id, "role": "user", "content": [{"type": "input_text", "text": text}]}
    await talker.send("conversation.item.create", item=item)
    await talker.send("response.create")
    await talker.until("response.done")


async def test_a_new_call_knows_what_was_said(tmp_path: Path) -> None:
    mind = ScriptedMind([saying("Room A."), saying("At ten."), saying("Anna.")])
    async with house(tmp_path, mind) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await types_text(talker, "where?", "item_mine_1")
        async with visitor.talking() as talker:
            await types_text(talker, "when?", "item_mine_2")
            assert texts(mind) == ["where?", "Room A.", "when?"]
        async with visitor.talking() as talker:
            await types_text(talker, "who?", "item_mine_3")
        logs = await here.logs(visitor.session_id)
    assert texts(mind) == ["where?", "Room A.", "when?", "At ten.", "who?"]
    opened = [event["facts"]["replayed_items"] for event in logs["events"] if event["type"] == "charlotte.call_opened"]
    assert opened == [0, 2, 4]
    added = [event["facts"]["item"]["id"] for event in logs["events"] if event["type"] == "conversation.item.added"]
    assert len(added) == len(set(added)) == 6, "what is told again is not journalled again"
    assert [turn["spoken"] for turn in logs["turns"]] == [False] * 3


async def test_the_conversation_survives_a_restart_of_the_server(tmp_path: Path) -> None:
    before = ScriptedMind([saying("Room A.")])
    async with house(tmp_path, before) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await types_text(talker, "where?", "item_mine_1")
            here.installation.switchboard.live_call(visitor.session_id).end("server_stopping")
            await talker.socket.wait_closed()
            assert (talker.socket.close_code, talker.socket.close_reason) == (1012, "server_stopping")
        cookies, session_id = visitor.http.cookies, visitor.session_id
    after = ScriptedMind([saying("At ten.")])
    async with house(tmp_path, after) as here, here.visitor() as visitor:
        visitor.http.cookies.update(cookies)
        visitor.session_id = session_id
        async with visitor.talking() as talker:
            await types_text(talker, "when?", "item_mine_2")
        logs = await here.logs(session_id)
    assert texts(after) == ["where?", "Room A.", "when?"]
    assert after.prompts[-1].variables["event"] == EVENT
    seqs = [event["seq"] for event in logs["events"]]
    assert seqs == list(range(1, len(seqs) + 1))
    assert len(logs["turns"]) == 2


async def test_a_second_call_takes_over_from_the_first(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        async with visitor.talking() as first:
            async with visitor.talking() as second:
                await first.socket.wait_closed()
                assert (first.socket.close_code, first.socket.close_reason) == (1000, "replaced")
                assert here.installation.switchboard.live == 1
                assert (await second.answer("hello"))["response"]["status"] == "completed"
        logs = await here.logs(visitor.session_id)
    ended = [event["facts"]["reason"] for event in logs["events"] if event["type"] == "charlotte.call_ended"]
    assert ended == ["replaced", "visitor_left"]


async def test_leaving_ends_the_call(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            assert (await visitor.http.post(f"/api/session/{visitor.session_id}/leave")).status_code == 204
            await talker.socket.wait_closed()
        assert here.installation.switchboard.live == 0
        await eventually(lambda: here.installation.engine.open_calls == 0)
