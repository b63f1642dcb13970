"""How responses run: beside each other, cut, limited, failed, with tools of the engine's own."""

import asyncio
import base64
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
import websockets

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.errors import Unavailable
from charlotte.protocol.config import FunctionTool
from support.clocks import ManualClock
from support.ears import InstantEar
from support.minds import ScriptedMind, last_output, last_words, saying
from support.mouths import ToneMouth
from support.served import serving_engine
from support.talker import talking
from support.vads import LoudnessVad, silence, voice

TEXT = {"output_modalities": ["text"]}
TOOL = {"type": "function", "name": "find_room", "parameters": {"type": "object", "properties": {}}}


@dataclass
class WaitingMind:
    """Says its first clause, then waits until it may go on."""

    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        yield Say("First, ", "en")
        await self.may_go_on.wait()
        yield Say(last_words(prompt), "en")


@dataclass
class Rooms:
    """One tool that knows a room."""

    tools: Sequence[FunctionTool] = (FunctionTool(name="find_room"),)
    ran: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)

    async def run(self, name: str, arguments: str, variables: Mapping[str, Any]) -> str:
        self.ran.append((name, arguments, variables))
        return "room 5"


def asks_tool_first(prompt: Prompt) -> list[Say | Call]:
    output = last_output(prompt)
    if output is None and prompt.tools:
        return [Say("Let me look. ", "en"), Call(prompt.tools[0].name, "{}")]
    return list(saying("It is ", output or "unknown", "."))


async def test_only_one_response_writes_the_conversation_others_run_beside_it() -> None:
    mind = WaitingMind()
    async with serving_engine(Engine(Parts(mind))) as address, talking(address) as talker:
        await talker.configure(**TEXT)
        await talker.writes("one")
        await talker.until("response.output_text.delta")
        await talker.send("response.create", event_id="second")
        error = (await talker.until("error"))["error"]
        assert (error["code"], error["event_id"]) == ("conversation_already_has_active_response", "second")
        aside = {"conversation": "none", "metadata": {"topic": "aside"}, "input": []}
        await talker.send("response.create", response=aside)
        created = await talker.until("response.created")
        assert created["response"]["conversation_id"] is None
        assert created["response"]["metadata"] == {"topic": "aside"}
        mind.may_go_on.set()
        first, second = await talker.until("response.done"), await talker.until("response.done")
        texts = {
            e["response"]["conversation_id"] is None: e["response"]["output"][0]["content"] for e in (first, second)
        }
        assert texts[False] == [{"type": "output_text", "text": "First, one"}]
        assert texts[True] == [{"type": "output_text", "text": "First, "}]
        beside = [e for e in talker.all("conversation.item.added") if e["item"]["role"] == "assistant"]
        assert len(beside) == 1


async def test_cancelling_one_beside_leaves_the_question_that_waits() -> None:
    mind = WaitingMind()
    parts = Parts(mind, ear=InstantEar(), mouth=ToneMouth(), vad_factory=LoudnessVad)
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        patient = {"type": "server_vad", "interrupt_response": False}
        await talker.configure(**TEXT, audio={"input": {"turn_detection": patient, "transcription": {}}})
        await talker.writes("one")
        await talker.until("response.output_text.delta")
        await talker.speaks(voice(500), silence(700))
        await talker.until("conversation.item.input_audio_transcription.completed")
        await talker.send("response.create", response={"conversation": "none", "input": []})
        beside = (await talker.until("response.created"))["response"]["id"]
        await talker.send("response.cancel", response_id=beside)
        assert (await talker.until("response.done"))["response"]["id"] == beside
        mind.may_go_on.set()
        assert (await talker.until("response.done"))["response"]["status"] == "completed"
        assert (await talker.until("response.created"))["response"]["conversation_id"] is not None


async def test_cancelling_keeps_what_was_said() -> None:
    async with serving_engine(Engine(Parts(WaitingMind()))) as address, talking(address) as talker:
        await talker.configure(**TEXT)
        await talker.writes("one")
        await talker.until("response.output_text.delta")
        await talker.send("response.cancel")
        done = (await talker.until("response.done"))["response"]
        assert done["status"] == "cancelled"
        assert done["status_details"] == {"type": "cancelled", "reason": "client_cancelled"}
        assert done["output"][0]["status"] == "incomplete"
        assert done["output"][0]["content"][0]["text"] == "First, "
        types = talker.types()
        assert types.index("response.output_text.done") < types.index("response.output_item.done")
        await talker.send("response.create")
        await talker.until("response.output_text.delta")


async def test_speech_cuts_an_answer_being_made() -> None:
    parts = Parts(WaitingMind(), ear=InstantEar(), mouth=ToneMouth(), vad_factory=LoudnessVad, clock=ManualClock())
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        await talker.writes("one")
        await talker.until("response.output_audio.delta")
        await talker.speaks(voice(600))
        await talker.until("input_audio_buffer.speech_started")
        done = (await talker.until("response.done"))["response"]
        assert done["status_details"] == {"type": "cancelled", "reason": "turn_detected"}


async def test_an_answer_stops_at_its_limit() -> None:
    mind = ScriptedMind(turns=[saying("One two three ", "four five six")])
    async with serving_engine(Engine(Parts(mind))) as address, talking(address) as talker:
        await talker.configure(**TEXT)
        await talker.send("response.create", response={"max_output_tokens": 4})
        done = (await talker.until("response.done"))["response"]
        assert done["status"] == "incomplete"
        assert done["status_details"]["reason"] == "max_output_tokens"
        assert done["output"][0]["content"][0]["text"] == "One two three four"
        assert done["usage"]["output_tokens"] == 4


