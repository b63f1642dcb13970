"""Who changed what, on the staff page: imports, sessions, answers and facts in one list that follows by itself."""

from pathlib import Path

import pytest
from playwright.async_api import expect
from test_access import violations
from test_staff_page import signed_in

from support.browser import LAPTOP, PHONE, chromium
from support.desk_staff import staff_member
from support.house import EVENT, house

pytestmark = pytest.mark.browser

HERE = f"/api/staff/events/{EVENT}"
TALK = "1200474"


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
async def test_what_a_colleague_does_appears_with_what_it_did(tmp_path: Path, viewport: dict[str, int]) -> None:
    async with (
        house(tmp_path, None, now="2026-04-18T09:00") as here,
        chromium(viewport=viewport) as browser,
        staff_member(here, "Bruno") as bruno,
    ):
        screen = await signed_in(browser, here)
        history = screen.page.get_by_role("region", name="Who changed what")
        await expect(history.get_by_text("Nobody has changed anything yet.")).to_be_visible()
        path = f"{HERE}/sessions/{TALK}"
        assert (await bruno.http.put(path, json={"action": "delay", "minutes": 30})).status_code == 200
        told = {"question": "Is there a prayer room?", "answer": "Room 5.", "language": "en"}
        assert (await bruno.http.post(f"{HERE}/answers", json=told)).status_code == 201
        rows = history.get_by_role("listitem")
        await expect(rows.nth(1)).to_contain_text("Bruno", timeout=15_000)
        await expect(rows.nth(0)).to_contain_text("Answer given: Is there a prayer room?")
        await expect(rows.nth(1)).to_contain_text("Session delayed: ")
        await expect(rows.nth(1).locator("del")).to_contain_text("12:00 · Sala Ricci")
        await expect(rows.nth(1).locator("ins")).to_contain_text("12:30 · Sala Ricci")
        await screen.page.get_by_label("Wi-Fi").fill("Expo-Guest")
        await screen.page.get_by_role("button", name="See what changes").click()
        await screen.page.get_by_role("button", name="Save for the next conversations").click()
        await expect(rows.nth(0)).to_contain_text("Facts changed")
        await expect(rows.nth(0)).to_contain_text("Anna")
        assert await violations(screen.page) == []
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await screen.page.evaluate(wide) <= 0
        await rows.nth(0).get_by_role("button", name="Undo").click()
        undo = screen.page.get_by_role("dialog", name="What undoing this changes")
        await undo.get_by_role("button", name="Save for the next conversations").click()
        await expect(rows.nth(0)).to_contain_text("Facts put back")
        await expect(rows).to_have_count(4)
        assert screen.complaints == []
