"""Consent, then a typed conversation on the real page."""

import asyncio
from pathlib import Path
from typing import Any

import anyio
import pytest
from playwright.async_api import Route, expect

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from support.browser import PHONE, Screen, chromium, opened
from support.clerk import clerk
from support.house import EVENT, house
from support.minds import ScriptedMind, saying
from support.waiting import eventually

pytestmark = pytest.mark.browser


async def test_before_the_consent_nothing_is_asked_or_kept(tmp_path: Path) -> None:
    async with house(tmp_path, clerk()) as here, chromium() as browser:
        asked: list[str] = []
        browser.on("request", lambda request: asked.append(request.url))
        screen = await opened(browser, here.url)
        await expect(screen.button("Talk")).to_be_visible()
        await screen.page.wait_for_load_state("networkidle")
        assert asked, "the page itself"
        assert [url for url in asked if "/api/" in url or not url.startswith(here.url)] == []
        assert await browser.cookies() == []
        assert await screen.page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert await screen.page.evaluate(
            "navigator.mediaDevices.enumerateDevices().then(all => all.every(each => each.label === ''))"
        )


async def test_the_consent_tells_how_long_words_are_kept(tmp_path: Path) -> None:
    async with house(tmp_path, clerk(), retention=True, retention_days=7) as here, chromium() as browser:
        screen = await opened(browser, here.url)
        await expect(screen.page.get_by_text("7 days")).to_be_visible()


async def test_a_typed_question_is_answered_with_a_card(tmp_path: Path) -> None:
    async with house(tmp_path, clerk()) as here, chromium(viewport=PHONE) as browser:
        screen = await opened(browser, f"{here.url}/?event={EVENT}")
        await screen.button("Type").click()
        session = await next_session(screen)
        await screen.asks(session["title"])
        card = screen.page.get_by_role("article")
        await expect(card.get_by_text(session["room"]).first).to_be_visible()
        await expect(card.get_by_text(session["start"][11:16]).first).to_be_visible()
        await expect(screen.page.get_by_text(f"It is {session['title']}.").first).to_be_visible()
        assert screen.complaints == []


async def test_who_chairs_stands_on_the_card_apart_from_who_speaks(tmp_path: Path) -> None:
    rows = (
        "Title,Date,Start,End,Room,Speakers,Moderator\n"
        "Who owns the river?,2026-05-08,14:00,15:00,Green hall,Ada Verne; Jan Holm,Carla Bonini\n"
    )
    facts = Facts(id="rivers", timezone="Europe/Rome", start_date=day("2026-05-08"), end_date=day("2026-05-08"))
    async with house(tmp_path, None) as here, chromium(viewport=PHONE) as browser:
        await here.installation.congresses.save(read_tables([Document("rivers.csv", rows.encode())], facts))
        screen = await opened(browser, f"{here.url}/?event=rivers")
        await screen.button("Type").click()
        await screen.asks("where is the talk who owns the river?")
        card = screen.page.get_by_role("article")
        await expect(card.get_by_text("Ada Verne, Jan Holm", exact=True)).to_be_visible()
        await expect(card.get_by_text("Chair: Carla Bonini", exact=True)).to_be_visible()
        await screen.settled()
        assert screen.complaints == []


async def test_the_calendar_file_is_made_in_the_page(tmp_path: Path) -> None:
    async with house(tmp_path, clerk()) as here, chromium() as browser:
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        session = await next_session(screen)
        await screen.asks(session["title"])
        async with screen.page.expect_download() as download:
            await screen.button("Calendar").click()
        saved = await (await download.value).path()
        content = (await anyio.Path(saved).read_text(encoding="utf-8")).replace("\n ", "")
        assert "BEGIN:VEVENT" in content
        assert session["room"] in content


async def test_the_page_and_the_answer_change_language_together(tmp_path: Path) -> None:
    mind = clerk()
    async with house(tmp_path, mind) as here, chromium() as browser:
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await screen.asks("keynote")
        await screen.settled()
        await screen.page.get_by_role("radio", name="Italiano").click()
        await expect(screen.page.get_by_text("Solo testo", exact=True).first).to_be_visible()
        await screen.asks("keynote", label="La tua domanda")
        await eventually(lambda: len(mind.prompts) == 4)  # the change takes a moment; what was asked waits for it
        assert [prompt.language for prompt in mind.prompts] == ["en", "en", "it", "it"]


async def test_a_language_chosen_while_the_call_is_being_opened_is_that_of_the_answer(tmp_path: Path) -> None:
    mind = ScriptedMind([saying("È nella sala grande.")])
    minted, chosen = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        ticket = await route.fetch()
        minted.set()
        await chosen.wait()
        await route.fulfill(response=ticket)

    async with house(tmp_path, mind) as here, chromium() as browser:
        await browser.route("**/api/realtime/token", hold)
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await minted.wait()
        await screen.page.get_by_role("radio", name="Italiano").click()
        await screen.asks("keynote", label="La tua domanda")
        chosen.set()
        await expect(screen.page.get_by_text("È nella sala grande.").first).to_be_visible()
        assert [prompt.language for prompt in mind.prompts] == ["it"]


async def test_an_answer_that_fails_is_said_in_a_passing_note_and_the_next_one_comes(tmp_path: Path) -> None:
    mind = ScriptedMind([[RuntimeError("no such thing")], saying("It is in the main hall.")])
    async with house(tmp_path, mind) as here, chromium(viewport=PHONE) as browser:
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await screen.asks("keynote")
        note = screen.page.get_by_text("I could not finish the answer. Please ask again.")
        await expect(note).to_be_visible()
        assert await note.evaluate("note => note.closest('[aria-live]') !== null"), "a screen reader hears it"
        await screen.asks("keynote")
        await expect(screen.page.get_by_text("It is in the main hall.").first).to_be_visible()


async def next_session(screen: Screen) -> dict[str, Any]:
    """Return what the programme has next, as the page's own server tells it."""
    event: dict[str, Any] = await screen.page.evaluate(f"fetch('/api/events/{EVENT}').then(reply => reply.json())")
    session: dict[str, Any] = event["next"][0]
    return session
