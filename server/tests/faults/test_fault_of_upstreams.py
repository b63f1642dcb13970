"""Each fault of a provider: inject, see what attendee, staff and journal see, heal, and hold the invariants."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiortc import RTCConfiguration, RTCPeerConnection

from charlotte.broker import avoiding
from charlotte.broker.ladder import STEP_S
from charlotte.session.guards.watchdog import Patience
from charlotte.session.handover.bridging import HEAD_START_S
from support.clocks import ManualClock
from support.ears import InstantEar
from support.faulty import ANSWER, FaultyPeer, faulty
from support.house import House, Visitor, house
from support.minds import ScriptedMind, saying
from support.mouths import ToneMouth
from support.own_time import stands_still
from support.talker import Talker
from support.vads import LoudnessVad
from support.waiting import eventually

LOCAL = "From the embedded engine."


@asynccontextmanager
async def scene(
    tmp_path: Path, *, upstream_direct: bool = False, **how: Any
) -> AsyncIterator[tuple[FaultyPeer, House, Visitor]]:
    """A house whose first upstream is faulty; nothing of any call may be left at the end."""
    async with faulty(**how) as peer:
        mind = ScriptedMind([saying(LOCAL)])
        settings = {**peer.settings, "upstream_direct": upstream_direct}
        async with house(tmp_path, mind, **settings) as here, here.visitor() as visitor:
            yield peer, here, visitor
            await eventually(lambda: here.installation.switchboard.live == 0)
            await eventually(lambda: peer.open_calls == 0 and here.installation.engine.open_calls == 0)
    assert peer.most_open <= 2, "a renewal may overlap; nothing else may"


def spoken(talker: Talker) -> str:
    """Return everything the page was told of answers, in order."""
    kinds = ("response.output_text.delta", "response.output_audio_transcript.delta")
    return "".join(event["delta"] for event in talker.received if event["type"] in kinds)


async def until_done(talker: Talker, status: str = "completed") -> None:
    while (await talker.until("response.done"))["response"]["status"] != status:
        pass


async def reasons(here: House, visitor: Visitor) -> list[str]:
    """Return what staff see: why each call ended, oldest first."""
    logs = await here.logs(visitor.session_id)
    seqs = [event["seq"] for event in logs["events"]]
    assert seqs == list(range(1, len(seqs) + 1)), "no acked event is lost"
    return [event["facts"]["reason"] for event in logs["events"] if event["type"] == "charlotte.call_ended"]


@pytest.mark.parametrize("status", [401, 404, 429, 500, 503])
async def test_a_refused_call_is_served_by_the_next_rung(tmp_path: Path, status: int) -> None:
    async with scene(tmp_path, refuses=status) as (peer, here, visitor):
        began = asyncio.get_running_loop().time()
        async with visitor.talking() as talker:
            assert (await talker.answer("hi"))["response"]["status"] == "completed"
            assert asyncio.get_running_loop().time() - began < 30
        assert spoken(talker) == LOCAL
        assert here.installation.switchboard.breakers.state("realtime").phase == "open"
        assert peer.calls == 0


async def test_nobody_listens_and_no_name(tmp_path: Path) -> None:
    async with scene(tmp_path) as (peer, here, visitor):
        assert peer.proxy is not None
        peer.proxy.refuses = True
        async with visitor.talking() as talker:
            await talker.answer("hi")
        assert spoken(talker) == LOCAL
        assert here.installation.switchboard.breakers.state("realtime").fault == "unreachable"
    settings = {"upstream": "realtime", "upstream_url": "http://nowhere.invalid/v1", "upstream_key": "sk-x"}
    async with house(tmp_path / "2", ScriptedMind([saying(LOCAL)]), **settings) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await talker.answer("hi")
    assert spoken(talker) == LOCAL


async def test_a_slow_provider_is_given_up_and_its_late_answer_hung_up(tmp_path: Path) -> None:
    async with scene(tmp_path, slow_s=3.5) as (peer, here, visitor):
        async with visitor.talking() as talker:
            await talker.answer("hi")
        assert spoken(talker) == LOCAL
        value = (await visitor.ticket(mode="voice"))["value"]
        here.installation.switchboard.breakers._breakers.clear()  # as after a restart
        headers = {"Authorization": f"Bearer {value}", "Content-Type": "application/sdp"}
        browser = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        browser.createDataChannel("oai-events")
        browser.addTransceiver("audio")
        await browser.setLocalDescription(await browser.createOffer())
        offer = browser.localDescription.sdp
        reply = await visitor.http.post("/api/realtime/calls", content=offer, headers=headers)
        assert (reply.status_code, reply.headers["Charlotte-Upstream"]) == (201, "embedded")
        await eventually(lambda: peer.hung_up == ["rtc_1"])
        await here.installation.switchboard.hang_up(visitor.session_id or "", "visitor_left")
        await browser.close()


@pytest.mark.parametrize("how", [{"refuses": 401}, {"refuses": 429}, {"refuses": 500}, {"slow_secrets_s": 2.5}, {}])
async def test_a_browser_that_gets_no_secret_is_served_by_the_next_rung(tmp_path: Path, how: dict[str, Any]) -> None:
    async with faulty(**how) as peer:
        mind = ScriptedMind([saying(LOCAL)])
        async with house(tmp_path, mind, upstream_direct=True, **peer.settings) as here, here.visitor() as visitor:
            here.gets_voices(InstantEar(), ToneMouth(ms_per_char=1), LoudnessVad)
            if not how:
                assert peer.proxy is not None
                peer.proxy.refuses = True
            token = await visitor.ticket(mode="voice")
            assert (token["upstream"], token["attach_url"]) == ("embedded", None)
            assert token["calls_url"].startswith(here.url)
            assert here.installation.switchboard.breakers.state("realtime").phase == "open"
            async with visitor.talking(token["value"]) as talker:
                await talker.answer("hi")
            await eventually(lambda: peer.thinking == 0)
    assert spoken(talker) == LOCAL
    assert peer.calls == 0


async def test_a_provider_without_secrets_for_browsers_is_called_from_here(tmp_path: Path) -> None:
    async with scene(tmp_path, refuses_secrets=404, upstream_direct=True) as (peer, _here, visitor):
        token = await visitor.ticket(mode="voice")
        assert (token["upstream"], token["attach_url"]) == ("realtime", None)
        async with visitor.talking(token["value"]) as talker:
            await talker.answer("hi")
        assert spoken(talker) == "".join(ANSWER)
        assert peer.calls == 1


BROKEN = {
    "reset": "upstream_lost",
    "close": "upstream_closed",
    "session_expired": "session_expired",
    "stall": "stalled",
    "failed": "response_failed",
    "errors": "error_burst",
}


@pytest.mark.parametrize(("fault", "reason"), BROKEN.items())
async def test_an_answer_that_breaks_off_is_finished(tmp_path: Path, fault: str, reason: str) -> None:
    async with scene(tmp_path, fault=fault) as (peer, here, visitor):
        async with visitor.talking() as talker:
            await talker.writes("what is on?")
            await until_done(talker)
            assert talker.socket.close_code is None, "the page's own socket goes on"
        begun, rest = "".join(ANSWER[:2]), "".join(ANSWER[2:])
        same = fault in ("reset", "close", "session_expired")
        assert spoken(talker) == begun + (rest if same else LOCAL), "every sentence once"
        assert [event["response"]["status"] for event in talker.all("response.done")] == ["cancelled", "completed"]
        assert (peer.calls, peer.most_open) == (2 if same else 1, 1)
        assert (await reasons(here, visitor))[0] == reason


SLOW: dict[str, dict[str, Any]] = {
    "nothing comes of a question": {"fault": "ignores"},
    "an answer begins and nothing comes of it": {"fault": "stall", "after": 0},
    "a part of the answer, and then nothing": {"fault": "between"},
}


@pytest.mark.parametrize("how", SLOW.values(), ids=SLOW.keys())
@pytest.mark.parametrize("mode", ["text", "voice"])
async def test_nobody_waits_long_for_an_answer(tmp_path: Path, how: dict[str, Any], mode: str) -> None:
    async with scene(tmp_path, **how) as (peer, here, visitor):
        here.gets_voices(InstantEar(), ToneMouth(ms_per_char=1), LoudnessVad)
        async with visitor.talking(mode=mode) as talker:
            await talker.writes("what is on?")
            await until_done(talker)
        begun = "".join(ANSWER[:2]) if how["fault"] == "between" else ""
        assert spoken(talker) == begun + LOCAL
        assert (peer.calls, peer.most_open) == (1, 1)
        assert (await reasons(here, visitor))[0] == "slow"
        assert here.installation.switchboard.breakers.state("realtime").phase == "closed", "others are served by it"


async def test_one_slow_answer_keeps_a_conversation_away_only_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(avoiding, "AVOIDED_S", 2.0)
    async with scene(tmp_path, fault="ignores") as (peer, here, visitor), visitor.talking() as talker:
        await talker.writes("what is on?")
        await until_done(talker)
        await eventually(lambda: peer.open_calls == 1 and here.installation.engine.open_calls == 0)
        await talker.answer("and then?")
        assert spoken(talker) == LOCAL + "".join(ANSWER)
        assert peer.calls == 2


async def test_two_slow_answers_in_a_row_keep_everybody_away(tmp_path: Path) -> None:
    async with scene(tmp_path, fault="ignores") as (peer, here, visitor):
        async with visitor.talking() as talker:
            await talker.writes("what is on?")
            await until_done(talker)
        peer.fault = "ignores"
        async with here.visitor() as other, other.talking() as talker:
            await talker.writes("what is on?")
            await until_done(talker)
            assert spoken(talker) == LOCAL
        assert here.installation.switchboard.breakers.state("realtime").phase == "open"


async def test_a_pause_of_our_own_is_not_held_against_the_upstream(tmp_path: Path) -> None:
    async with scene(tmp_path, slow_s=0.2, fault="slow") as (peer, here, visitor), asyncio.TaskGroup() as tasks:

        def stands_still_while_it_opens() -> bool:
            if peer.thinking:
                stands_still(STEP_S)
            return peer.thinking > 0

        pause = tasks.create_task(eventually(stands_still_while_it_opens))
        async with visitor.talking() as talker:
            await pause
            await talker.writes("what is on?")
            await talker.until("response.output_text.delta")
            await talker.until("response.output_text.delta")
            stands_still(Patience().between_s + 0.2)
            await until_done(talker)
        assert spoken(talker) == "".join(ANSWER)
        assert here.installation.switchboard.breakers.state("realtime").phase == "closed"
        assert peer.calls == 1


async def test_two_breaks_in_a_row_bring_the_embedded_engine(tmp_path: Path) -> None:
    how = {"fault": "reset", "refuses_after_fault": 503}
    async with scene(tmp_path, **how) as (_, here, visitor), visitor.talking() as talker:
        await talker.writes("what is on?")
        await until_done(talker)
        assert spoken(talker) == "".join(ANSWER[:2]) + LOCAL
        breaker = here.installation.switchboard.breakers.state("realtime")
        assert breaker.phase == "open"


async def test_typed_words_that_were_not_taken_reach_the_next_call(tmp_path: Path) -> None:
    async with scene(tmp_path) as (peer, here, visitor), visitor.talking() as talker:
        assert peer.proxy is not None
        await talker.answer("first")
        peer.proxy.swallows = True
        await talker.writes("second")
        await asyncio.sleep(0.2)
        peer.proxy.swallows = False
        peer.proxy.reset()
        await until_done(talker)
        said = [event["item"]["content"][0]["text"] for event in peer.sent("conversation.item.create")]
        assert said[-1] == "second" and said.count("second") == 1


async def test_sound_that_was_not_understood_reaches_the_next_call(tmp_path: Path) -> None:
    async with scene(tmp_path, fault="deaf") as (peer, here, visitor), visitor.talking(mode="voice") as talker:
        await talker.configure(audio={"input": {"turn_detection": None}}, output_modalities=["audio"])
        await talker.speaks(bytes(48_000))
        await talker.send("input_audio_buffer.commit")
        await talker.send("response.create")
        heard = await talker.until("conversation.item.input_audio_transcription.completed")
        assert heard["transcript"] == "64000 characters of sound"
        await until_done(talker)
        assert peer.calls == 2


async def test_stragglers_after_a_stop_are_not_heard(tmp_path: Path) -> None:
    async with scene(tmp_path, fault="slow") as (_, __, visitor), visitor.talking() as talker:
        await talker.writes("what is on?")
        await talker.until("response.output_text.delta")
        await talker.until("response.output_text.delta")
        await talker.send("response.cancel")
        await until_done(talker, "cancelled")
        assert "straggler" not in spoken(talker)


async def test_unknown_events_pass_and_harm_nothing(tmp_path: Path) -> None:
    async with scene(tmp_path, odd=True) as (_, here, visitor), visitor.talking() as talker:
        await talker.writes("what is on?")
        await until_done(talker)
        assert "response.feeling.delta" in talker.types()
        assert spoken(talker) == "".join(ANSWER)


async def test_rate_limited_in_the_middle_goes_to_the_embedded_engine(tmp_path: Path) -> None:
    async with scene(tmp_path, fault="rate_limited") as (peer, here, visitor), visitor.talking() as talker:
        await talker.writes("what is on?")
        await until_done(talker)
        assert spoken(talker).endswith(LOCAL)
        assert peer.calls == 1, "it asked us to wait"


async def test_the_cap_is_passed_by_a_call_that_takes_over(tmp_path: Path) -> None:
    clock = ManualClock()
    async with faulty() as peer:
        settings = {**peer.settings, "session_minutes": 600, "idle_seconds": 99_999}
        async with house(tmp_path, ScriptedMind(), clock=clock, **settings) as here, here.visitor() as visitor:
            async with visitor.talking() as talker:
                await talker.answer("one")
                clock.advance(3600 - 61)
                await asyncio.sleep(0.6)
                assert peer.calls == 1
                clock.advance(2)
                await eventually(lambda: peer.calls == 2 and peer.open_calls == 1)
                before = len(talker.received)
                await talker.answer("two")
                assert "session.created" not in [event["type"] for event in talker.received[before:]]
            assert (await reasons(here, visitor))[0] == "renewed"
    told = [event["item"]["content"][0]["text"] for event in peer.sent("conversation.item.create")]
    assert told == ["one", "one", "".join(ANSWER), "two"], "the second call knew the history, once"
    assert peer.responses == 2 and peer.most_open == 2


async def test_it_climbs_back_after_two_good_probes_and_says_so(tmp_path: Path) -> None:
    clock = ManualClock()
    async with faulty(refuses=401) as peer:
        settings = {**peer.settings, "session_minutes": 600, "idle_seconds": 99_999}
        async with house(tmp_path, ScriptedMind([saying(LOCAL)]), clock=clock, **settings) as here:
            switchboard, signals = here.installation.switchboard, here.installation.api.signals
            async with here.visitor() as visitor, visitor.talking() as talker:
                await talker.answer("one")
                serving = signals.serving(visitor.session_id or "")
                assert serving is not None and (serving.upstream, serving.why) == ("embedded", "fault")
                clock.advance(3_000)
                await asyncio.sleep(0.6)
                assert peer.probes == 0, "nothing but another key helps"
                peer.refuses, peer.key = None, "sk-new"
                here.installation.api.upstreams.hosted[0].keys._last = "sk-new"
                await eventually(lambda: peer.probes == 1)
                await eventually(lambda: switchboard.breakers.state("realtime").phase == "half_open")
                clock.advance(4)
                await eventually(lambda: peer.open_calls == 1)
                await eventually(lambda: here.installation.engine.open_calls == 0)
                await talker.answer("two")
                serving = signals.serving(visitor.session_id or "")
                assert serving is not None and (serving.upstream, serving.why) == ("realtime", "back")
            assert spoken(talker) == LOCAL + "".join(ANSWER)


@pytest.mark.parametrize("after", [0, 2], ids=["before the first sentence", "after some"])
async def test_the_bridging_phrase_has_a_head_start_before_the_rest_of_an_answer(tmp_path: Path, after: int) -> None:
    async with scene(tmp_path, fault="close", after=after) as (_, here, visitor):
        here.gets_voices(InstantEar(), ToneMouth(ms_per_char=1), LoudnessVad)
        async with visitor.talking(mode="voice") as talker:
            await talker.writes("what is on?")
            await until_done(talker)
        events = (await here.logs(visitor.session_id))["events"]
        (broke, *_) = [datetime.fromisoformat(event["at"]) for event in events if event["type"].endswith("call_ended")]
        began = [datetime.fromisoformat(event["at"]) for event in events if event["type"] == "response.created"]
        assert (began[-1] - broke).total_seconds() > HEAD_START_S - 0.05
