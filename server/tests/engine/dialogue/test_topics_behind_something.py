"""Topics asked for behind what somebody tells of themselves, and topics that are a title by themselves."""

from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Abstract
About beetles,2026-05-08,10:00,10:45,Blue hall,Ada Verne,
Collections at home,2026-05-08,11:00,11:45,Green hall,Jan Holm,How to keep beetles and moths in drawers.
Counting bats,2026-05-08,14:00,14:45,Blue hall,Mia Kern,
Rivers at night,2026-05-08,15:00,15:45,Blue hall,Tom Berg,
"""
TELLING = {
    "it": "lavoro in un museo, c'è qualcosa su beetles?",
    "en": "I'm a museum person, anything on beetles today?",
    "fr": "je travaille dans un musée, il y a quelque chose sur beetles ?",
    "de": "Ich arbeite im Museum, gibt es etwas über Beetles?",
    "es": "trabajo en un museo, ¿hay algo sobre beetles?",
}

FINDING = {
    "it": "mi aiuti a trovare qualcosa su bats?",
    "en": "could you help me find something on bats?",
    "fr": "tu m'aides à trouver quelque chose sur bats ?",
    "de": "Kannst du mir helfen, etwas über Bats zu finden?",
    "es": "¿me ayudas a encontrar algo sobre bats?",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME, "utf-8")
    (tmp_path / "event.json").write_text('{"id": "x", "name": "X", "timezone": "Europe/Rome"}')
    return tmp_path


@pytest.mark.parametrize("language", TELLING)
async def test_the_topic_is_what_is_asked_for_and_all_that_speaks_of_it_is_told(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(TELLING[language])
    assert "About beetles" in answer and "Collections at home" in answer and "bats" not in answer, answer


async def test_a_topic_of_one_session_is_told_as_before(folder: Path) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language="en").asks("is there anything about bats?")
    assert "14:00" in answer and "Counting bats" in answer, answer


@pytest.mark.parametrize("language", FINDING)
async def test_whoever_asks_for_help_to_find_something_asks_for_that_and_not_for_finding(
    folder: Path, language: str
) -> None:
    folder.joinpath("programme.csv").write_text(
        PROGRAMME + "Finding your way home,2026-05-08,16:00,16:45,Blue hall,Eve Moss,Wie Vögel nach Hause finden\n",
        "utf-8",
    )
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(FINDING[language])
    assert "Counting bats" in answer and "Finding" not in answer, answer
