"""What visitors asked the desk, on the staff page: their words, somebody who takes it, and what is done."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, expect
from test_access import violations
from test_confirmation import obedient
from test_staff_page import signed_in

from support.browser import PHONE, Screen, chromium
from support.desk_staff import staff_member
from support.house import House, Visitor, house
from support.waiting import eventually

pytestmark = pytest.mark.browser


def messages(screen: Screen) -> Locator:
    return screen.page.get_by_role("region", name="Messages to the desk")


async def leaves_a_message(visitor: Visitor) -> None:
    async with visitor.talking(language="en") as talker:
        for words in ("I lost my bag", "yes"):
            done = await talker.answer(words)
            while done["response"]["output"][0]["type"] != "message":
                done = await talker.until("response.done")


async def states(here: House) -> list[str]:
    async with staff_member(here, "Bruno") as bruno:
        return [request["state"] for request in (await bruno.gets("/api/staff/requests?kind=message"))["requests"]]


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
async def test_a_message_is_taken_and_done_by_keyboard(tmp_path: Path, viewport: dict[str, int] | None) -> None:
    async with house(tmp_path, obedient()) as here, chromium(**{"viewport": viewport} if viewport else {}) as browser:
        screen = await signed_in(browser, here)
        section = messages(screen)
        await expect(section.get_by_text("Nobody has left a message.")).to_be_visible()
        async with here.visitor() as visitor:
            await leaves_a_message(visitor)
            # It comes by itself.
            await expect(section.get_by_text("I lost a red bag")).to_be_visible()
            await expect(section.get_by_role("status")).to_have_text("1 is new")
            assert await violations(screen.page) == []
            take = section.get_by_role("button", name="I take it")
            await expect(take).to_have_accessible_description("I lost a red bag")
            await take.focus()
            await screen.page.keyboard.press("Enter")
            await expect(section.get_by_text("Somebody is on it")).to_be_visible()
            assert await states(here) == ["taken"]
            # The finger stays where it was: the next step of the same message.
            await expect(section.get_by_role("button", name="Done")).to_be_focused()
            await screen.page.keyboard.press("Enter")
            await expect(section.get_by_role("button", name="Open again")).to_be_focused()
            assert await states(here) == ["done"]
            await expect(section.get_by_text("I lost a red bag")).to_be_visible()

            # Later it is out of the way, and its words go with the conversation.
            await eventually(lambda: here.installation.switchboard.live == 0)
            await visitor.http.post(f"/api/session/{visitor.session_id}/erase")
            await screen.page.reload()
            await expect(section.get_by_text("Everything is done.")).to_be_visible()
            await section.get_by_role("button", name="Show 1 that is done").click()
            await expect(section.get_by_text("The words were erased")).to_be_visible()
            assert await violations(screen.page) == []
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await screen.page.evaluate(wide) <= 0
        assert screen.complaints == []


async def test_a_change_that_was_not_saved_says_so(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, chromium() as browser, here.visitor() as visitor:
        await leaves_a_message(visitor)
        screen = await signed_in(browser, here)
        section = messages(screen)
        await browser.route("**/api/staff/requests/*", lambda route: route.abort())
        await section.get_by_role("button", name="I take it").click()
        await expect(section.get_by_role("alert")).to_have_text("It was not saved. Try again.")
        assert await states(here) == ["open"]
        await browser.unroute("**/api/staff/requests/*")
        await section.get_by_role("button", name="I take it").click()
        await expect(section.get_by_text("Somebody is on it")).to_be_visible()
        await expect(section.get_by_role("alert")).to_be_hidden()
