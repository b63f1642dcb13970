"""The conversation outlives tickets, calls and the server's process."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Route, expect

from support.browser import chromium, opened
from support.clerk import clerk
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
