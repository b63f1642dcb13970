"""Typed conversations over a real socket."""

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Prompt, Say
from support.minds import ScriptedMind, last_words, saying
from support.served import serving_engine
from support.talker import talking


def echo(prompt: Prompt) -> list[Say]:
    return saying("You said: ", last_words(prompt))


async def test_a_typed_turn() -> None:
    mind = ScriptedMind(script=echo)
    async with serving_engine(Engine(Parts(mind))) as address, talking(address) as talker:
        await talker.configure(output_modalities=["text"])
        done = await talker.answer("Where is hall B?")
        assert done["response"]["status"] == "completed"
        assert done["response"]["output"][0]["content"] == [
            {"type": "output_text", "text": "You said: Where is hall B?"}
        ]
        assert (await talker.until("rate_limits.updated"))["rate_limits"]
        assert talker.types() == [
            "session.created",
            "session.updated",
            "conversation.item.added",
            "conversation.item.done",
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated",
        ]
