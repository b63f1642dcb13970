"""Sessions asked for in people's own words, by what they are about and not by their title."""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers
Beekeeping: sensors and algorithms in the hive,2026-05-08,10:00,10:45,Blue hall,Ada Verne
Pottery as a weapon against boredom,2026-05-08,11:00,11:45,Green hall,Jan Holm
Lighthouse radio for sailors,2026-05-08,12:00,12:45,Blue hall,Mia Kern
Welcome and coffee machines,2026-05-08,14:00,14:45,Green hall,Tom Berg
"""
WHO = {
    "it": "Chi è che spiega beekeeping con i suoi algoritmi?",
    "en": "Who's behind the one that explains algorithms in beekeeping?",
    "fr": "C'est qui qui raconte le beekeeping avec des algorithmes ?",
    "de": "Wer steckt hinter dem Vortrag, in dem es um Beekeeping und Algorithmen geht?",
    "es": "¿Quién se encarga de explicar el beekeeping y sus algoritmos?",
}
NEXT = {
    "it": "Quando finisce questo, cosa c'è in Blue hall?",
    "en": "Once this is over, what is there in Blue hall?",
    "fr": "Une fois que c'est fini, il y a quoi en Blue hall ?",
    "de": "Wenn das hier vorbei ist, was gibt es in Blue hall?",
    "es": "Cuando termine esto, ¿qué viene en Blue hall?",
}
AFTER_THIS = {
    "it": "Finito questo, cosa arriva in Blue hall?",
    "en": "After this talk, what do we get in Blue hall?",
    "fr": "Et après celui-ci, en Blue hall, on aura quoi ?",
    "de": "Nach diesem Vortrag, was läuft in Blue hall?",
    "es": "Acabado esto, ¿qué hay en Blue hall?",
}
AFTERTHOUGHT = {
    "it": "Cerco quello sul lighthouse, dove devo andare?",
    "en": "I'm looking for the lighthouse talk, the one with the ships, where is it?",
    "fr": "Je voudrais aller au lighthouse, c'est où ?",
    "de": "Ich möchte zu dem Vortrag über Lighthouse, wo muss ich hin?",
    "es": "Busco la charla de lighthouse, ¿a qué sala voy?",
}
STRANGE = {
    "it": "Chi è che ripara le biciclette qui vicino?",
    "en": "Where could I buy new shoes for the wedding?",
    "fr": "Où est-ce que je peux acheter des timbres ?",
    "de": "Wer kann mir den Reifen vom Auto wechseln?",
    "es": "¿Quién habla de la cría de caballos andaluces?",
}
TITLES = ("Beekeeping", "Pottery", "Lighthouse", "Welcome")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    return tmp_path


@pytest.mark.parametrize("language", list(WHO))
async def test_who_explains_something_is_found_by_what_is_explained(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(WHO[language])
    assert "Ada Verne" in answer, answer


@pytest.mark.parametrize("language", list(NEXT))
async def test_what_comes_when_this_is_over_is_not_what_is_on(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T08:10", language=language).asks(NEXT[language])
    assert "Lighthouse" in answer and "Beekeeping" not in answer, answer


@pytest.mark.parametrize("language", list(AFTER_THIS))
async def test_what_comes_after_this_is_not_what_is_on(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T08:10", language=language).asks(AFTER_THIS[language])
    assert "Lighthouse" in answer and "Beekeeping" not in answer, answer


@pytest.mark.parametrize("language", list(AFTERTHOUGHT))
async def test_what_follows_a_comma_is_not_part_of_the_title(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(AFTERTHOUGHT[language])
    assert "Blue hall" in answer and "Lighthouse" in answer, answer


async def test_a_taste_told_first_is_no_part_of_the_topic(folder: Path) -> None:
    visitor = conversation(folder, "2026-05-08T09:00", language="es")
    answer = await visitor.asks("Me gusta mucho el beekeeping, ¿hay alguna charla para mí estos días?")
    assert "Beekeeping" in answer, answer


async def test_minutes_are_counted_to_what_one_rare_word_names(folder: Path) -> None:
    visitor = conversation(folder, "2026-05-08T09:40", language="en")
    answer = await visitor.asks("How many minutes have I got before the lighthouse lab starts?")
    assert "20 minutes" in answer, answer


@pytest.mark.parametrize("language", list(STRANGE))
async def test_what_no_session_speaks_of_finds_none(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(STRANGE[language])
    assert not any(title in answer for title in TITLES), answer


async def test_a_word_of_danger_in_a_title_is_no_emergency(folder: Path) -> None:
    visitor = conversation(folder, "2026-05-08T09:00", language="en")
    answer = await visitor.asks("Who's doing the one that calls pottery a weapon against boredom?")
    assert "Jan Holm" in answer and "112" not in answer, answer


@pytest.mark.parametrize(
    "cry",
    [
        "Who is the man with a gun at pottery against boredom?",
        "There is somebody with a gun where they do pottery",
        "Where is the one that has a gun?",
    ],
)
async def test_a_weapon_in_a_room_stays_an_emergency(folder: Path, cry: str) -> None:
    assert "112" in await conversation(folder, "2026-05-08T09:00", language="en").asks(cry)
