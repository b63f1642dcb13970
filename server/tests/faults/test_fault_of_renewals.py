"""A renewal of a relayed call, whoever is speaking: nothing is lost, and nothing is answered twice."""

import asyncio
from pathlib import Path

from support.ears import InstantEar
from support.house import House, house
from support.minds import ScriptedMind, saying
from support.mouths import ToneMouth
from support.talker import Talker
from support.vads import LoudnessVad, silence, voice
from support.waiting import eventually


async def renewed(here: House, session_id: str | None, talker: Talker) -> None:
    """Send silence, as a microphone does, until another call serves."""
    switchboard = here.installation.switchboard
    before = switchboard.live_call(session_id or "")
    async with asyncio.timeout(20):
        while switchboard.live_call(session_id or "") in (None, before) or here.installation.engine.open_calls != 1:
            await talker.speaks(silence(100))
            await asyncio.sleep(0.05)


async def test_a_visitor_who_speaks_meanwhile_is_answered_once(tmp_path: Path) -> None:
    mind = ScriptedMind([saying("One."), saying("Two.")])
    async with house(tmp_path, mind) as here, here.visitor() as visitor:
        here.gets_voices(InstantEar("what is on"), ToneMouth(ms_per_char=5), LoudnessVad)
        async with visitor.talking(mode="voice") as talker:
            await talker.speaks(voice(900))
            await talker.until("input_audio_buffer.speech_started")
            assert here.installation.switchboard.renew(visitor.session_id or "", "cap")
            await eventually(lambda: here.installation.engine.open_calls == 2)
            await talker.speaks(silence(1_500))
            await talker.until("response.done")
            await renewed(here, visitor.session_id, talker)
            await talker.speaks(silence(1_500))
            await talker.answer("and now?")
            assert talker.types().count("response.created") == 2
    assert len(mind.prompts) == 2


async def test_whoever_holds_the_key_meanwhile_is_heard_from_the_first_word(tmp_path: Path) -> None:
    ear = InstantEar("what is on")
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        here.gets_voices(ear, ToneMouth(ms_per_char=5), LoudnessVad)
        async with visitor.talking(mode="voice") as talker:
            await talker.configure(audio={"input": {"turn_detection": None}})
            await talker.speaks(voice(1_000))
            assert here.installation.switchboard.renew(visitor.session_id or "", "cap")
            await renewed(here, visitor.session_id, talker)
            await talker.speaks(voice(1_000))
            await talker.send("input_audio_buffer.commit")
            await talker.send("response.create")
            await talker.until("response.done")
    heard = ear.heard[-1]
    loud = sum(abs(sample) > 0.1 for sample in heard) / len(heard)
    assert len(ear.heard) == 1 and len(heard) >= 2 * 16_000 and loud > 0.1
    assert abs(heard[:8_000]).max() > 0.1, "the first word was said to the call before"
