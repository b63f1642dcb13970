"""What is being said stays in view on a phone, also where it is longer than the screen and a card stands above it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect
from test_ladder_aloud import without_calls

from charlotte.engine.mind import Call, Prompt, Say
from support.browser import WITH_MICROPHONE, chromium, lend_voice, opened
from support.clerk import look_up
from support.ears import InstantEar
from support.house import house
from support.minds import ScriptedMind, last_output

pytestmark = pytest.mark.browser

SMALL = {"width": 390, "height": 740}
MORE = (
    "Whoever comes late stands at the back of it. ",
    "The slides are shown on both of the walls. ",
    "Bring a laptop.",
)
WATCH = """() => {
  const seen = (window.seen = { frames: 0, below: 0, card: 0 })
  const look = () => {
    const word = document.querySelector('mark'), card = document.querySelector('article')
    const region = document.querySelector('[role=region][tabindex="0"]')
    if (word && card && region) {
      const box = region.getBoundingClientRect()
      seen.frames += 1
      seen.below = Math.max(seen.below, word.getBoundingClientRect().bottom - box.bottom)
      seen.card += card.getBoundingClientRect().top >= box.top ? 1 : 0
    }
    requestAnimationFrame(look)
  }
  look()
}"""
"""Of all frames in which a word sounds: how far below the view it ever was, and in how many the card began in view."""


def tells_at_length(prompt: Prompt) -> list[Say | Call]:
    told = look_up(prompt)
    if last_output(prompt) is None:
        return told
    return [*told, *(Say(sentence, "en") for sentence in MORE)]


async def test_the_word_that_sounds_is_in_view(tmp_path: Path) -> None:
    async with (
        house(tmp_path, ScriptedMind(script=tells_at_length)) as here,
        chromium(*WITH_MICROPHONE, viewport=SMALL) as browser,
    ):
        lend_voice(here, InstantEar(text="Shift left with performance testing"), ms_per_char=12)
        screen = await opened(browser, here.url)
        # By WebSocket, where the page knows how long the sound is: a caption keeps its pace.
        await screen.page.route("**/api/realtime/calls", without_calls)
        await screen.button("Talk").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        await screen.page.evaluate(WATCH)
        await screen.talk_button.hover()
        await screen.page.mouse.down()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Listening")
        await screen.page.wait_for_timeout(800)  # how long somebody speaks, not a race
        await screen.page.mouse.up()
        await expect(screen.page.locator("mark")).to_have_count(1)
        await expect(screen.page.locator("mark")).to_have_count(0)
        seen: dict[str, Any] = await screen.page.evaluate("window.seen")
        assert seen["frames"] > 0 and seen["below"] <= 0, seen
        assert 0 < seen["card"] < seen["frames"], "the card stays as long as the word is in view beside it"
        await expect(screen.page.get_by_role("article")).to_be_in_viewport()
        assert screen.complaints == []
