"""Headless Chromium on the real page, served by the real application."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import BrowserContext, Page, async_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)
WITH_MICROPHONE = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
WITHOUT_PERMISSION = ("--deny-permission-prompts", "--use-fake-device-for-media-stream")
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1440, "height": 900}
KIOSK = {"width": 1080, "height": 1920}


def saying(wav: Path) -> tuple[str, ...]:
    """Return the flags of a microphone that hears a file once (48 kHz mono s16)."""
    return (*WITH_MICROPHONE, f"--use-file-for-fake-audio-capture={wav}%noloop")


@asynccontextmanager
async def chromium(
    *flags: str, viewport: dict[str, int] = LAPTOP, languages: Sequence[str] = ("en",), dark: bool = False
) -> AsyncIterator[BrowserContext]:
    """Start a browser with a profile of its own."""
    found = shutil.which("chromium")
    assert found, "Chromium is missing: apt-get install chromium"
    with tempfile.TemporaryDirectory() as profile:
        async with async_playwright() as playwright:
            context = await playwright.chromium.launch_persistent_context(
                profile,
                executable_path=found,
                headless=True,
                args=[*FLAGS, *flags],
                viewport=viewport,  # type: ignore[arg-type]
                locale=languages[0],
                color_scheme="dark" if dark else "light",
            )
            try:
                yield context
            finally:
                await context.close()


async def opened(context: BrowserContext, url: str) -> Page:
    """Return the page; any exception nobody caught in it fails the test at the next `assert_calm`."""
    page = context.pages[0] if context.pages else await context.new_page()
    page.set_default_timeout(20_000)
    await page.goto(url)
    return page