async def test_a_mind_that_fails_is_told() -> None:
    mind = ScriptedMind(turns=[[Say("Well, ", "en"), Unavailable("The agenda is closed.")], saying("Better now.")])
    async with serving_engine(Engine(Parts(mind))) as address, talking(address) as talker:
        await talker.configure(**TEXT)
        done = (await talker.answer("one"))["response"]
        assert done["status"] == "failed"
        assert done["status_details"]["error"]["code"] == "unavailable"
        assert (await talker.answer("two"))["response"]["status"] == "completed"


async def test_a_voice_that_fails_leaves_the_words() -> None:
    mouth = ToneMouth(failure=Unavailable("The voice broke."))
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=mouth))) as address, talking(address) as talker:
        await talker.writes("one")
        assert (await talker.until("error"))["error"]["code"] == "voice_unavailable"
        done = (await talker.until("response.done"))["response"]
        assert done["status"] == "completed"
        assert done["output"][0]["content"][0]["transcript"] == "Hello there!"


async def test_an_ear_that_fails_is_told() -> None:
    parts = Parts(ScriptedMind(), ear=InstantEar(failure=RuntimeError("decoder")), vad_factory=LoudnessVad)
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        await talker.configure(audio={"input": {"transcription": {"model": "whisper-1"}}})
        await talker.speaks(voice(500), silence(700))
        failed = await talker.until("conversation.item.input_audio_transcription.failed")
        assert failed["error"]["message"]
        await talker.configure()
        assert not talker.all("response.created")


async def test_models_that_still_load_are_told_and_come_later() -> None:
    engine = Engine(Parts(ScriptedMind()))
    async with serving_engine(engine) as address, talking(address) as talker:
        await talker.speaks(voice(300))
        assert (await talker.until("error"))["error"]["code"] == "hearing_unavailable"
        engine.parts.ear, engine.parts.vad_factory, engine.parts.mouth = InstantEar(), LoudnessVad, ToneMouth()
        await talker.speaks(silence(300), voice(500), silence(700))
        assert (await talker.until("response.done"))["response"]["status"] == "completed"


async def test_built_in_tools_run_unseen() -> None:
    rooms = Rooms()
    mind = ScriptedMind(script=asks_tool_first)
    parts = Parts(mind, builtin_tools=rooms, variables=lambda: {"event": "demo"})
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        await talker.configure(**TEXT, prompt={"id": "charlotte", "variables": {"city": "Pisa"}})
        done = (await talker.answer("Where?"))["response"]
        assert [item["type"] for item in done["output"]] == ["message"]
        assert done["output"][0]["content"][0]["text"] == "Let me look. It is room 5."
        assert rooms.ran == [("find_room", "{}", {"event": "demo", "city": "Pisa"})]
        assert not any("function" in type_ for type_ in talker.types())


async def test_a_clients_own_tools_are_the_clients_to_run() -> None:
    rooms = Rooms()
    parts = Parts(ScriptedMind(script=asks_tool_first), mouth=ToneMouth(ms_per_char=5), builtin_tools=rooms)
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        await talker.configure(tools=[TOOL])
        done = (await talker.answer("Where?"))["response"]
        message, call = done["output"]
        assert message["content"][0]["transcript"] == "Let me look. "
        output = {"type": "function_call_output", "call_id": call["call_id"], "output": "hall B"}
        await talker.send("conversation.item.create", item=output)
        await talker.send("response.create")
        done = (await talker.until("response.done"))["response"]
        assert done["output"][0]["content"][0]["transcript"] == "It is hall B."
        assert rooms.ran == []


async def test_the_voice_is_locked_once_heard() -> None:
    parts = Parts(ScriptedMind(), mouth=ToneMouth())
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        await talker.configure(audio={"output": {"voice": "marin"}})
        await talker.answer("one")
        session = {"type": "realtime", "instructions": "New.", "audio": {"output": {"voice": "cedar"}}}
        await talker.send("session.update", session=session)
        assert (await talker.until("error"))["error"]["code"] == "cannot_update_voice"
        updated = await talker.configure(audio={"output": {"voice": "marin"}})
        assert updated["session"]["instructions"] == ""


async def test_telephone_sound_both_ways() -> None:
    mouth = ToneMouth(ms_per_char=20)
    parts = Parts(ScriptedMind(), ear=InstantEar(), mouth=mouth, vad_factory=LoudnessVad)
    async with serving_engine(Engine(parts)) as address, talking(address) as talker:
        pcmu = {"format": {"type": "audio/pcmu"}}
        updated = await talker.configure(audio={"input": pcmu, "output": pcmu})
        assert updated["session"]["audio"]["output"]["format"] == {"type": "audio/pcmu"}
        await talker.answer("one")

        sound = b"".join(base64.b64decode(e["delta"]) for e in talker.all("response.output_audio.delta"))
        assert abs(len(sound) / 8 - len("Hello there!") * 20) <= 20


async def test_a_reader_that_does_not_read_is_dropped_and_the_others_go_on() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind()))) as address, talking(address) as talker:
        await talker.configure(**TEXT)
        content = [{"type": "output_text", "text": "x" * 50_000}]
        item = {"id": "long", "type": "message", "role": "assistant", "content": content}
        await talker.send("conversation.item.create", item=item)
        await talker.until("conversation.item.done")
        call_id = talker.received[0]["session"]["id"]
        async with talking(address, f"?call_id={call_id}", receive_buffer=65536) as stuck:
            for _ in range(400):
                await stuck.send("conversation.item.retrieve", item_id="long")
            assert (await talker.answer("Still well?"))["response"]["status"] == "completed"
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await stuck.until("never")
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1013
        await talker.configure()
