"""Questions that name two sessions, each by a title, by a person, or by some of its words."""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Status
Beekeeping on city roofs,2026-05-08,10:00,10:45,Blue hall,Ada Verne,
Pottery against boredom,2026-05-08,10:30,12:00,Green hall,Jan Holm,
Lighthouse radio,2026-05-08,12:10,12:40,Blue hall,Mia Kern,
Sundials for beginners,2026-05-08,14:00,14:45,Green hall,Tom Berg,cancelled
"""
NOW = "2026-05-08T09:00"
CLASH = {
    "it": ("Riesco a sentire per intero sia Beekeeping on city roofs sia quello di Jan Holm?", "No, "),
    "en": ("Can I catch Beekeeping on city roofs and also the one by Jan Holm?", "No, "),
    "fr": ("J'aimerais voir Beekeeping on city roofs et aussi celui de Jan Holm, c'est faisable ?", "Non, "),
    "de": ("Schaffe ich Beekeeping on city roofs und auch den Vortrag von Jan Holm?", "Nein, "),
    "es": ("¿Me da tiempo a ver tanto Beekeeping on city roofs como la de Jan Holm?", "No "),
}
OVERLAPS = {
    "it": ("Si sovrappongono Beekeeping on city roofs e Pottery against boredom?", "Sì, "),
    "en": ("Do Beekeeping on city roofs and Pottery against boredom overlap?", "Yes, "),
    "fr": ("Est-ce que Beekeeping on city roofs et Pottery against boredom se chevauchent ?", "Oui, "),
    "de": ("Überschneiden sich Beekeeping on city roofs und Pottery against boredom?", "Ja, "),
    "es": ("¿Se solapan Beekeeping on city roofs y Pottery against boredom?", "Sí, "),
}
AFTER = {
    "it": ("Quando c'è Lighthouse radio?", "Ed è prima o dopo quello di Jan Holm?", "Dopo: "),
    "en": ("When is Lighthouse radio?", "Is that before or after the one by Jan Holm?", "After: "),
    "fr": ("C'est quand, Lighthouse radio ?", "Et c'est avant ou après celui de Jan Holm ?", "Après : "),
    "de": ("Wann ist Lighthouse radio?", "Ist das vor oder nach dem von Jan Holm?", "Danach: "),
    "es": ("¿Cuándo es Lighthouse radio?", "¿Y es antes o después de la de Jan Holm?", "Después: "),
}
LONGER = {
    "it": "Dura di più Lighthouse radio o Pottery against boredom?",
    "en": "Which is longer, Lighthouse radio or Pottery against boredom?",
    "fr": "Qu'est-ce qui dure plus longtemps, Lighthouse radio ou Pottery against boredom ?",
    "de": "Was dauert länger, Lighthouse radio oder Pottery against boredom?",
    "es": "¿Cuál dura más, Lighthouse radio o Pottery against boredom?",
}
CALLED_OFF = {
    "it": ("Posso sentire sia Lighthouse radio sia Sundials for beginners?", "annullato"),
    "en": ("Can I attend both Lighthouse radio and Sundials for beginners?", "cancelled"),
    "fr": ("Puis-je voir à la fois Lighthouse radio et Sundials for beginners ?", "annulé"),
    "de": ("Schaffe ich sowohl Lighthouse radio als auch Sundials for beginners?", "abgesagt"),
    "es": ("¿Puedo ver tanto Lighthouse radio como Sundials for beginners?", "cancelado"),
}
ONE_UNKNOWN = {
    "it": ("Riesco a vedere sia Lighthouse radio sia la corsa dei cammelli?", "corsa dei cammelli"),
    "en": ("Can I see both Lighthouse radio and the camel race?", "camel race"),
    "fr": ("Puis-je voir à la fois Lighthouse radio et la course de chameaux ?", "course de chameaux"),
    "de": ("Schaffe ich sowohl Lighthouse radio als auch das Kamelrennen?", "Kamelrennen"),
    "es": ("¿Puedo ver tanto Lighthouse radio como la carrera de camellos?", "carrera de camellos"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    return tmp_path


@pytest.mark.parametrize("language", CLASH)
async def test_whether_both_can_be_heard_whole(folder: Path, language: str) -> None:
    asked, lead = CLASH[language]
    answer = await conversation(folder, NOW, language=language).asks(asked)
    assert answer.startswith(lead), answer
    assert all(told in answer for told in ("10:00", "10:45", "10:30", "12:00", "Blue hall", "Green hall")), answer


@pytest.mark.parametrize("language", OVERLAPS)
async def test_whether_they_overlap_is_answered_as_it_was_asked(folder: Path, language: str) -> None:
    asked, lead = OVERLAPS[language]
    answer = await conversation(folder, NOW, language=language).asks(asked)
    assert answer.startswith(lead) and "10:45" in answer and "12:00" in answer, answer


@pytest.mark.parametrize("language", AFTER)
async def test_the_session_told_last_is_compared_with_another(folder: Path, language: str) -> None:
    first, then, lead = AFTER[language]
    visitor = conversation(folder, NOW, language=language)
    assert "12:10" in await visitor.asks(first)
    answer = await visitor.asks(then)
    assert answer.startswith(lead) and "12:10" in answer and "10:30" in answer, answer


@pytest.mark.parametrize("language", LONGER)
async def test_which_is_longer(folder: Path, language: str) -> None:
    answer = await conversation(folder, NOW, language=language).asks(LONGER[language])
    assert answer.index("Pottery") < answer.index("Lighthouse") and "30 " in answer and "12:00" in answer, answer


@pytest.mark.parametrize("language", CALLED_OFF)
async def test_of_what_was_called_off_that_is_told_and_when_the_other_is(folder: Path, language: str) -> None:
    asked, told = CALLED_OFF[language]
    answer = await conversation(folder, NOW, language=language).asks(asked)
    assert answer.startswith(("No", "Nein")) and told in answer and "12:10" in answer, answer


@pytest.mark.parametrize("language", ONE_UNKNOWN)
async def test_which_of_two_was_not_found_is_said(folder: Path, language: str) -> None:
    asked, what = ONE_UNKNOWN[language]
    answer = await conversation(folder, NOW, language=language).asks(asked)
    assert what in answer and "12:10" in answer, answer


async def test_whether_there_is_time_between_two_rooms(folder: Path) -> None:
    visitor = conversation(folder, NOW, language="en")
    answer = await visitor.asks("Can I get from the talk by Jan Holm to Lighthouse radio in time?")
    assert answer.startswith("Yes") and "10 minutes" in answer and "Green hall" in answer, answer


async def test_what_only_looks_like_two_is_answered_as_before(folder: Path) -> None:
    visitor = conversation(folder, NOW, language="en")
    answer = await visitor.asks("Which comes first, Easter or Pentecost?")
    assert not any(title in answer for title in ("Beekeeping", "Pottery", "Lighthouse")), answer


LONGER_THAN = {
    "it": ("Lighthouse radio dura più di Pottery against boredom?", "No. "),
    "en": ("Does Lighthouse radio run longer than Pottery against boredom?", "No. "),
    "fr": ("Lighthouse radio dure plus longtemps que Pottery against boredom ?", "Non. "),
    "de": ("Geht Lighthouse radio länger als Pottery against boredom?", "Nein. "),
    "es": ("¿Lighthouse radio dura más que Pottery against boredom?", "No. "),
}
SHORTER_THAN = {
    "it": ("Lighthouse radio è più breve di Pottery against boredom?", "Sì. "),
    "en": ("Is Lighthouse radio shorter than Pottery against boredom?", "Yes. "),
    "fr": ("Lighthouse radio est plus court que Pottery against boredom ?", "Oui. "),
    "de": ("Ist Lighthouse radio kürzer als Pottery against boredom?", "Ja. "),
    "es": ("¿Es Lighthouse radio más corta que Pottery against boredom?", "Sí. "),
}
OF_TWO_PEOPLE = {
    "it": "chi parla prima tra Kern e Verne?",
    "en": "Who is on first, Kern or Verne?",
    "fr": "Qui passe en premier, Kern ou Verne ?",
    "de": "Wer von beiden ist früher dran, Kern oder Verne?",
    "es": "¿Quién habla antes, Kern o Verne?",
}


@pytest.mark.parametrize("language", list(LONGER_THAN))
async def test_whether_one_is_longer_or_shorter_than_the_other(folder: Path, language: str) -> None:
    for asked, lead in (LONGER_THAN[language], SHORTER_THAN[language]):
        told = await conversation(folder, NOW, language=language).asks(asked)
        assert told.startswith(lead) and "30" in told and "Pottery" in told, told


@pytest.mark.parametrize("language", list(OF_TWO_PEOPLE))
async def test_which_of_two_people_known_by_surname_is_on_first(folder: Path, language: str) -> None:
    told = await conversation(folder, NOW, language=language).asks(OF_TWO_PEOPLE[language])
    assert told.index("Ada Verne") < told.index("Mia Kern") and "10:00" in told and "12:10" in told, told
