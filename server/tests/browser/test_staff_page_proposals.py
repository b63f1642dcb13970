"""Facts found in documents on the staff page: taken into their field, saved, and put aside for good."""

from pathlib import Path

import pytest
from playwright.async_api import expect
from test_access import violations
from test_staff_page import signed_in

from support.browser import PHONE, chromium
from support.house import house
from support.practical_papers import shelved

pytestmark = pytest.mark.browser


async def test_a_fact_is_taken_into_its_field_and_another_put_aside(tmp_path: Path) -> None:
    async with house(tmp_path / "house", None) as here, chromium(viewport=PHONE) as browser:
        await shelved(here, tmp_path / "docs")
        screen = await signed_in(browser, here)
        page = screen.page
        section = page.get_by_role("region", name="Found in the documents")
        await expect(section.get_by_text("In “Guida alla sede, Wi-Fi”")).to_be_visible()
        assert await violations(page) == []
        await section.get_by_role("button", name="Put aside: Cloakroom").click()
        await expect(section.get_by_text("Il guardaroba è al piano terra")).to_have_count(0)
        await expect(section.get_by_role("heading", name="Found in the documents")).to_be_focused()
        await section.get_by_role("button", name="Take it: Wi-Fi").click()
        await expect(page.get_by_label("Wi-Fi", exact=True)).to_have_value(
            "La rete Wi-Fi è PalazzoGuest, la password è girasole2026."
        )
        await expect(page.get_by_text("1 change is not saved.")).to_be_visible()
        await page.reload()
        await expect(section.get_by_text("In “Guida alla sede, Wi-Fi”")).to_be_visible()
        await expect(section.get_by_text("Il guardaroba è al piano terra")).to_have_count(0)
