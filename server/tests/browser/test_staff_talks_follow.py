"""On the staff page a session takes the talks inside of it along: form, list and answers show it."""

import json
import re
from pathlib import Path

import pytest
from playwright.async_api import Locator, expect
from test_access import violations
from test_staff_gaps import said
from test_staff_page import signed_in
from test_staff_programme import programme, shows

from support.browser import PHONE, chromium
from support.house import house

pytestmark = pytest.mark.browser

ROWS = """Date,Start,End,Title,Room,Speakers,Session or Sub
2026-04-18,15:00,16:00,Brine,Weir Hall,,Session
2026-04-18,15:00,15:20,Pans of iron,Weir Hall,Orla Tighe,Sub
2026-04-18,15:20,15:40,Wind and sun,Weir Hall,Conn Daly,Sub
2026-04-18,16:00,17:00,Rock,Mill Room,,Session
"""


async def test_talks_inside_move_and_are_cancelled_with_their_session(tmp_path: Path) -> None:
    rows, event = tmp_path / "plan.csv", tmp_path / "event.json"
    rows.write_text(ROWS)
    event.write_text(json.dumps({"id": "devfest-pisa-2026", "name": "Salt", "timezone": "Europe/Rome"}))
    async with house(tmp_path / "data", None, now="2026-04-18T09:00") as here, here.visitor() as visitor:
        async with chromium(viewport=PHONE) as browser, visitor.talking(language="en") as talker:
            screen = await signed_in(browser, here)
            section = programme(screen)
            await section.get_by_label("Upload a programme").set_input_files([rows, event])
            await section.get_by_role("button", name="Apply").click(timeout=30_000)
            await shows(section, "Applied.")
            await section.get_by_role("button", name=re.compile("^Show all")).click()

            def row(title: str) -> Locator:
                exact = screen.page.get_by_text(title, exact=True)
                return section.get_by_role("listitem").filter(has=exact)

            whole, talk = row("Brine"), row("Pans of iron")
            await whole.get_by_role("button", name="Change").click()
            await expect(whole.get_by_text("2 talks inside move with it, and are cancelled with it.")).to_be_visible()
            assert await violations(screen.page) == []
            await whole.get_by_role("combobox", name="Room").select_option("Mill Room")
            await whole.get_by_label("Time (24 hours)").fill("17:30")
            await whole.get_by_role("button", name="Move it there").click()
            await expect(whole.get_by_text("2 talks inside went with it.")).to_be_visible()
            await expect(talk.get_by_text("17:30 · Mill Room")).to_be_visible()
            await expect(talk.get_by_text("Changed with “Brine”")).to_be_visible()
            answer = await said(talker, "When does Orla Tighe speak?")
            assert "17:30, in Mill Room" in answer and "moved" in answer

            await whole.get_by_role("button", name="Change").click()
            await whole.get_by_role("button", name="Cancel the session").click()
            await expect(talk.get_by_text("Cancelled with “Brine”")).to_be_visible()
            assert "cancelled" in await said(talker, "When does Orla Tighe speak?")
            await whole.get_by_role("button", name="Change").click()
            await whole.get_by_role("button", name="As in the programme again").click()
            await expect(talk.get_by_text("15:00 · Weir Hall")).to_be_visible()
            assert "15:00, in Weir Hall" in await said(talker, "When does Orla Tighe speak?")
            assert screen.complaints == []
