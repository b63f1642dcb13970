"""Where a session was before it was moved is told with its day, unless it is the day on which it is now."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from charlotte.engine.embedding.e5 import E5
from support.guests_papers import Guests, guests_of

pytestmark = pytest.mark.models

EVENT = (
    '{"id": "bells", "name": "Bell Founders", "timezone": "Europe/Dublin", "start_date": "2027-05-20",'
    ' "end_date": "2027-05-22", "languages": ["en"]}'
)
PROGRAMME = """Title,Date,Start,End,Room,Speakers
"Clay cores (Change: before Thursday 20, 16:50, Old Forge)",2027-05-21,11:45,12:30,Belfry,Ada Verne
"Tuning by ear (previously 9:00)",2027-05-21,10:00,10:45,Belfry,Jan Holm
Bronze and its sisters,2027-05-22,10:00,10:45,Old Forge,Rosa Ebner
"""
MORNING = "2027-05-20T09:00:00+01:00"


@pytest.fixture
async def guests(tmp_path: Path, model: E5) -> AsyncIterator[Guests]:
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME) as guests:
        yield guests


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("en", "when are the clay cores?", "today at 16:50, in Old Forge"),
        ("it", "quando c'è Clay cores?", "oggi alle 16:50"),
        ("de", "wann ist Clay cores?", "heute um 16:50 Uhr"),
        ("fr", "c'est quand, Clay cores ?", "aujourd'hui à 16:50"),
        ("es", "¿cuándo es Clay cores?", "hoy a las 16:50"),
    ],
)
async def test_the_day_before_is_told(guests: Guests, language: str, question: str, told: str) -> None:
    answer = await guests.ask(language, question)
    assert told in answer and "11:45" in answer, answer


async def test_the_same_day_is_not_told_twice(guests: Guests) -> None:
    answer = await guests.ask("en", "when is tuning by ear?")
    assert "at 9:00" in answer and answer.lower().count("tomorrow") == 1, answer
