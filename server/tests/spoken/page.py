"""A visitor at the real page: speaks through the browser's microphone and listens to what the page plays."""

import asyncio
import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from playwright.async_api import BrowserContext, Locator, Page, Response, expect

from spoken.recording import QUIET_S, Heard
from support.browser import opened

RECORDER = Path(__file__).with_name("recorder.js")
WORDS = {
    "en": {"own_name": "English", "talk": "Talk", "hands_free": "Hands-free", "ready": "Ready"},
    "it": {"own_name": "Italiano", "talk": "Parla", "hands_free": "Mani libere", "ready": "Pronta"},
}


@dataclass(frozen=True)
class VisitorAtPage:
    """Somebody who uses the page by what it says, in one language."""

    page: Page
    language: str
    tickets: list[Response]
    """What the server gave the page, one for each call."""

    @classmethod
    async def arrives(cls, context: BrowserContext, url: str, event: str, language: str) -> Self:
        """Open the page of an event and choose a language."""
        await context.add_init_script(path=RECORDER)
        tickets: list[Response] = []
        context.on("response", lambda reply: tickets.append(reply) if reply.url.endswith("/token") else None)
        page = (await opened(context, f"{url}/?event={event}")).page
        await page.get_by_role("radio", name=WORDS[language]["own_name"]).first.click()
        return cls(page, language, tickets)

    async def consents_to_talk(self) -> None:
        """Accept to talk; returns when the call is open."""
        words = WORDS[self.language]
        await self.page.get_by_role("button", name=words["talk"], exact=True).click()
        ready = self.page.get_by_role("button", name=f"{words['talk']}: {words['ready']}")
        await expect(ready).to_be_visible(timeout=15_000)

    @property
    def talk_button(self) -> Locator:
        """The big round button."""
        return self.page.get_by_role("button", name=re.compile(rf"^{WORDS[self.language]['talk']}: "))

    async def hands_free(self) -> None:
        """Switch to hands-free."""
        await self.page.get_by_role("button", name=WORDS[self.language]["hands_free"]).click()

    async def microphone_has_played(self, seconds: float) -> None:
        """Wait until the microphone's file has played so far."""
        played = "(seconds) => performance.now() - window.microphoneOpenedAt > seconds * 1000"
        await self.page.wait_for_function(played, arg=seconds)

    async def session_id(self) -> str:
        """Return the conversation's id."""
        return str((await self.tickets[-1].json())["session_id"])

    async def heard(self) -> Heard:
        """Return everything the page has played."""
        text, from_ms = await self.page.evaluate(
            "[window.recordedSound(), window.recordedFrom - window.microphoneOpenedAt]"
        )
        return Heard(np.frombuffer(base64.b64decode(text), np.int16), from_ms / 1000)

    async def listens(self, at_least_s: float, patience_s: float, answers: int = 1) -> Heard:
        """Return what was played once so many answers are over; whatever there is when patience ends."""
        async with asyncio.timeout(patience_s + 5):
            deadline = asyncio.get_running_loop().time() + patience_s
            while True:
                heard = await self.heard()
                enough = heard.audible_s >= at_least_s and len(heard.stretches()) >= answers
                over = enough and heard.quiet_for_s >= QUIET_S
                if over or asyncio.get_running_loop().time() > deadline:
                    return heard
                await asyncio.sleep(0.5)
