"""Every step of the ladder as somebody at the page sees and hears it, down to recorded announcements."""

import asyncio
import json
import re
import wave
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
from playwright.async_api import Route, expect
from test_ladder_on_the_page import SENTENCES, asks_aloud, the_rest

from charlotte.broker.problems import CallsNotOffered
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.ledger.budget import Allowed
from charlotte.session.handover.bridging import PHRASE_S
from support.browser import PHONE, WITH_MICROPHONE, Screen, chromium, lend_voice, opened
from support.browser import saying as saying_aloud
from support.ears import InstantEar
from support.hosting import Hosted, hosting
from support.house import EVENT, House, house
from support.minds import ScriptedMind, saying
from support.recorded_page import hears, plays, recorded, recording
from support.waiting import eventually

pytestmark = pytest.mark.browser

SLACK_MS = 500
"""Sound that is on its way to the ear when the visitor falls into it."""


async def without_calls(route: Route) -> None:
    """Answer an offer as where only the WebSocket is to be had."""
    problem = CallsNotOffered("The voice provider takes no WebRTC calls from a server.")
    await route.fulfill(status=problem.status, json={"code": problem.code, "message": problem.message})


@asynccontextmanager
async def speaking(
    tmp_path: Path, *, own_voice: bool = True, languages: tuple[str, ...] = ("en",)
) -> AsyncIterator[tuple[House, Hosted, Screen]]:
    """Serve a hosted provider's voice, and have somebody listen to the first of its sentences."""
    async with hosting(ScriptedMind(script=lambda _: saying(*SENTENCES)), ms_per_char=1000 / 15) as provider:
        async with (
            house(tmp_path, the_rest(), **provider.settings) as here,
            chromium(*WITH_MICROPHONE, viewport=PHONE, languages=languages) as browser,
        ):
            if own_voice:
                lend_voice(here, InstantEar("what is on"), ms_per_char=20)
            await recording(browser)
            yield here, provider, await opened(browser, here.url)


async def test_where_nothing_can_speak_she_writes_the_rest(tmp_path: Path) -> None:
    async with speaking(tmp_path, own_voice=False) as (_, provider, screen):
        await asks_aloud(screen)
        provider.breaks()
        await expect(screen.page.get_by_text("I cannot speak at the moment.")).to_be_visible()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Text only")
        await screen.asks("And then?")
        await expect(screen.page.get_by_text("See you there.").last).to_be_visible()
        await expect(screen.page.get_by_text("Something went wrong")).to_be_hidden()
        assert screen.complaints == []


async def test_without_the_server_a_recorded_voice_sends_people_to_the_desk(tmp_path: Path) -> None:
    async with chromium(*WITH_MICROPHONE, viewport=PHONE, languages=("de",)) as browser:
        await recording(browser)
        async with house(tmp_path, the_rest()) as here:
            lend_voice(here, InstantEar("was läuft"), ms_per_char=20)
            port = int(here.address.partition(":")[2])
            screen = await opened(browser, here.url)
            async with screen.page.expect_response("**/clips/de/down.mp3"):
                await screen.button("Sprechen").click()
            talk = screen.page.get_by_role("button", name=re.compile("^Sprechen: "))
            await expect(talk).to_have_accessible_name("Sprechen: Bereit", timeout=20_000)
            assert not plays(await recorded(screen.page), "down", "de")
        await expect(screen.page.get_by_text("Keine Verbindung.")).to_be_visible()
        await expect(talk).to_have_accessible_name("Sprechen: Offline")
        await hears(screen.page, "down", "de")
        async with house(tmp_path, the_rest(), port=port) as here:
            lend_voice(here, InstantEar("was läuft"), ms_per_char=20)
            await expect(talk).to_have_accessible_name("Sprechen: Bereit", timeout=20_000)
            await expect(screen.page.get_by_text("Keine Verbindung.")).to_be_hidden()


async def test_a_spent_budget_changes_the_voice_and_not_the_answer(tmp_path: Path) -> None:
    async with speaking(tmp_path) as (here, _, screen):
        await asks_aloud(screen)
        await here.installation.ledger.allow(EVENT, Allowed(event=0))
        await expect(screen.page.get_by_text("I speak with another voice for now.")).to_be_visible()
        await expect(screen.page.get_by_text("See you there.").first).to_be_visible()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
        await hears(screen.page, "bridge", "en")
        assert screen.complaints == []


class Stuck(ScriptedMind):
    """Says its first sentence, and nothing more."""

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        async for piece in super().respond(prompt):
            yield piece
            await asyncio.Event().wait()


async def test_an_answer_that_falls_silent_is_finished_by_another_voice(tmp_path: Path) -> None:
    stuck = Stuck(script=lambda _: saying(*SENTENCES))
    async with (
        hosting(stuck, ms_per_char=1000 / 15) as provider,
        house(tmp_path, the_rest(), **provider.settings) as here,
        chromium(*WITH_MICROPHONE, viewport=PHONE, languages=("en",)) as browser,
    ):
        lend_voice(here, InstantEar("what is on"), ms_per_char=20)
        await recording(browser)
        screen = await opened(browser, here.url)
        async with screen.page.expect_request("**/api/session/*/silent") as told:
            await asks_aloud(screen)
        silence, told_url = json.loads((await told.value).post_data or ""), (await told.value).url
        await hears(screen.page, "bridge", "en")
        await expect(screen.page.get_by_text("See you there.").first).to_be_visible()
        answer = screen.page.get_by_role("region", name="Conversation", exact=True)
        await expect(answer.get_by_text(SENTENCES[0].strip())).to_have_count(1)
        assert silence["response_id"].startswith("resp_") and silence["silent_ms"] > 0
        assert screen.complaints == []
        await screen.page.close()
        await eventually(lambda: here.installation.switchboard.live == 0)
        logs = await here.logs(told_url.split("/")[-2])
    ended = [event["facts"]["reason"] for event in logs["events"] if event["type"] == "charlotte.call_ended"]
    assert ended[0] == "stalled"


