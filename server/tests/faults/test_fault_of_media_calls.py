"""Calls over WebRTC whose upstream fails or whose time is over: the page is told to call again, and is served."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import websockets

from charlotte.engine.mind import Call, Prompt, Say
from support.caller import Caller, calling
from support.clocks import ManualClock
from support.ears import InstantEar
from support.hosting import hosting
from support.house import House, Visitor, house
from support.minds import ScriptedMind, saying
from support.mouths import ToneMouth
from support.vads import LoudnessVad, voice
from support.waiting import eventually

SENTENCES = ("The keynote is at nine. ", "DevBox follows in Sala Ricci. ", "Lunch is at one. ", "See you there.")
QUESTION_MS = 900
SILENT_S = 0.9
"""After so long the page tells."""


def the_rest(prompt: Prompt) -> Sequence[Say | Call | Exception]:
    """Say what was not heard, as the shipped dialogue does."""
    heard = str(prompt.variables.get("heard") or "")
    return saying(*(sentence for sentence in SENTENCES if sentence.strip() not in heard))


@asynccontextmanager
async def listening(here: House, visitor: Visitor) -> AsyncIterator[list[dict[str, Any]]]:
    """Collect the signals a page gets."""
    await visitor.ticket(mode="voice")
    url = f"ws://{here.address}/api/session/{visitor.session_id}/signals"
    headers = {"Cookie": visitor.cookie}
    async with websockets.connect(
        url, origin=websockets.Origin(here.url), additional_headers=headers, proxy=None
    ) as line:
        heard: list[dict[str, Any]] = []

        async def listen() -> None:
            async for text in line:
                heard.append(json.loads(text))

        async with asyncio.TaskGroup() as tasks:
            task = tasks.create_task(listen())
            yield heard
            task.cancel()


def speaks_locally(here: House, ms_per_char: float = 20.0) -> None:
    here.gets_voices(InstantEar("what is on"), ToneMouth(ms_per_char=ms_per_char), LoudnessVad)


def assert_said_once(logs: dict[str, Any], second: Caller) -> None:
    """The sentences heard in the broken call are kept as such, and the next call says all others: none twice."""
    kept = next(
        event["words"]["item"]
        for event in logs["events"]
        if event["source"] == "charlotte" and event["type"] == "conversation.item.done"
    )
    heard = kept["content"][0]["transcript"]
    rest = "".join(event["delta"] for event in second.received if event["type"].endswith("transcript.delta"))
    assert kept["status"] == "incomplete" and heard.startswith(SENTENCES[0].strip()) and rest
    assert f"{heard} {rest}" == "".join(SENTENCES)


@dataclass
class Stalling:
    """A dialogue that says so many sentences of its answer, and then nothing more."""

    sentences: int
    prompts: list[Prompt] = field(default_factory=list)

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        for sentence in SENTENCES[: self.sentences]:
            yield Say(sentence, "en")
        await asyncio.Event().wait()


async def asks(caller: Caller) -> None:
    caller.mic.plays(voice(QUESTION_MS, rate_hz=48_000))
    await caller.until("output_audio_buffer.started")


async def falls_silent(caller: Caller) -> bool:
    """Tell whether nothing was loud for so long."""
    before = caller.loud_ms
    await asyncio.sleep(SILENT_S)
    return caller.loud_ms == before > 0


def ended(logs: dict[str, Any]) -> list[str]:
    """Return why the calls ended, oldest first."""
    return [event["facts"]["reason"] for event in logs["events"] if event["type"] == "charlotte.call_ended"]


async def answered(caller: Caller) -> None:
    """Wait until an answer is made and sounds, whichever comes first."""
    for type_ in ("response.done", "output_audio_buffer.started"):
        if type_ not in caller.types():
            await caller.until(type_)


async def test_an_upstream_lost_in_mid_sentence_is_replaced_and_the_rest_is_said(tmp_path: Path) -> None:
    # Its voice is as fast as the server supposes: fifteen characters a second.
    async with hosting(ScriptedMind([saying(*SENTENCES)]), ms_per_char=1000 / 15) as provider:
        local = ScriptedMind(script=the_rest)
        async with house(tmp_path, local, **provider.settings) as here, here.visitor() as visitor:
            speaks_locally(here)
            async with listening(here, visitor) as signals:
                async with calling(here.address, post=visitor.opens_call) as caller:
                    await asks(caller)
                    await asyncio.sleep(3.1)  # the first sentence takes 1.6 s, the second 2 s more
                    provider.breaks()
                    await eventually(lambda: [one["type"] for one in signals[-1:]] == ["renew"])
                async with calling(here.address, post=visitor.opens_call) as caller:
                    await caller.until("output_audio_buffer.started")
                    await caller.until("output_audio_buffer.stopped")
            logs = await here.logs(visitor.session_id, words=True)
            await eventually(lambda: here.installation.switchboard.live == 0)
        provider.heals()
    assert [signal["type"] for signal in signals] == ["serving", "bridging", "renew", "serving"]
    assert (signals[0]["rung"], signals[3]["rung"], signals[3]["why"]) == ("hosted", "embedded", "fault")
    assert signals[1]["answer_owed"] and signals[2] == {"type": "renew", "why": "fault", "broken": True}
    assert_said_once(logs, caller)


@pytest.mark.parametrize("broken", [True, False], ids=["broken", "lost by the page"])
async def test_what_did_not_sound_at_the_page_is_said_again(tmp_path: Path, broken: bool) -> None:
    async with hosting(ScriptedMind([saying(*SENTENCES)]), ms_per_char=1000 / 15) as provider:
        local = ScriptedMind(script=the_rest)
        async with house(tmp_path, local, **provider.settings) as here, here.visitor() as visitor:
            speaks_locally(here)
            async with calling(here.address, post=visitor.opens_call) as caller:
                await asks(caller)
                response_id = caller.received[-1]["response_id"]
                await asyncio.sleep(3.1)
                if broken:
                    provider.breaks()
                    await eventually(lambda: here.installation.switchboard.live == 0)
                else:
                    here.installation.switchboard.breakers.failed(here.installation.api.upstreams.hosted[0], "failed")
                # It stood in the network, or in the page: of the three seconds one came.
                visitor.heard = {"response_id": response_id, "sounded_ms": 1_000}
                async with calling(here.address, post=visitor.opens_call) as again:
                    await answered(again)
                    said = [event["delta"] for event in again.received if event["type"].endswith("transcript.delta")]
        provider.heals()
    assert "".join(said) == "".join(SENTENCES)
    assert SENTENCES[0].strip() not in str(local.prompts[-1].items), "nobody thinks that it was heard"


@pytest.mark.parametrize("page_tells", [True, False], ids=["the page tells", "the page does not tell"])
async def test_an_answer_that_falls_silent_is_finished(tmp_path: Path, page_tells: bool) -> None:
    async with hosting(Stalling(2), ms_per_char=1000 / 15) as provider:
        local = ScriptedMind(script=the_rest)
        async with house(tmp_path, local, **provider.settings) as here, here.visitor() as visitor:
            speaks_locally(here)
            async with listening(here, visitor) as signals:
                async with calling(here.address, post=visitor.opens_call) as caller:
                    await asks(caller)
                    response_id = caller.received[-1]["response_id"]
                    while page_tells and not await falls_silent(caller):
                        pass
                    if page_tells:
                        await visitor.hears_nothing(response_id, SILENT_S)
                        visitor.heard = {"response_id": response_id, "sounded_ms": round(caller.loud_ms)}
                    await eventually(lambda: [one["type"] for one in signals[-1:]] == ["renew"], within_s=30)
                async with calling(here.address, post=visitor.opens_call) as caller:
                    await answered(caller)
            await eventually(lambda: here.installation.switchboard.live == 0)
            logs = await here.logs(visitor.session_id, words=True)
    assert [signal["type"] for signal in signals][:3] == ["serving", "bridging", "renew"]
    assert ended(logs)[0] == "stalled"
    rest = "".join(event["delta"] for event in caller.received if event["type"].endswith("transcript.delta"))
    assert rest == "".join(SENTENCES[2:]), "what had sounded when it fell silent was heard"


async def test_an_answer_that_never_begins_is_given_by_somebody_else(tmp_path: Path) -> None:
    async with hosting(Stalling(0)) as provider:
        local = ScriptedMind(script=the_rest)
        async with house(tmp_path, local, **provider.settings) as here, here.visitor() as visitor:
            speaks_locally(here)
            async with listening(here, visitor) as signals:
                async with calling(here.address, post=visitor.opens_call) as caller:
                    caller.mic.plays(voice(QUESTION_MS, rate_hz=48_000))
                    await eventually(lambda: [one["type"] for one in signals[-1:]] == ["renew"], within_s=30)
                async with calling(here.address, post=visitor.opens_call) as caller:
                    await answered(caller)
                    await eventually(lambda: [one["type"] for one in signals[-1:]] == ["serving"])
            await eventually(lambda: here.installation.switchboard.live == 0)
            logs = await here.logs(visitor.session_id)
            assert here.installation.switchboard.breakers.state("realtime").phase == "closed"
    said = [event["delta"] for event in caller.received if event["type"].endswith("transcript.delta")]
    assert "".join(said) == "".join(SENTENCES)
    assert ended(logs)[0] == "slow"
    assert (signals[-1]["rung"], signals[-1]["why"]) == ("embedded", "fault")


async def test_the_page_is_told_while_the_hang_up_still_waits_for_the_network(tmp_path: Path) -> None:
    async with hosting(ScriptedMind()) as provider:
        async with house(tmp_path, ScriptedMind(), **provider.settings) as here, here.visitor() as visitor:
            speaks_locally(here)
            async with listening(here, visitor) as signals, calling(here.address, post=visitor.opens_call):
                await eventually(lambda: bool(signals))
                provider.line.swallows = True
                provider.line.reset()
                await eventually(lambda: signals[-1:] == [{"type": "renew", "why": "fault", "broken": True}])
                await eventually(lambda: here.installation.switchboard.live == 0)
                assert provider.engine.open_calls == 1, "the hang-up went nowhere"
                provider.line.swallows = False
                await eventually(lambda: provider.engine.open_calls == 0, within_s=30)


async def test_words_that_nobody_understood_are_asked_for_again(tmp_path: Path) -> None:
    async with hosting(ScriptedMind()) as provider:
        async with house(tmp_path, ScriptedMind(), **provider.settings) as here, here.visitor() as visitor:
            speaks_locally(here)
            async with listening(here, visitor) as signals, calling(here.address, post=visitor.opens_call) as caller:
                await eventually(lambda: bool(signals))
                caller.mic.plays(voice(6_000, rate_hz=48_000))
                await caller.until("input_audio_buffer.speech_started")
                provider.breaks()
                await eventually(lambda: [one["type"] for one in signals[-1:]] == ["renew"])
            provider.heals()
    assert signals[1] == {"type": "bridging", "answer_owed": False, "words_lost": True}


async def test_a_call_takes_over_before_the_cap_and_the_first_is_hung_up(tmp_path: Path) -> None:
    clock = ManualClock()
    mind = ScriptedMind([saying("One."), saying("Two.")])
    async with house(tmp_path, mind, clock=clock, session_minutes=600, idle_seconds=99_999) as here:
        speaks_locally(here)
        switchboard, engine = here.installation.switchboard, here.installation.engine
        async with here.visitor() as visitor, listening(here, visitor) as signals:
            async with calling(here.address, post=visitor.opens_call) as first:
                await asks(first)
                await first.until("output_audio_buffer.stopped")
                clock.advance(3600 - 59)
                await eventually(lambda: signals[-1:] == [{"type": "renew", "why": "cap", "broken": False}])
                async with calling(here.address, post=visitor.opens_call) as second:
                    assert engine.open_calls == 2 and not first.closed.is_set(), "made before the other is broken"
                    await second.send("session.update", session={"type": "realtime"})
                    await eventually(lambda: engine.open_calls == 1)
                    await eventually(lambda: switchboard.live == 1)
                    await asks(second)
                    await second.until("output_audio_buffer.stopped")
            await eventually(lambda: switchboard.live == 0)
            logs = await here.logs(visitor.session_id)
    assert "One." in str(mind.prompts[-1].items), "the second call knew the history"
    reasons = [event["facts"]["reason"] for event in logs["events"] if event["type"] == "charlotte.call_ended"]
    assert reasons[0] == "renewed" and len(reasons) == 2


async def test_a_page_is_asked_for_another_call_when_she_has_finished(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind([saying(*SENTENCES)])) as here, here.visitor() as visitor:
        speaks_locally(here, ms_per_char=150)  # a quarter of a minute, of which she is let off
        async with listening(here, visitor) as signals, calling(here.address, post=visitor.opens_call) as caller:
            await asks(caller)
            assert here.installation.switchboard.renew(visitor.session_id or "", "cap")
            await answered(caller)
            assert [signal["type"] for signal in signals] == ["serving"]
            await caller.send("output_audio_buffer.clear")
            await eventually(lambda: signals[-1:] == [{"type": "renew", "why": "cap", "broken": False}])


async def test_another_voice_is_a_renewal_and_without_it_a_second_call_replaces(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor:
        speaks_locally(here)
        switchboard = here.installation.switchboard
        assert not switchboard.renew("talk_nobody", "voice")
        async with listening(here, visitor) as signals, calling(here.address, post=visitor.opens_call) as first:
            await eventually(lambda: bool(signals))
            assert switchboard.renew(visitor.session_id or "", "voice")
            await eventually(lambda: signals[-1:] == [{"type": "renew", "why": "voice", "broken": False}])
            async with calling(here.address, post=visitor.opens_call) as second:
                await second.send("session.update", session={"type": "realtime"})
                await eventually(lambda: switchboard.live == 1)
                async with calling(here.address, post=visitor.opens_call):
                    await eventually(lambda: second.closed.is_set())
                    await eventually(lambda: switchboard.live == 1)
            assert first.closed.is_set()


async def test_after_a_network_loss_the_rest_of_the_answer_is_said(tmp_path: Path) -> None:
    mind = ScriptedMind(script=the_rest)
    async with house(tmp_path, mind) as here, here.visitor() as visitor:
        speaks_locally(here, ms_per_char=1000 / 15)
        async with calling(here.address, post=visitor.opens_call) as caller:
            await asks(caller)
            await asyncio.sleep(3.1)
            # The page's new call comes while the server still believes in the old one.
            async with calling(here.address, post=visitor.opens_call) as again:
                await answered(again)
        logs = await here.logs(visitor.session_id, words=True)
    assert_said_once(logs, again)
