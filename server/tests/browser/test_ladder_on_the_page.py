"""A provider that breaks in mid-sentence, as somebody at the page sees it: she goes on with another voice."""

import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from spoken.recording import Heard
from support.browser import KIOSK, WITH_MICROPHONE, Screen, chromium, lend_voice, opened
from support.ears import InstantEar
from support.hosting import hosting
from support.house import house
from support.minds import ScriptedMind, saying
from support.recorded_page import hears, recorded, recording
from support.waiting import eventually

pytestmark = pytest.mark.browser

SENTENCES = ("The keynote is at nine. ", "DevBox follows in Sala Ricci. ", "Lunch is at one. ", "See you there.")
BRIDGE_S = 1.0
"""A little more than the bridging phrase lasts."""
HOUSE = re.compile("I speak with another one")


def the_rest() -> ScriptedMind:
    """Return a mind that says what was not heard, as the shipped dialogue does."""

    def rest(prompt):  # type: ignore[no-untyped-def]
        heard = str(prompt.variables.get("heard") or "")
        return saying(*(sentence for sentence in SENTENCES if sentence.strip() not in heard))

    return ScriptedMind(script=rest)


async def asks_aloud(screen: Screen) -> None:
    await screen.button("Talk").click()
    await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
    await screen.talk_button.hover()
    await screen.page.mouse.down()
    await screen.page.wait_for_timeout(1_000)  # how long somebody speaks
    await screen.page.mouse.up()
    await expect(screen.talk_button).to_have_accessible_name("Talk: Speaking")


@pytest.mark.parametrize("viewport", [KIOSK], ids=["kiosk"])
async def test_the_embedded_voice_goes_on_and_the_page_says_so(tmp_path: Path, viewport: dict[str, int]) -> None:
    async with hosting(ScriptedMind([saying(*SENTENCES)]), ms_per_char=1000 / 15) as provider:
        async with house(tmp_path, the_rest(), **provider.settings) as here:
            lend_voice(here, InstantEar("what is on"), ms_per_char=20)
            async with chromium(*WITH_MICROPHONE, viewport=viewport) as browser:
                await recording(browser)
                screen = await opened(browser, here.url)
                await asks_aloud(screen)
                await screen.page.wait_for_timeout(2_000)  # the first sentence has been heard
                before = len((await recorded(screen.page)).pcm)
                provider.breaks()
                await expect(screen.page.get_by_text("The line broke.")).to_be_visible()
                await expect(screen.page.get_by_text(HOUSE)).to_be_visible()
                await expect(screen.page.get_by_text("See you there.").first).to_be_visible()
                await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
                await eventually(lambda: here.installation.switchboard.live == 1)
                await hears(screen.page, "bridge", "en")
                rest = Heard((await recorded(screen.page)).pcm[before:])
                assert rest.audible_s > BRIDGE_S, "after the bridging phrase she is heard herself"
                # It climbs back by itself, with a new call, when nobody speaks.
                provider.heals()
                await expect(screen.page.get_by_text(HOUSE)).to_be_hidden(timeout=40_000)
                await eventually(lambda: here.installation.engine.open_calls == 0)
                await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
                await eventually(lambda: here.installation.switchboard.live == 1)
                assert screen.complaints == []
