"""What documents say beyond doubt is told before a session or somebody that is only like the words of a need."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from charlotte.engine.embedding.e5 import E5
from support.guests_papers import Guests, guests_of

pytestmark = pytest.mark.models

EVENT = (
    '{"id": "quilts", "name": "Quilters", "timezone": "Europe/Dublin", "start_date": "2027-05-21",'
    ' "end_date": "2027-05-22", "languages": ["en"]}'
)
PROGRAMME = """Title,Date,Start,End,Room,Speakers
Night patterns that stand out,2027-05-21,10:00,10:45,Loft,Ada Verne
Standing orders of a guild,2027-05-21,11:00,11:45,Loft,Jan Raymer
Cases of thread and how to sort them,2027-05-22,10:00,10:45,Pier,Rosa Ebner
"""
GUIDE = """# Guide

## By car
The mill has no car park. Camper vans may only stand behind the brewery, also overnight.

## Bicycles
Twelve bicycles can be borrowed at the desk. They must be brought back by 18:30.

## Needles and scissors
Scissors stay in the cases at the door of the Loft during talks.
"""
MORNING = "2027-05-21T09:00:00+01:00"


@pytest.fixture
async def guests(tmp_path: Path, model: E5) -> AsyncIterator[Guests]:
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, en=GUIDE) as guests:
        yield guests


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("de", "wir kommen mit dem Wohnmobil, wo dürfen wir da über Nacht stehen?", "behind the brewery"),
        ("it", "siamo in camper, dove possiamo stare la notte?", "behind the brewery"),
        ("fr", "j'ai emprunté un vélo, je dois le ramener avant quelle heure ?", "18:30"),
        ("es", "tengo una bici prestada, ¿a qué hora hay que devolverla?", "18:30"),
    ],
)
async def test_what_papers_surely_say_comes_first(guests: Guests, language: str, question: str, told: str) -> None:
    answer = await guests.ask(language, question)
    assert told in answer, answer
