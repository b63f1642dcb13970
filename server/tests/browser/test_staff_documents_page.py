"""Documents on the staff page: looked at, stored, replaced, removed, taken back."""

import re
from pathlib import Path

import pytest
from playwright.async_api import expect
from test_access import violations
from test_staff_page import signed_in

from support.browser import PHONE, chromium
from support.desk_staff import staff_member
from support.house import house

pytestmark = pytest.mark.browser


def faq(price: int) -> dict[str, str | bytes]:
    text = f"# Questions\n\n## Parking\n\nParking costs {price} euro an hour.\n\n## Dogs\n\nDogs are welcome.\n"
    return {"name": "faq.en.md", "mimeType": "text/markdown", "buffer": text.encode()}


async def test_a_document_is_replaced_after_a_look_and_taken_back(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, chromium(viewport=PHONE) as browser:
        screen = await signed_in(browser, here)
        section = screen.page.get_by_role("region", name=re.compile("^Documents"))
        await expect(section.get_by_text("No documents yet.")).to_be_visible()
        upload = section.get_by_label("Add or replace documents")
        await upload.set_input_files(files=[faq(2)])  # type: ignore[list-item]
        await section.get_by_role("button", name="Store them").click()
        await expect(section.get_by_text("faq.en.md · 2 passages")).to_be_visible()
        await upload.set_input_files(files=[faq(3)])  # type: ignore[list-item]
        await expect(section.get_by_text("Parking costs 2 euro an hour.")).to_be_visible()
        await expect(section.get_by_text("Parking costs 3 euro an hour.")).to_be_visible()
        await expect(section.get_by_text("1 passage is new, 1 goes")).to_be_visible()
        assert await violations(screen.page) == []
        await section.get_by_role("button", name="Store them").click()
        await expect(section.get_by_text("by Anna: 0 added, 1 changed, 0 removed.")).to_be_visible()
        await section.get_by_role("button", name="Remove faq.en.md").click()
        await expect(section.get_by_text("No documents yet.")).to_be_visible()
        await section.get_by_role("button", name="Take it back").click()
        await expect(section.get_by_text("The change was taken back.")).to_be_visible()
        await expect(section.get_by_text("faq.en.md · 2 passages")).to_be_visible()
        _, held = await here.installation.shelves.documents("devfest-pisa-2026")
        assert "Parking costs 3 euro an hour." in held.documents[0].passages[0].text
        assert await violations(screen.page) == []
        assert screen.complaints == []


async def test_two_who_take_the_same_change_back_take_one_back(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, chromium(viewport=PHONE) as browser, staff_member(here, "Bruno") as bruno:
        path = "/api/staff/events/devfest-pisa-2026/documents"
        for version, name in enumerate(("first.md", "second.md")):
            file = {"files": (name, b"# Dogs\n\nDogs are welcome.\n")}
            assert (await bruno.http.put(path, files=file, params={"version": version})).status_code == 200
        screen = await signed_in(browser, here)
        section = screen.page.get_by_role("region", name=re.compile("^Documents"))
        await expect(section.get_by_text("second.md · 1 passage")).to_be_visible()
        assert (await bruno.http.post(f"{path}/undo", params={"version": 2})).status_code == 200
        await section.get_by_role("button", name="Take it back").click()
        await expect(section.get_by_text("Bruno has changed the documents meanwhile")).to_be_visible()
        await expect(section.get_by_text("second.md")).to_have_count(0)
        await expect(section.get_by_text("first.md · 1 passage")).to_be_visible()
        assert await violations(screen.page) == []
        # The same of documents that were looked at.
        await section.get_by_label("Add or replace documents").set_input_files(files=[faq(2)])  # type: ignore[list-item]
        await expect(section.get_by_text("new · 2 passages")).to_be_visible()
        file = {"files": ("faq.en.md", str(faq(3)["buffer"], "utf-8").encode())}  # type: ignore[arg-type]
        assert (await bruno.http.put(path, files=file, params={"version": 3})).status_code == 200
        await section.get_by_role("button", name="Store them").click()
        await expect(section.get_by_text("nothing of yours was done")).to_be_visible()
        await expect(section.get_by_text("1 passage is new, 1 goes")).to_be_visible()
        await section.get_by_role("button", name="Store them").click()
        await expect(section.get_by_text("Stored. Whoever asks from now on hears it.")).to_be_visible()
