"""Papers in the language of the place call what is asked for by a name of their own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from charlotte.engine.embedding.e5 import E5
from support.guests_papers import Guests, guests_of

pytestmark = pytest.mark.models

EVENT = (
    '{"id": "bells", "name": "Bell Founders", "timezone": "Europe/Madrid", "start_date": "2027-05-20",'
    ' "end_date": "2027-05-22", "languages": ["es"]}'
)
PROGRAMME = """Title,Date,Start,End,Room,Speakers
Bronce y sus hermanos,2027-05-22,10:00,10:45,Fragua,Rosa Ebner
"""
PAPER = """# Guía

## Abrigos
Los abrigos se cuelgan junto a la escalera.

## Consigna
Hay una consigna gratuita en la portería, abierta de 8:30 a 18:30.
"""
MORNING = "2027-05-20T09:00:00+02:00"


@pytest.fixture
async def guests(tmp_path: Path, model: E5) -> AsyncIterator[Guests]:
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, es=PAPER) as guests:
        yield guests


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "my suitcase is heavy, where can I leave it?"),
        ("it", "dove lascio la valigia?"),
        ("de", "Wo kann ich meinen Koffer abgeben?"),
    ],
)
async def test_a_place_for_luggage_goes_by_its_spanish_name(guests: Guests, language: str, question: str) -> None:
    answer = await guests.ask(language, question)
    assert "portería" in answer, answer
