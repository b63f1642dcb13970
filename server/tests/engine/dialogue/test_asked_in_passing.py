"""A session asked for beside a word for a room, after a preamble, or for what only its own text tells."""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Abstract
Seven mistakes with Quorbit telemetry,2026-05-08,10:00,10:45,Blue hall,Ada Verne,
Pottery workshop,2026-05-08,11:00,12:30,Green hall,Gergely Kovacs,Max. 14 people. Please bring an apron.
Lighthouse radio,2026-05-08,12:40,13:00,Blue hall,Mia Kern,
Lighthouse keepers,2026-05-08,15:00,15:30,Green hall,Mia Kern,
"""
WHICH_ROOM = {
    "it": "che sala mi serve per gli errori con Quorbit telemetry?",
    "en": "which hall do I want for the seven Quorbit telemetry mistakes?",
    "fr": "il me faut quelle salle pour les sept erreurs Quorbit telemetry ?",
    "de": "welchen Saal brauche ich für die Fehler mit Quorbit telemetry?",
    "es": "¿qué sala necesito para los errores con Quorbit telemetry?",
}
ROOM_AND_TIME = {
    "it": "cerco la sala e l'ora di guergueli cova",
    "en": "looking for the room and the time of gergeli kovach",
    "fr": "je cherche la salle et l'heure de guergeli kovax",
    "de": "ich suche den Saal und die Uhrzeit von Gergelie Kowatsch",
    "es": "busco la sala y la hora de gergeli covacs",
}
MISSED = {
    "it": "Uff, ero ancora al caffè… faccio in tempo per Lighthouse radio?",
    "en": "Sorry, we were stuck at the coffee bar. Did I miss Lighthouse radio?",
    "fr": "Désolé, j'étais resté au café. Est-ce que j'ai raté Lighthouse radio ?",
    "de": "Ach, ich stand noch beim Kaffee. Habe ich Lighthouse radio verpasst?",
    "es": "Uf, me quedé tomando café… ¿llego todavía a Lighthouse radio?",
}
BRING = {
    "it": "cosa devo portare per Pottery workshop?",
    "en": "what should I pack for Pottery workshop?",
    "fr": "faut amener quoi pour Pottery workshop ?",
    "de": "was muss ich für Pottery workshop einpacken?",
    "es": "¿qué hay que llevar a Pottery workshop?",
}
SEATS = {
    "it": "quante persone ci stanno a Pottery workshop?",
    "en": "how many people fit into Pottery workshop?",
    "fr": "combien de personnes peuvent venir à Pottery workshop ?",
    "de": "wie viele Leute passen in Pottery workshop?",
    "es": "¿cuánta gente cabe en Pottery workshop?",
}
UNTOLD = {
    "it": ("cosa devo portare per Seven mistakes with Quorbit telemetry?", "non lo dice"),
    "en": ("what should I bring to Seven mistakes with Quorbit telemetry?", "doesn't say"),
    "fr": ("faut apporter quoi pour Seven mistakes with Quorbit telemetry ?", "ne le dit pas"),
    "de": ("was muss ich zu Seven mistakes with Quorbit telemetry mitbringen?", "nicht im Programm"),
    "es": ("¿qué hay que llevar a Seven mistakes with Quorbit telemetry?", "no lo dice"),
}
UNKNOWN_ROOM = {
    "it": "cosa c'è adesso nella sala Lavanda?",
    "en": "what's on in the Lavender room?",
    "fr": "il y a quoi maintenant dans la salle Lavande ?",
    "de": "was läuft gerade im Raum Lavendel?",
    "es": "¿qué hay ahora en la sala Lavanda?",
}
ELSE = {
    "it": "cos'altro fa Kern?",
    "en": "what else is Kern doing?",
    "fr": "qu'est-ce que Kern fait d'autre ?",
    "de": "was macht Kern sonst noch?",
    "es": "¿qué más hace Kern?",
}
LANGUAGES = list(WHICH_ROOM)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_room_that_is_to_be_found_out_is_no_unknown_room(folder: Path, language: str) -> None:
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(WHICH_ROOM[language])
    assert "Blue hall" in told and "Quorbit" in told, told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_room_and_time_of_a_misheard_name(folder: Path, language: str) -> None:
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(ROOM_AND_TIME[language])
    assert "Green hall" in told and "11:00" in told, told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_room_that_nobody_knows_is_still_said_to_be_unknown(folder: Path, language: str) -> None:
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(UNKNOWN_ROOM[language])
    assert "Lav" in told and "hall" not in told, told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coffee_that_is_told_before_the_question_is_not_asked_about(folder: Path, language: str) -> None:
    told = await conversation(folder, "2026-05-08T14:00", language=language).asks(MISSED[language])
    assert "Lighthouse radio" in told and "12:40" in told, told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_text_of_a_session_tells(folder: Path, language: str) -> None:
    visitor = conversation(folder, "2026-05-08T09:00", language=language)
    told = await visitor.asks(BRING[language])
    assert "apron" in told and "Max." not in told, told
    told = await visitor.asks(SEATS[language])
    assert "Max. 14 people" in told, told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_no_text_tells_is_said_not_to_be_told(folder: Path, language: str) -> None:
    asked, untold = UNTOLD[language]
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(asked)
    assert untold in told and "10:00" in told, told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_that_somebody_known_by_surname_does(folder: Path, language: str) -> None:
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(ELSE[language])
    assert "Lighthouse radio" in told and "Lighthouse keepers" in told, told
