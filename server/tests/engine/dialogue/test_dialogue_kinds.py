"""Sessions asked for by what they are, whatever language their title is in, and services that no title names."""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers
Robots that listen,2026-05-08,10:00,10:45,Blue hall,Ada Verne
Code night: winners announcement,2026-05-08,18:10,18:40,Green hall,
Best poster award,2026-05-09,12:05,12:30,Foyer,
Open hardware for everybody,2026-05-09,14:00,14:45,Blue hall,Jan Holm
"""
ASKED = {
    "it": "Quando c'è la premiazione della code night?",
    "en": "When is the prize giving of the code night?",
    "fr": "À quelle heure est la remise des prix de la code night ?",
    "de": "Wann ist die Siegerehrung der Code Night?",
    "es": "¿Cuándo es la entrega de premios de la code night?",
}
INTERPRETERS = {
    "it": "C'è la traduzione simultanea?",
    "en": "Is there simultaneous translation?",
    "fr": "Y a-t-il une traduction simultanée ?",
    "de": "Gibt es eine Simultanübersetzung?",
    "es": "¿Hay traducción simultánea?",
}
DESK = {
    "it": "banco informazioni",
    "en": "info desk",
    "fr": "point info",
    "de": "Infopunkt",
    "es": "punto de información",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    return tmp_path


@pytest.mark.parametrize("language", list(ASKED))
async def test_a_prize_giving_is_found_by_what_it_is(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(ASKED[language])
    assert "Green hall" in answer or "18" in answer or "6:10" in answer, answer
    assert "12" not in answer


async def test_all_prize_givings_are_listed_where_none_is_named(folder: Path) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language="it").asks("Quando sono le premiazioni?")
    assert "winners announcement" in answer and "Best poster award" in answer and "Robots" not in answer


@pytest.mark.parametrize("language", list(INTERPRETERS))
async def test_interpreters_are_a_service_of_the_place(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(INTERPRETERS[language])
    assert DESK[language].casefold() in answer.casefold(), answer


async def test_a_translation_is_still_not_what_she_is_for(folder: Path) -> None:
    visitor = conversation(folder, "2026-05-08T09:00", language="it")
    asked, service = "Mi fai la traduzione di una poesia?", INTERPRETERS["it"]
    assert await visitor.asks(asked) != await visitor.asks(service)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("it", "Cosa c'è nella Blue hall alle dieci?"),
        ("it", "Che cosa c'è alle 1005?"),
        ("it", "Chi tiene la relazione delle dieci e cinque?"),
        ("en", "What's on at 1005?"),
    ],
)
async def test_a_time_is_understood_as_a_recogniser_writes_it(folder: Path, language: str, asked: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(asked)
    assert "Robots that listen" in answer, answer


async def test_eleven_is_one_word(folder: Path) -> None:
    visitor = conversation(folder, "2026-05-08T09:00", language="it")
    await visitor.asks("Cosa c'è alle undici e un quarto?")
    assert [call.name for call in visitor.calls] == ["whats_on"] and "11:15" in visitor.calls[0].arguments
