"""The conversation outlives tickets, calls and the server's process."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Route, expect

from support.browser import WITH_MICROPHONE, Screen, chromium, lend_voice, opened
from support.clerk import clerk
from support.ears import InstantEar
from support.house import house
from support.waiting import eventually

pytestmark = pytest.mark.browser

TALK = "Shift left with performance testing"


async def test_an_expired_ticket_is_replaced(tmp_path: Path) -> None:
    async with house(tmp_path, clerk(), ticket_seconds=1) as here, chromium() as browser:
        screen = await opened(browser, here.url)
        tickets = 0

        async def slow_at_first(route: Route) -> None:
            nonlocal tickets
            tickets += 1
            response = await route.fetch()
            if tickets == 1:
                await asyncio.sleep(2.1)  # longer than the ticket lives
            await route.fulfill(response=response)

        await screen.page.route("**/api/realtime/token", slow_at_first)
        await screen.button("Type").click()
        await screen.asks(TALK)
        await expect(screen.page.get_by_role("article")).to_be_visible(timeout=15_000)
        assert tickets >= 2


async def test_a_restart_of_the_server_keeps_the_conversation(tmp_path: Path) -> None:
    mind = clerk()
    async with chromium() as browser:
        async with house(tmp_path, mind) as here:
            port = int(here.address.partition(":")[2])
            screen = await opened(browser, here.url)
            await screen.button("Type").click()
            await screen.asks(TALK)
            await expect(screen.page.get_by_role("article")).to_be_visible()
            await screen.settled()
        await expect(screen.page.get_by_text("No connection.")).to_be_visible()
        await expect(screen.page.get_by_text(TALK).first).to_be_visible()
        await screen.asks("And the keynote?")
        await expect(screen.page.get_by_text("1 question waits")).to_be_visible()
        async with house(tmp_path, mind, port=port):
            await expect(screen.page.get_by_text("No connection.")).to_be_hidden(timeout=20_000)
            await eventually(lambda: "And the keynote?" in str(mind.prompts[-1].items))
            # The new call knows what was said in the old one.
            assert TALK in str(mind.prompts[-1].items)
            await expect(screen.page.get_by_label("Earlier").get_by_text(TALK).first).to_be_visible()


async def test_a_restart_of_the_server_keeps_a_spoken_conversation(tmp_path: Path) -> None:
    mind, ear = clerk(), InstantEar(text=TALK)
    async with chromium(*WITH_MICROPHONE) as browser:
        async with house(tmp_path, mind) as here:
            lend_voice(here, ear, ms_per_char=5)
            port = int(here.address.partition(":")[2])
            screen = await opened(browser, here.url)
            await screen.button("Talk").click()
            await tells_by_tapping(screen)
            await expect(screen.page.get_by_role("article")).to_be_visible()
            await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
        await expect(screen.page.get_by_text("No connection.")).to_be_visible()
        ear.text = "And the keynote?"
        async with house(tmp_path, mind, port=port) as again:
            lend_voice(again, ear, ms_per_char=5)
            await expect(screen.page.get_by_text("No connection.")).to_be_hidden(timeout=20_000)
            await tells_by_tapping(screen)
            await eventually(lambda: "And the keynote?" in str(mind.prompts[-1].items))
            assert TALK in str(mind.prompts[-1].items)


async def tells_by_tapping(screen: Screen) -> None:
    """Tap, speak, tap."""
    await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
    await screen.talk_button.click()
    await expect(screen.talk_button).to_have_accessible_name("Talk: Listening")
    await screen.page.wait_for_timeout(600)  # how long somebody speaks, not a race
    await screen.talk_button.click()


async def test_a_conversation_the_server_forgot_makes_room_for_a_new_one(tmp_path: Path) -> None:
    async with chromium() as browser:
        async with house(tmp_path / "before", clerk()) as here:
            port = int(here.address.partition(":")[2])
            screen = await opened(browser, here.url)
            await screen.button("Type").click()
            await screen.asks(TALK)
            await expect(screen.page.get_by_role("article")).to_be_visible()
        mind = clerk()
        async with house(tmp_path / "after", mind, port=port):
            await expect(screen.page.get_by_text("No connection.")).to_be_hidden(timeout=20_000)
            await screen.asks("And the keynote?")
            await eventually(lambda: any("And the keynote?" in str(prompt.items) for prompt in mind.prompts))
