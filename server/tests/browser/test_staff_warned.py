"""The staff page warns before it is done: of a room that is taken, of a programme without times, of a wrong column."""

import json
from pathlib import Path

import pytest
from playwright.async_api import Locator, expect
from test_access import violations
from test_staff_page import signed_in
from test_staff_programme import READING_MS, programme, shows

from support.browser import LAPTOP, PHONE, chromium
from support.house import house

pytestmark = pytest.mark.browser

ROWS = """Date,Start,End,Title,Speakers,Moderator,Chair,Room
2026-04-18,15:00,15:45,Brine,Orla Tighe,Nessa Roe,Una Crowe,Weir Hall
2026-04-18,16:00,17:00,Rock,Conn Daly,Nessa Roe,Una Crowe,Weir Hall
"""


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
async def test_a_review_and_a_move_warn_and_leave_the_choice(tmp_path: Path, viewport: dict[str, int]) -> None:
    rows, event = tmp_path / "plan.csv", tmp_path / "event.json"
    rows.write_text(ROWS)
    event.write_text(json.dumps({"id": "salt", "name": "Salt", "timezone": "Europe/Dublin"}))
    async with house(tmp_path / "data", None, now="2026-04-18T09:00") as here, chromium(viewport=viewport) as browser:
        screen = await signed_in(browser, here)
        section = programme(screen)
        parts = screen.page.get_by_role("navigation", name="Parts of this page")
        await parts.get_by_role("link", name="Upload a programme").click()
        await expect(section.get_by_text("Upload a programme")).to_be_in_viewport()
        await section.get_by_label("Upload a programme").set_input_files([rows, event])
        sample = section.get_by_role("region", name="The first sessions as they are read")
        first = sample.get_by_role("listitem").first
        await expect(first).to_contain_text("Sat 18 Apr, 15:00–15:45 · Weir Hall", timeout=READING_MS)
        await expect(first).to_contain_text("Brine · Orla Tighe")
        await expect(section.get_by_text("who chairs or moderates, room")).to_be_visible()
        assert await section.get_by_text("no start time").count() == 0

        # What a changed column does is seen at once; a choice that leaves nothing says what to choose.
        await section.get_by_role("combobox", name="Start").select_option("")
        await shows(section, "2 of 2 sessions have no start time.")
        await shows(section, "Choose below the columns with the day and the begin")
        await expect(first).to_contain_text("no time · Weir Hall")
        await expect(first).to_contain_text("Brine · Orla Tighe")
        assert await violations(screen.page) == []
        await section.get_by_role("combobox", name="Title").select_option("")
        await shows(section, "With this choice no session is left, so the one before still holds.")
        await section.get_by_role("combobox", name="Start").select_option("start")
        await expect(section.get_by_text("no start time")).to_be_hidden(timeout=READING_MS)
        await section.get_by_role("button", name="Apply").click()
        await expect(screen.page.get_by_label("Event", exact=True)).to_have_value("salt", timeout=READING_MS)

        def row(title: str) -> Locator:
            return section.get_by_role("listitem").filter(has=screen.page.get_by_text(title, exact=True))

        await row("Brine").get_by_role("button", name="Change").click()
        await row("Brine").get_by_role("button", name="30 min").click()
        warned = row("Brine").get_by_text("The room is taken at that time:")
        await expect(warned).to_be_focused()
        await expect(row("Brine").get_by_text("“Rock” is in Weir Hall from 16:00 to 17:00.")).to_be_visible()
        assert await violations(screen.page) == []
        await row("Brine").get_by_role("button", name="Leave it as it is").click()
        await expect(warned).to_be_hidden()
        await expect(row("Brine")).to_contain_text("Sat 18 Apr, 15:00 · Weir Hall")
        await row("Brine").get_by_role("button", name="30 min").click()
        await row("Brine").get_by_role("button", name="Do it anyway").click()
        await expect(row("Brine")).to_contain_text("Sat 18 Apr, 15:30 · Weir Hall")
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await screen.page.evaluate(wide) <= 0
        assert screen.complaints == []
