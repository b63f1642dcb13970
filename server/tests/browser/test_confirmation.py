"""What changes something waits on the page for the visitor's yes or no, by pointer or keyboard."""

import json
from pathlib import Path
from typing import Any

import pytest
from httpx2 import AsyncClient
from playwright.async_api import expect

from charlotte.engine.mind import Call, Say
from support.browser import PHONE, chromium, opened
from support.house import House, house
from support.minds import ScriptedMind, last_output

pytestmark = pytest.mark.browser

QUESTION = "Shall I tell the information desk: “I lost a red bag”?"


def obedient() -> ScriptedMind:
    """Return a mind that asks for the tool each turn, puts the question, and says what came of it."""

    def script(prompt: Any) -> list[Say | Call]:
        output = last_output(prompt)
        if output is None:
            return [Call("ask_staff", json.dumps({"message": "I lost a red bag"}))]
        told = json.loads(output)
        if told["type"] == "help_request":
            return [Say("The desk knows now.", "en")]
        return [Say(told["question"] if told["state"] == "pending" else "Then I leave it.", "en")]

    return ScriptedMind(script=script)


async def requests(here: House) -> list[str]:
    async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False) as http:
        found = (await http.get("/api/staff/requests?kind=message")).json()["requests"]
    return [request["words"] for request in found]


async def test_a_yes_by_keyboard_tells_the_desk(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, chromium(viewport=PHONE) as browser:
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await screen.asks("I lost my bag")
        card = screen.page.get_by_role("region", name=QUESTION)
        await expect(card).to_be_visible()
        assert await requests(here) == []
        await card.get_by_role("button", name="Yes", exact=True).focus()
        await screen.page.keyboard.press("Enter")
        await expect(screen.page.get_by_text("The desk knows now.").first).to_be_visible()
        await expect(card).to_be_hidden()
        assert await requests(here) == ["I lost a red bag"]
        assert screen.complaints == []


async def test_a_no_leaves_it(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, chromium() as browser:
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await screen.asks("I lost my bag")
        await screen.button("No").click()
        await expect(screen.page.get_by_text("Then I leave it.").first).to_be_visible()
        await expect(screen.button("Yes")).to_be_hidden()
        assert await requests(here) == []
