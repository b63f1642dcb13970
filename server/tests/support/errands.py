"""An attendee who wants something of the desk: the question, their yes by words or by tap, and what staff see."""

import json
from typing import Any

from charlotte.engine.mind import Call, Say
from support.house import House, Visitor
from support.minds import ScriptedMind, last_output
from support.talker import Talker

WISH = json.dumps({"message": "I lost a red bag", "place": "hall B"})
QUESTION = "Shall I tell the information desk: “I lost a red bag (hall B)”?"


def obedient() -> ScriptedMind:
    """Return a mind that asks for the tool each turn, puts the question, and says what came of it."""

    def script(prompt: Any) -> list[Say | Call]:
        output = last_output(prompt)
        if output is None:
            return [Call("ask_staff", WISH)]
        told = json.loads(output)
        return [Say(told.get("question") if told.get("state") == "pending" else told["type"], "en")]

    return ScriptedMind(script=script)


async def said(talker: Talker, words: str | None = None) -> str:
    if words is not None:
        await talker.writes(words)
    done = await talker.until("response.done")
    while done["response"]["output"][0]["type"] != "message":
        done = await talker.until("response.done")
    text: str = done["response"]["output"][0]["content"][0]["text"]
    return text


def confirmation(talker: Talker) -> dict[str, Any]:
    outputs = [event["item"]["output"] for event in talker.all("conversation.item.done") if "output" in event["item"]]
    told: dict[str, Any] = json.loads(outputs[-1])
    return told


async def requests(here: House, visitor: Visitor, **query: str) -> list[dict[str, Any]]:
    found = await visitor.http.get("/api/staff/requests", params=query, headers=here.staff)
    assert found.status_code == 200, found.text
    listed: list[dict[str, Any]] = found.json()["requests"]
    return listed


async def taps(visitor: Visitor, asked: dict[str, Any], *, yes: bool) -> tuple[int, dict[str, Any]]:
    body = {"session_id": visitor.session_id, "confirmation_id": asked["confirmation_id"], "yes": yes}
    reply = await visitor.http.post("/api/realtime/confirm", json=body)
    return reply.status_code, reply.json()


def confirmation_of(talker: Talker) -> dict[str, Any]:
    outputs = [event["item"]["output"] for event in talker.all("conversation.item.done") if "output" in event["item"]]
    return next(told for told in map(json.loads, outputs) if told["type"] == "confirmation")
