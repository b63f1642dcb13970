"""The staff page: sign in by link, tell Charlotte something, see it arrive in a running talk, hang up, undo."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect
from test_access import violations

from support.browser import KIOSK, LAPTOP, PHONE, Screen, chromium, opened
from support.desk_staff import staff_member
from support.house import EVENT, House, house
from support.provider import hosted, providing
from support.waiting import eventually

pytestmark = pytest.mark.browser


async def signed_in(
    browser: BrowserContext, here: House, name: str = "Anna", *, label: str = "Information desk"
) -> Screen:
    """Open the staff page by a sign-in link."""
    code = here.installation.api.staff.new_link_code(name)
    screen = await opened(browser, f"{here.url}/api/staff/sign-in?code={code}")
    await expect(screen.page.get_by_label(label, exact=True)).to_be_visible()
    return screen


@asynccontextmanager
async def desk(tmp_path: Path, viewport: dict[str, int] = LAPTOP) -> AsyncIterator[tuple[House, BrowserContext]]:
    """Serve the real dialogue, and start a browser."""
    async with house(tmp_path, None) as here, chromium(viewport=viewport) as browser:
        yield here, browser


async def test_what_staff_tell_arrives_in_a_running_talk(tmp_path: Path) -> None:
    async with desk(tmp_path) as (here, browser), here.visitor() as visitor:
        screen = await signed_in(browser, here)
        page = screen.page
        await expect(page.get_by_text("Nobody is talking to Charlotte right now.")).to_be_visible()
        async with visitor.talking(language="en") as talker:
            await talker.answer("Where is the information desk?")
            row = page.get_by_role("row", name=re.compile("Waiting"))
            await expect(row).to_contain_text("English")
            await page.get_by_label("Information desk").fill("Hall B, ground floor")
            await page.get_by_label("City").fill("Lucca")
            await page.keyboard.press("Control+Enter")
            preview = page.get_by_role("dialog", name="What this changes")
            await expect(preview.get_by_text("1 conversation gets this now.")).to_be_visible()
            await expect(preview.get_by_role("listitem").get_by_text('- city: "Lucca"')).to_be_visible()
            assert await violations(page) == []
            await preview.get_by_role("button", name="Apply to 1 conversation now").click()
            await expect(page.get_by_text("Saved; 1 conversation has it.")).to_be_visible()
            echo = await talker.until("session.updated")
            assert '- city: "Lucca"' in echo["session"]["instructions"]
            answered = await talker.answer("Where is the information desk?")
            assert "Hall B, ground floor" in str(answered["response"]["output"])

            history = page.get_by_role("region", name="Who changed what")
            await expect(history).to_contain_text("Anna")
            await history.get_by_role("button", name="Undo").click()
            undo = page.get_by_role("dialog", name="What undoing this changes")
            await undo.get_by_role("button", name="Apply to 1 conversation now").click()
            await expect(history.get_by_role("listitem")).to_have_count(2)
            await expect(page.get_by_label("Information desk")).to_have_value("")
            answered = await talker.answer("Where is the information desk?")
            assert "Hall B" not in str(answered["response"]["output"])
        assert screen.complaints == []


async def test_a_hosted_talk_gets_new_instructions_and_can_be_ended(tmp_path: Path) -> None:
    async with providing("Hello.") as provider, house(tmp_path, None, **hosted(provider)) as here:
        async with here.visitor() as visitor, chromium() as browser, visitor.talking() as talker:
            screen = await signed_in(browser, here)
            page = screen.page
            await talker.answer("hi")
            await page.get_by_label("Wi-Fi").fill("Expo-Guest")
            await page.get_by_role("button", name="See what changes").click()
            await page.get_by_role("button", name="Apply to 1 conversation now").click()
            await eventually(lambda: '- wifi: "Expo-Guest"' in str(provider.configs[-1]["instructions"]))
            await page.get_by_role("button", name=re.compile("^Hang up on the conversation since")).click()
            question = page.get_by_role("dialog", name="Hang up on this visitor?")
            await expect(question.get_by_text("This cannot be undone.")).to_be_visible()
            assert await violations(page) == []
            await question.get_by_role("button", name="Let them talk").last.click()
            assert here.installation.switchboard.live == 1
            await page.get_by_role("button", name=re.compile("^Hang up on the conversation since")).click()
            await question.get_by_role("button", name="Hang up on this visitor now").click()
            await talker.socket.wait_closed()
            assert talker.socket.close_reason == "staff_hung_up"
            await expect(page.get_by_role("row", name=re.compile("Over"))).to_contain_text("Staff hung up.")


async def test_of_two_who_save_the_second_is_told_and_loses_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as (here, browser), staff_member(here, "Bruno") as bruno:
        page = (await signed_in(browser, here)).page
        await page.get_by_label("Wi-Fi").fill("Expo-Guest")
        await page.get_by_role("button", name="See what changes").click()
        await expect(page.get_by_role("button", name="Save for the next conversations")).to_be_enabled()
        await bruno.tells(desk="Hall B")
        await page.get_by_role("button", name="Save for the next conversations").click()
        dialog = page.get_by_role("dialog")
        await expect(dialog.get_by_text("A colleague saved meanwhile")).to_be_visible()
        await dialog.get_by_role("button", name="Load theirs, keep mine").click()
        await expect(page.get_by_label("Information desk")).to_have_value("Hall B")
        await expect(page.get_by_label("Wi-Fi")).to_have_value("Expo-Guest")
        await page.get_by_role("button", name="See what changes").click()
        await page.get_by_role("button", name="Save for the next conversations").click()
        await expect(page.get_by_text("The next conversation begins with it.")).to_be_visible()
        told = {fact["name"]: fact["value"] for fact in (await bruno.brief())["facts"] if fact["value"]}
    assert told == {"desk": "Hall B", "wifi": "Expo-Guest"}


@pytest.mark.parametrize("viewport", [PHONE, KIOSK], ids=["phone", "kiosk"])
async def test_it_fits_every_screen_and_says_how_to_sign_in(tmp_path: Path, viewport: dict[str, int]) -> None:
    async with desk(tmp_path, viewport) as (here, browser):
        page = (await opened(browser, f"{here.url}/api/staff/sign-in?code=old")).page
        await expect(page.get_by_role("heading", name="You are not signed in")).to_be_visible()
        await expect(page.get_by_text("That link was used already")).to_be_visible()
        assert await violations(page) == []
        await page.get_by_label("Language of this page").select_option("it")
        await expect(page.get_by_role("heading", name="Non hai effettuato l’accesso")).to_be_visible()
        await page.get_by_label("Lingua di questa pagina").select_option("en")
        async with here.visitor() as visitor, visitor.talking() as talker:
            await talker.answer("hi")
            screen = await signed_in(browser, here)
            await expect(screen.page.get_by_role("row", name=re.compile("Waiting"))).to_be_visible()
            assert await violations(screen.page) == []
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert await screen.page.evaluate(wide) <= 0
            assert EVENT not in await screen.page.inner_text("main"), "people read the event's name, not its id"
