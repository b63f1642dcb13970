"""What people tell beside their question hides no answer, and a name that no document holds is not answered."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from charlotte.knowledge.answering import Quoted
from support.libraries import Shelfful, shelfful

EVENT = "brueckenforum"
HINTS = """# Notes for visitors

## Cloakroom and luggage

Coats hang beside the entrance. Suitcases go to room K12 until 17:30.

## Getting here

The car park behind the brewery costs 3 euro per hour and 11 euro a day at most.

## Boat evening

The boat costs 40 euro. Tickets are sold at the desk until Tuesday noon. A coach leaves from the clock tower at 18:15.

## Proceedings

The proceedings are printed and handed out on the last day.
"""
SURE = ("exact", "close")


@pytest.fixture
async def notes(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, EVENT, {"notes.md": HINTS}) as opened:
        yield opened


async def best(notes: Shelfful, question: str, language: str) -> Quoted:
    found = await notes.library.search(EVENT, question, limit=1, language=language, today=date(2027, 6, 14))
    return found.quoted[0]


@pytest.mark.parametrize(
    ("question", "language", "quote"),
    [
        ("I take a taxi to the airport tonight: where can I leave my suitcase?", "en", "K12"),
        ("mañana salgo para el aeropuerto, ¿dónde me guardan el equipaje?", "es", "K12"),
        ("ho il treno stasera, dove metto la valigia?", "it", "K12"),
        ("je suis venu en voiture, le parking coûte combien ?", "fr", "11 euro a day"),
        ("wie viel kostet das Boot und bis wann kann man Karten kaufen?", "de", "40 euro. Tickets are sold"),
        ("d'où part le car pour le bateau ?", "fr", "clock tower"),
        ("von wo fährt der Bus zum Boot ab?", "de", "clock tower"),
    ],
)
async def test_what_is_asked_is_answered(notes: Shelfful, question: str, language: str, quote: str) -> None:
    answered = await best(notes, question, language)
    assert quote in answered.quote
    assert answered.sureness in SURE


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("gli atti sono indicizzati in Scopus?", "it"),
        ("les actes sont-ils dans Scimago ?", "fr"),
        ("can I pay the coach with Bizum?", "en"),
    ],
)
async def test_a_name_that_stands_nowhere_is_not_answered(notes: Shelfful, question: str, language: str) -> None:
    assert (await best(notes, question, language)).sureness not in SURE
