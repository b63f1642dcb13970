"""A day that is named decides between sessions called alike, and of people that are named the one who speaks."""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers
Opening concert,2027-09-03,19:30,21:00,Barn,Odile Marchetti
Closing concert: songs of the vats,2027-09-05,14:15,15:15,Chapel,Jonas Bergtal
Late frosts,2027-09-03,16:00,17:00,Cellar,Odile Marchetti
Pruning by ear,2027-09-04,10:00,11:00,Cellar,Odile Marchetti
Corks,2027-09-04,10:00,11:00,Barn,Jonas Bergtal
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Paris"}))
    return tmp_path


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("en", "What time's the concert tonight?", "19:30"),
        ("it", "A che ora è il concerto stasera?", "19:30"),
        ("en", "Where is the concert on Sunday?", "Chapel"),
    ],
)
async def test_one_of_two_is_meant_where_the_other_is_on_another_day(
    folder: Path, language: str, asked: str, told: str
) -> None:
    answer = await conversation(folder, "2027-09-03T12:00", language=language).asks(asked)
    assert told in answer, answer


async def test_without_a_day_it_is_asked_which_is_meant(folder: Path) -> None:
    answer = await conversation(folder, "2027-09-03T12:00", language="en").asks("What time's the concert?")
    assert "Opening concert" in answer and "Closing concert" in answer, answer


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("de", "Wann spricht Odile Marchetti?", "Und was macht sie am Samstag?"),
        ("fr", "Quand parle Odile Marchetti ?", "Et que fait-elle le samedi ?"),
        ("en", "When does Odile Marchetti speak?", "And what does she do on Saturday?"),
    ],
)
async def test_what_somebody_does_on_a_day_is_asked_of_whom_was_spoken_of(
    folder: Path, language: str, first: str, then: str
) -> None:
    visitor = conversation(folder, "2027-09-03T12:00", language=language)
    await visitor.asks(first)
    answer = await visitor.asks(then)
    assert "Pruning by ear" in answer and "Corks" not in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("de", "Wann spricht Odile Marchetti über Jonas Bergtal?"),
        ("en", "When does Odile Marchetti talk about Jonas Bergtal?"),
        ("it", "Quando parla Odile Marchetti di Jonas Bergtal?"),
    ],
)
async def test_of_two_who_are_named_the_one_who_speaks_on_the_other_is_asked_for(
    folder: Path, language: str, asked: str
) -> None:
    answer = await conversation(folder, "2027-09-03T12:00", language=language).asks(asked)
    assert "Late frosts" in answer and "Corks" not in answer, answer
