"""Times of day with small words that were written as others."""

import pytest

from charlotte.engine.dialogue.heard.heard_times import with_times
from support.agendas import DEMO
from support.conversation import conversation


@pytest.mark.parametrize(
    ("language", "heard", "said"),
    [
        ("it", "Alle 10 eventi in Sala Ricci?", "Alle 10 e venti in Sala Ricci?"),
        ("it", "Halle 17 cosa c'è?", "alle 17 cosa c'è?"),
        ("en", "What happens at 355PM?", "What happens at 3:55 Pm?"),
        ("en", "What's on at half passed three?", "What's on at half past three?"),
        ("fr", "Il y a quoi à 16 or 15 ?", "Il y a quoi à 16 heures 15 ?"),
        ("fr", "Il y a quoi à midi mois 20 ?", "Il y a quoi à midi moins 20 ?"),
        ("de", "Was gibt es um 4. Nach 3?", "Was gibt es um Viertel Nach 3?"),
        ("de", "Was ist um Halt 5 los?", "Was ist um halb 5 los?"),
        ("de", "Was läuft Freitagvormittag?", "Was läuft Freitag vormittag?"),
        ("de", "Wer spricht am Samstagmorgen?", "Wer spricht am Samstag vormittag?"),
        ("es", "¿Qué hay a las 10 ymedia?", "¿Qué hay a las 10 y media?"),
    ],
)
def test_they_are_written_as_they_are_said(language: str, heard: str, said: str) -> None:
    assert with_times(heard, language) == said


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("it", "Ci sono 10 eventi?"),
        ("en", "Is the talk on GPT 4 in room 3550?"),
        ("fr", "C'est dans 3 mois ?"),
        ("de", "Was hält Anna um 5?"),
        ("de", "Wann kommt Frau Montagnani?"),
        ("es", "¿Hay 2 mesas?"),
    ],
)
def test_other_words_stay(language: str, question: str) -> None:
    assert with_times(question, language) == question


async def test_they_are_answered() -> None:
    answer = await conversation(DEMO, "2026-04-18T09:25+02:00", language="it").asks("alle 10 eventi in Sala Ricci?")
    assert "10:20" in answer
