"""Cards of the visitor's own registration and of told facts: how it stands and where to go, and nobody's name."""

from pathlib import Path

import pytest
from playwright.async_api import expect
from test_access import violations

from support.browser import KIOSK, chromium, opened
from support.desk_staff import staff_member
from support.house import house
from support.practical_papers import shelved
from support.registrations import loads

pytestmark = pytest.mark.browser

WIFI = "La rete Wi-Fi è PalazzoGuest, la password è girasole2026."


async def test_a_registration_and_a_told_fact_are_shown_on_cards(tmp_path: Path) -> None:
    async with house(tmp_path / "house", None) as here, chromium(viewport=KIOSK) as browser:
        await loads(here)
        await shelved(here, tmp_path / "docs")
        async with staff_member(here) as member:
            await member.tells(wifi=WIFI, registration="foyer, desks 1 to 4")
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await screen.asks("Am I registered? My code is AB123XZ")
        card = screen.page.get_by_role("article").last
        await expect(card.get_by_text("Registration found")).to_be_visible()
        await expect(card.get_by_text("Full pass · code …3XZ")).to_be_visible()
        await expect(card.get_by_text("Badges and help: foyer, desks 1 to 4")).to_be_visible()
        # The question holds the code: it goes into no address.
        await expect(card.get_by_role("button")).to_have_count(0)
        await screen.settled()
        await screen.asks("check me in")
        await screen.page.get_by_role("button", name="Yes", exact=True).click()
        await expect(card.get_by_text("Checked in", exact=True)).to_be_visible()
        assert "Rossi" not in await screen.page.locator("body").inner_text()
        assert await violations(screen.page) == []
        await screen.settled()
        await screen.asks("What is the Wi-Fi password?")
        await expect(card.get_by_text(WIFI, exact=True)).to_be_visible()
        await expect(card.get_by_text("From the organisers’ documents: Guida alla sede, Wi-Fi")).to_be_visible()
        assert await violations(screen.page) == []
        assert screen.complaints == []
