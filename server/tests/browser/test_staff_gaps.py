"""What nothing answered, on the staff page: the answer is one step away, and the attendee gets it."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, expect
from test_access import violations
from test_staff_page import signed_in

from support.browser import PHONE, Screen, chromium
from support.house import house
from support.talker import Talker

pytestmark = pytest.mark.browser

QUESTION = "Is there a prayer room?"
ANSWER = "The prayer room is on the first floor, beside the library."


def gaps(screen: Screen) -> Locator:
    return screen.page.get_by_role("region", name="Questions without an answer")


async def said(talker: Talker, question: str) -> str:
    done = await talker.answer(question)
    while any(item["type"] == "function_call" for item in done["response"]["output"]):
        done = await talker.until("response.done")
    text: str = done["response"]["output"][0]["content"][0]["text"]
    return text


async def test_a_question_is_answered_by_keyboard_and_given_at_once(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, chromium(viewport=PHONE) as browser, here.visitor() as visitor:
        screen = await signed_in(browser, here)
        section = gaps(screen)
        await expect(section.get_by_text("found an answer to everything")).to_be_visible()
        async with visitor.talking(language="en") as talker:
            assert ANSWER not in await said(talker, QUESTION)
            await screen.page.reload()
            await expect(section.get_by_text(QUESTION)).to_be_visible()
            await section.get_by_role("button", name="Add the answer").press("Enter")
            field = section.get_by_label("Answer, as she will say it")
            await expect(field).to_be_focused()
            await screen.page.keyboard.type(ANSWER)
            assert await violations(screen.page) == []
            await section.get_by_role("button", name="Save", exact=True).press("Enter")
            await expect(section.get_by_role("status")).to_have_text("none")
            assert await said(talker, QUESTION) == ANSWER
        await section.get_by_text("1 answer of yours").click()
        await expect(section.get_by_text(ANSWER)).to_be_visible()
        assert await violations(screen.page) == []
        await section.get_by_text("Show 1 that is done").click()
        await section.get_by_role("button", name="Open again").press("Enter")
        await expect(section.get_by_role("status")).to_have_text("1")
        await section.get_by_role("button", name="Needs no answer").press("Enter")
        # It stays in sight and can be opened again: a slip of the finger costs nothing.
        await expect(section.get_by_role("button", name="Open again")).to_be_focused()
        await expect(section.get_by_role("status")).to_have_text("none")
        await section.get_by_role("button", name="Take it back").click()
        await expect(section.get_by_text("1 answer of yours")).to_have_count(0)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await screen.page.evaluate(wide) <= 0
        assert screen.complaints == []
