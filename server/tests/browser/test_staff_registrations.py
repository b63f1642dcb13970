"""A list of registrations on the staff page: looked at, loaded, who was checked in, taken back, erased."""

from pathlib import Path

import pytest
from playwright.async_api import expect
from test_access import violations
from test_staff_page import signed_in

from support.browser import PHONE, chromium
from support.house import House, house
from support.registrations import LIST, list_as_xlsx, loads, says, seen

pytestmark = pytest.mark.browser


async def checks_in(here: House) -> None:
    async with here.visitor() as visitor, visitor.talking(language="en") as talker:
        await says(talker, "check me in, my code is AB123XZ")
        await says(talker, "yes")


async def test_a_list_is_loaded_and_check_ins_come_in(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, chromium(viewport=PHONE) as browser:
        screen = await signed_in(browser, here)
        section = screen.page.get_by_role("region", name="Registrations and check-in")
        await expect(section.get_by_text("Without a list Charlotte does not offer check-in.")).to_be_visible()
        mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        file = {"name": "iscritti.xlsx", "mimeType": mime, "buffer": list_as_xlsx()}
        await section.get_by_label("Load a list (CSV or Excel)").set_input_files(files=[file])
        await expect(section.get_by_text("4 registrations: 4 with a code")).to_be_visible()
        await expect(section.get_by_label("Cognome")).to_have_value("last_name")
        await section.get_by_label("Tipo biglietto").select_option("")
        await expect(section.get_by_label("Tipo biglietto")).to_have_value("")
        assert await violations(screen.page) == []
        await section.get_by_role("button", name="Use this list").click()
        await expect(section.get_by_role("status").first).to_have_text("0 of 4 checked in")
        await checks_in(here)
        # It comes by itself.
        await expect(section.get_by_text("A.R. · code …3XZ")).to_be_visible(timeout=20_000)
        assert await violations(screen.page) == []
        newer = LIST.replace("AB123XZ;Anna;Rossi;anna.rossi@example.org;Full pass;confermato\n", "")
        file = {"name": "newer.csv", "mimeType": "text/csv", "buffer": newer.encode()}
        await section.get_by_label("Load a newer list (CSV or Excel)").set_input_files(files=[file])
        await expect(section.get_by_text("0 new, 3 changed, 1 missing.")).to_be_visible()
        await expect(section.get_by_text("1 of those missing is checked in")).to_be_visible()
        await expect(section.get_by_text("A.R. · code …3XZ · checked in")).to_be_visible()
        assert await violations(screen.page) == []
        # A colleague is faster: what it would do now is shown beside the reason, and nothing was stored.
        await loads(here, newer + "NEW77QX;Ida;Neri;ida@example.org;Full pass;confermato\n", "colleague.csv")
        await section.get_by_role("button", name="Use this list").click()
        await expect(section.get_by_text("has loaded another list meanwhile; yours was not stored.")).to_be_visible()
        await expect(section.get_by_text("0 new, 0 changed, 1 missing.")).to_be_visible()
        await expect(section.get_by_text("colleague.csv")).to_be_visible()
        assert await violations(screen.page) == []
        await section.get_by_role("button", name="Drop it").click()
        await section.get_by_role("button", name="Erase the list").click()
        await loads(here)
        await checks_in(here)
        await section.get_by_role("button", name="Erase it").click()
        await expect(section.get_by_text("it was not erased")).to_be_visible()
        await expect(section.get_by_text("iscritti.csv")).to_be_visible()
        assert await violations(screen.page) == []
        await section.get_by_role("button", name="Take back the check-in of A.R.").click()
        await expect(section.get_by_text("Nobody was checked in yet.")).to_be_visible()
        await section.get_by_role("button", name="Erase the list").press("Enter")
        await expect(section.get_by_role("button", name="Keep it")).to_be_focused()
        await section.get_by_role("button", name="Keep it").press("Enter")
        await expect(section.get_by_role("button", name="Erase the list")).to_be_focused()
        await section.get_by_role("button", name="Erase the list").press("Enter")
        assert await violations(screen.page) == []
        await section.get_by_role("button", name="Erase it").click()
        await expect(section.get_by_text("Without a list Charlotte does not offer check-in.")).to_be_visible()
        assert (await seen(here))["loaded"] is None
