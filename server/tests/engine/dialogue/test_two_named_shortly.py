"""Two sessions compared that are named by little: a few letters with a digit, a kind and one word, what one is on."""

from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Format
K8s without tears,2026-05-08,10:00,10:45,Blue hall,Ada Verne,Talk
Knots from rope and from wire,2026-05-08,10:30,12:00,Green hall,Jan Holm,Workshop
Rope bridges of the Andes,2026-05-08,13:00,13:45,Blue hall,Rosa Lind,Talk
Back office on a boat,2026-05-08,14:00,14:45,Blue hall,Mia Kern,Talk
Glazing small bowls,2026-05-08,15:00,16:30,Green hall,Otto Birk,Workshop
Late trains and time tables,2026-05-08,17:00,17:45,Blue hall,Eve Moss,Talk
"""
NOW = "2026-05-08T09:00"
CLASH = {
    "it": ("riesco a seguire per intero K8s e anche il laboratorio sulle corde e i nodi, knots?", "No, "),
    "en": ("Can I catch all of K8s and also the workshop about tying rope?", "No, "),
    "fr": ("je peux voir en entier K8s et aussi l'atelier Knots from rope ?", "Non, "),
    "de": ("Schaffe ich sowohl K8s als auch den Workshop mit Rope?", "Nein, "),
    "es": ("¿puedo ver enteros tanto K8s como el taller de rope?", "No "),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME, "utf-8")
    (tmp_path / "event.json").write_text('{"id": "x", "name": "X", "timezone": "Europe/Rome"}')
    return tmp_path


@pytest.mark.parametrize("language", CLASH)
async def test_a_short_name_and_a_kind_with_a_word_name_two(folder: Path, language: str) -> None:
    asked, lead = CLASH[language]
    answer = await conversation(folder, NOW, language=language).asks(asked)
    assert answer.startswith(lead) and "K8s" in answer and "Knots" in answer, answer


async def test_a_word_that_asks_elsewhere_begins_what_one_is_on(folder: Path) -> None:
    answer = await conversation(folder, NOW, language="en").asks(
        "which is earlier, the one on back office or the one on time tables?"
    )
    assert "14:00" in answer and "17:00" in answer, answer
    answer = await conversation(folder, NOW, language="en").asks("which is earlier, the one on whole grain or K8s?")
    assert "whole grain" in answer and "10:00" in answer, answer
