"""Asking for a person: she offers to tell the desk, asks first, and says how it went, in five languages."""

from pathlib import Path
from typing import Any

import pytest
from httpx2 import AsyncClient

from support.house import House, house
from support.talker import Talker

ASKED = {
    "it": ("Vorrei parlare con una persona", "Sì, grazie", "No grazie", "ha il suo messaggio", "non dico nulla"),
    "en": ("I want to talk to a human", "Yes please", "No", "has your message", "won't tell"),
    "fr": ("Je voudrais parler à quelqu'un du personnel", "Oui", "Non merci", "a votre message", "ne dis rien"),
    "de": (
        "Ich möchte mit einem Menschen sprechen",
        "Ja, bitte",
        "Nein",
        "hat Ihre Nachricht",
        "sage dem Infopunkt nichts",
    ),
    "es": ("Quiero hablar con una persona", "Sí, por favor", "No, gracias", "tiene su mensaje", "no le digo nada"),
}


async def said(talker: Talker, words: str) -> str:
    await talker.writes(words)
    done = await talker.until("response.done")
    while done["response"]["output"][0]["type"] != "message":
        done = await talker.until("response.done")
    text: str = done["response"]["output"][0]["content"][0]["text"]
    return text


async def requests(here: House) -> list[dict[str, Any]]:
    async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False) as http:
        listed: list[dict[str, Any]] = (await http.get("/api/staff/requests?kind=message")).json()["requests"]
        return listed


@pytest.mark.parametrize("fixed", [True, False], ids=["chosen", "detected"])
async def test_she_offers_asks_and_tells(tmp_path: Path, fixed: bool) -> None:
    async with house(tmp_path, None) as here:
        for language, (wish, yes, _, done, _) in ASKED.items():
            async with here.visitor() as visitor, visitor.talking(language=language if fixed else None) as talker:
                offer = await said(talker, wish)
                assert wish in offer and offer.endswith("?")
                before = len(await requests(here))
                assert done in await said(talker, yes)
                latest, count = (found := await requests(here))[0], len(found)
                assert (latest["words"], latest["language"], count) == (wish, language, before + 1)


async def test_a_no_and_another_question_leave_it(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        for language, (wish, yes, no, _, left) in ASKED.items():
            async with here.visitor() as visitor, visitor.talking(language=language) as talker:
                await said(talker, wish)
                assert left in await said(talker, no)
                await said(talker, wish)
                await said(talker, "DevFest?")
                await said(talker, yes)
        assert await requests(here) == []
