"""Costs and budgets on the staff page: what was spent and where, and a limit that shows its effect before it holds."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, expect
from test_access import violations
from test_staff_page import signed_in

from support.browser import PHONE, Screen, chromium
from support.desk_staff import staff_member
from support.house import EVENT, House, house
from support.provider import hosted, providing

pytestmark = pytest.mark.browser

USED = {
    "input_tokens": 1000,
    "output_tokens": 200,
    "input_token_details": {"text_tokens": 1000, "audio_tokens": 0},
    "output_token_details": {"text_tokens": 200, "audio_tokens": 0},
}
"""At the price of this model it costs 0.0088 dollars."""
MODEL = {"upstream_model": "gpt-realtime-2.1"}


def money(screen: Screen) -> Locator:
    return screen.page.get_by_role("region", name="Costs and budget")


async def budget(here: House) -> dict[str, Any]:
    async with staff_member(here) as member:
        (found,) = (await member.gets("/api/staff/budgets"))["events"]
    return dict(found)


async def test_staff_see_what_was_spent_and_set_a_limit_that_holds_at_once(tmp_path: Path) -> None:
    async with providing("One.", "Two.") as provider, chromium() as browser:
        provider.usage = USED
        async with house(tmp_path, None, **hosted(provider) | MODEL) as here, here.visitor() as visitor:
            async with visitor.talking() as talker:
                await talker.answer("first")
                await talker.answer("second")
                screen = await signed_in(browser, here)
                section = money(screen)
                await expect(section).to_contain_text("$0.0176 spent. No limit is set.")
                await expect(section.get_by_role("img", name="Costs by hour")).to_be_visible()
                assert await violations(screen.page) == []
                await section.get_by_label("Added up by").select_option("model")
                await expect(section.get_by_role("row", name="realtime · gpt-realtime-2.1 2")).to_be_visible()
                await section.get_by_label("Added up by").select_option("event")
                await expect(section.get_by_role("row", name="DevFest Pisa 2026 2")).to_be_visible()

                # By keyboard: an amount that leaves nothing says so before it is saved.
                await section.get_by_role("button", name="Set a budget").focus()
                await screen.page.keyboard.press("Enter")
                form = screen.page.get_by_role("dialog")
                amount = form.get_by_label("For the whole event")
                await amount.fill("1.000")
                await expect(form.get_by_text("Write an amount such as")).to_be_visible()
                await expect(form.get_by_role("button", name="Save the budget")).to_be_disabled()
                await amount.fill("20")
                await expect(form.get_by_text("$19.98 is left to spend.")).to_be_visible()
                await amount.fill("0,0176")
                await expect(form.get_by_text("1 conversation goes on with this server’s own voice")).to_be_visible()
                assert await violations(screen.page) == []
                await amount.press("Enter")
                await expect(section.get_by_text("The money is spent. This server’s own voice")).to_be_visible()
                await expect(section.get_by_role("meter")).to_have_attribute(
                    "aria-valuetext", "$0.0176 of $0.0176 spent"
                )
                done = await talker.answer("What is on now?")
                assert done["response"]["status"] == "completed", "the same conversation, another voice"
                assert (await budget(here))["verdict"] == "degrade"

                await section.get_by_role("button", name="Undo").click()
                await expect(section).to_contain_text("No limit is set.")
                assert (await budget(here))["verdict"] == "ok"
            assert screen.complaints == []


async def test_refusing_visitors_is_named_by_its_consequence(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, chromium(viewport=PHONE) as browser:
        screen = await signed_in(browser, here)
        await expect(money(screen)).to_contain_text("Nothing was charged.")
        await screen.button("Set a budget").click()
        form = screen.page.get_by_role("dialog")
        await form.get_by_label("For the whole event").fill("0")
        await form.get_by_label("Serve nobody").check()
        await expect(form.get_by_text("the next visitors are refused")).to_be_visible()
        assert await violations(screen.page) == []
        await form.get_by_role("button", name="Save and refuse visitors now").click()
        await expect(money(screen)).to_contain_text("Visitors are refused now")
        async with here.visitor() as visitor:
            assert (await visitor.asks_for_ticket()).json()["code"] == "budget_spent"
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await screen.page.evaluate(wide) <= 0
        assert EVENT not in await screen.page.inner_text("main")


async def test_costs_that_cannot_be_loaded_say_so_and_come_back(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, chromium() as browser:
        await browser.route("**/api/staff/costs?*", lambda route: route.abort())
        screen = await signed_in(browser, here)
        section = money(screen)
        await expect(section.get_by_text("The costs could not be loaded.")).to_be_visible()
        await browser.unroute("**/api/staff/costs?*")
        await section.get_by_role("button", name="Try again").click()
        await expect(section).to_contain_text("Nothing was charged.")
