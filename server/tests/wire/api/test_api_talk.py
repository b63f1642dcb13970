"""A visitor's typed conversation through the real server: ticket, relay, tools, journal."""

from pathlib import Path

from support.house import EVENT, house
from support.minds import ScriptedMind, saying


async def test_a_typed_question_is_answered(tmp_path: Path) -> None:
    mind = ScriptedMind([saying("At ten, ", "in Room A.")])
    async with house(tmp_path, mind) as here, here.visitor() as visitor:
        token = await visitor.ticket()
        assert token["event"] == EVENT
        assert token["value"].startswith("ek_")
        async with visitor.talking(token["value"]) as talker:
            created = talker.received[0]["session"]
            assert created["output_modalities"] == ["text"]
            assert "DevFest" in created["instructions"]
            done = await talker.answer("When is the keynote?")
        assert done["response"]["output"][0]["content"][0]["text"] == "At ten, in Room A."
    assert mind.prompts[0].variables["event"] == EVENT
    assert mind.prompts[0].language == "en"