async def test_of_the_rest_of_an_answer_only_its_own_sound_counts_as_heard(tmp_path: Path) -> None:
    stuck = Stuck(script=lambda _: saying(*SENTENCES))
    async with (
        hosting(stuck, ms_per_char=1000 / 15) as provider,
        house(tmp_path, the_rest(), **provider.settings) as here,
    ):
        lend_voice(here, InstantEar("what is on"), ms_per_char=300)
        async with chromium(*WITH_MICROPHONE, viewport=PHONE, languages=("en",)) as browser:
            await recording(browser)
            screen = await opened(browser, here.url)
            sent: list[str] = []
            screen.page.on("websocket", lambda line: line.on("framesent", lambda text: sent.append(str(text))))
            await screen.page.route("**/api/realtime/calls", without_calls)
            await screen.button("Talk").click()
            await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
            await screen.talk_button.hover()
            await screen.page.mouse.down()
            await screen.page.wait_for_timeout(1_000)  # how long somebody speaks
            asked = monotonic()
            await screen.page.mouse.up()
            await expect(screen.talk_button).to_have_accessible_name("Talk: Speaking")
            provider.breaks()
            await hears(screen.page, "bridge", "en")
            await screen.page.wait_for_timeout(1_000)  # some of the rest is heard
            await screen.button("Stop").click()
            since_ms = (monotonic() - asked) * 1000
            await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
            cuts = [json.loads(text) for text in sent if '"conversation.item.truncate"' in text]
            before_ms = len(SENTENCES[0]) * 1000 / 15 + PHRASE_S["en"] * 1000
            assert [0 < cut["audio_end_ms"] < since_ms - before_ms + SLACK_MS for cut in cuts] == [True]
            await expect(screen.page.get_by_text("Something went wrong")).to_be_hidden()
            assert screen.complaints == []


async def test_where_nothing_may_be_served_she_says_so_and_sends_people_to_the_desk(tmp_path: Path) -> None:
    async with speaking(tmp_path) as (here, _, screen):
        await asks_aloud(screen)
        await here.installation.ledger.allow(EVENT, Allowed(event=0, afterwards="nothing"))
        await expect(screen.page.get_by_text("Please ask at the information desk.")).to_be_visible()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Not available")
        await hears(screen.page, "stop", "en")
        assert not plays(await recorded(screen.page), "bridge", "en"), "nobody goes on in a moment"
        # Nobody knocks again and again: the visitor may, by hand, and is served once there is money.
        await here.installation.ledger.allow(EVENT, Allowed())
        await screen.button("Try again").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        assert screen.complaints == []


async def test_words_that_nobody_understood_need_not_be_said_again(tmp_path: Path) -> None:
    voice, pause = (np.tile(8000 * np.sin(np.arange(480) / 480 * 8 * np.pi), 150), np.zeros(72_000))
    microphone = tmp_path / "microphone.wav"
    with wave.open(str(microphone), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(np.concatenate([voice, pause] * 30).astype("<i2").tobytes())
    mind = the_rest()
    async with hosting(ScriptedMind()) as provider, house(tmp_path / "house", mind, **provider.settings) as here:
        lend_voice(here, InstantEar("what is on"), ms_per_char=20)
        async with chromium(*saying_aloud(microphone), viewport=PHONE, languages=("en",)) as browser:
            await recording(browser)
            screen = await opened(browser, here.url)
            await screen.button("Talk").click()
            await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
            await screen.talk_button.hover()
            await screen.page.mouse.down()
            await screen.page.wait_for_timeout(3_200)  # a word and a pause
            provider.breaks()
            await expect(screen.page.get_by_text("See you there.").first).to_be_visible()
            await screen.page.mouse.up()
            await hears(screen.page, "bridge", "en")
            assert len(mind.prompts) == 1


class Thinker(ScriptedMind):
    """Takes its time before the first word, as a model that reasons does."""

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        await asyncio.sleep(4.0)
        async for piece in super().respond(prompt):
            yield piece


async def test_a_model_that_thinks_is_waited_for_and_not_in_silence(tmp_path: Path) -> None:
    mind = Thinker(script=lambda _: saying(*SENTENCES))
    async with (
        hosting(mind, ms_per_char=20) as provider,
        house(tmp_path, the_rest(), upstream_patience_seconds=8.0, **provider.settings) as here,
    ):
        async with chromium(*WITH_MICROPHONE, viewport=PHONE, languages=("en",)) as browser:
            await recording(browser)
            screen = await opened(browser, here.url)
            await asks_aloud(screen)
            await hears(screen.page, "moment", "en")
            await expect(screen.page.get_by_text("See you there.").first).to_be_visible()
            assert here.installation.switchboard.breakers.state("realtime").phase == "closed"
