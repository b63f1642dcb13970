"""Headless Chromium on the real page, served by the real application."""

import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import BrowserContext, Locator, Page, async_playwright, expect

from support.ears import InstantEar
from support.house import House
from support.mouths import ToneMouth
from support.vads import LoudnessVad

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
expect.set_options(timeout=15_000)

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


@dataclass
class Screen:
    """The page as its visitor uses it; `complaints` are exceptions in it and breaches of its own policy."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def talk_button(self) -> Locator:
        return self.page.get_by_role("button", name=re.compile("^Talk: "))

    async def asks(self, text: str, label: str = "Your question") -> None:
        await self.page.get_by_label(label).fill(text)
        await self.page.keyboard.press("Enter")

    async def settled(self) -> None:
        """Wait until the last question has its answer."""
        await expect(self.page.locator("section > p", has_text=re.compile(r"^Charlotte: \S")).last).to_be_attached()
        await expect(self.page.get_by_role("button", name=re.compile("^(Stop|Ferma)$"))).to_be_disabled()


async def opened(context: BrowserContext, url: str) -> Screen:
    """Open the page and listen to what it complains about."""
    screen = Screen(context.pages[0] if context.pages else await context.new_page())
    screen.page.set_default_timeout(20_000)
    screen.page.on("pageerror", lambda error: screen.complaints.append(str(error)))
    screen.page.on(
        "console", lambda line: screen.complaints.append(line.text) if "Security Policy" in line.text else None
    )
    await screen.page.goto(url)
    return screen


def lend_voice(here: House, ear: InstantEar, *, ms_per_char: float = 50.0) -> None:
    """Give a running engine an ear and a mouth, as its models do once they are loaded."""
    parts = here.installation.engine.parts
    parts.ear, parts.mouth, parts.vad_factory = ear, ToneMouth(ms_per_char=ms_per_char), LoudnessVad
