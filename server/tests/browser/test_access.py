"""Everybody can use the page: by keyboard alone, and with assistive technology."""

import json
import re
from pathlib import Path

import anyio
import pytest
from playwright.async_api import Page, expect

from support.browser import PHONE, WITH_MICROPHONE, chromium, lend_voice, opened
from support.clerk import clerk
from support.ears import InstantEar
from support.house import house

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[3] / "web" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


async def violations(page: Page) -> list[str]:
    """Return what axe finds that would keep somebody from using the page."""
    await page.evaluate(await anyio.Path(AXE).read_text(encoding="utf-8"))
    found = await page.evaluate("axe.run().then(result => JSON.stringify(result.violations))")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in json.loads(found) if each["impact"] in GRAVE]


@pytest.mark.parametrize("dark", [False, True])
async def test_axe_finds_nothing_serious(tmp_path: Path, dark: bool) -> None:
    async with house(tmp_path, clerk()) as here, chromium(*WITH_MICROPHONE, viewport=PHONE, dark=dark) as browser:
        lend_voice(here, InstantEar(), ms_per_char=5)
        screen = await opened(browser, here.url)
        await expect(screen.button("Talk")).to_be_visible()
        assert await violations(screen.page) == []
        await screen.button("Talk").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        await expect(screen.page.get_by_text("For example")).to_be_visible()
        assert await violations(screen.page) == []
        await screen.asks("Shift left with performance testing")
        await expect(screen.page.get_by_role("article")).to_be_visible()
        await screen.settled()
        assert await violations(screen.page) == []
        await screen.button("Settings").click()
        await expect(screen.page.get_by_role("dialog")).to_be_visible()
        assert await violations(screen.page) == []


async def test_everything_works_with_the_keyboard_alone(tmp_path: Path) -> None:
    ear = InstantEar(text="Shift left with performance testing")
    async with house(tmp_path, clerk()) as here, chromium(*WITH_MICROPHONE) as browser:
        lend_voice(here, ear, ms_per_char=60)
        screen = await opened(browser, here.url)
        keyboard = screen.page.keyboard
        await expect(screen.button("Talk")).to_be_visible()
        await keyboard.press("Tab")
        await expect(screen.button("Talk")).to_be_focused()
        await keyboard.press("Enter")
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)

        # The space bar talks from anywhere, while it is down.
        await keyboard.down("Space")
        await expect(screen.talk_button).to_have_accessible_name("Talk: Listening")
        await screen.page.wait_for_timeout(600)
        await keyboard.up("Space")
        await expect(screen.talk_button).to_have_accessible_name("Talk: Speaking")
        await keyboard.press("Escape")
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
        assert len(ear.heard) == 1

        # The composer is reached by Tab, and a space there is a space.
        for _ in range(30):
            if await screen.page.evaluate("document.activeElement.tagName") == "TEXTAREA":
                break
            await keyboard.press("Tab")
        await keyboard.type("performance testing")
        await expect(screen.page.get_by_label("Your question")).to_have_value("performance testing")
        await keyboard.press("Enter")
        await expect(screen.page.get_by_role("article")).to_be_visible()


async def test_a_phone_at_twice_the_size_keeps_every_control_and_room_for_the_answer(tmp_path: Path) -> None:
    half = {"width": PHONE["width"] // 2, "height": PHONE["height"] // 2}
    async with (
        house(tmp_path, clerk()) as here,
        chromium(*WITH_MICROPHONE, viewport=half, languages=("de",)) as browser,
    ):
        lend_voice(here, InstantEar(), ms_per_char=5)
        screen = await opened(browser, here.url)
        await screen.button("Sprechen").click()
        talk = screen.page.get_by_role("button", name=re.compile("^Sprechen: "))
        await expect(talk).to_have_accessible_name("Sprechen: Bereit", timeout=20_000)
        for control in (talk, screen.button("Freisprechen"), screen.button("Stopp")):
            await expect(control).to_be_in_viewport(ratio=0.99)
        await screen.asks("Shift left with performance testing", "Ihre Frage")
        await expect(screen.page.get_by_role("article")).to_be_visible()
        answers = await screen.page.get_by_role("region", name="Gespräch", exact=True).bounding_box()
        assert answers is not None and answers["height"] > half["height"] / 4
        wide = await screen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0


async def test_at_twice_the_size_nothing_is_cut_off(tmp_path: Path) -> None:
    half = {"width": 640, "height": 450}
    async with house(tmp_path, clerk()) as here, chromium(viewport=half) as browser:
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await screen.asks("Shift left with performance testing")
        await expect(screen.page.get_by_role("article")).to_be_visible()
        wide = await screen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        await expect(screen.page.get_by_label("Your question")).to_be_in_viewport()
