"""Sessions asked for by what their kind is called in any of the five languages, where there are only a few of it.

The programme is invented.
"""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Uhrzeit;Ende;Tag;Titel;Format;Raum;Vortragende
09:00;09:45;03.06.2027;Was Moore erinnern;Festvortrag;Torfsaal;Ruth Anders
10:00;11:00;03.06.2027;Wem gehört das Wasser?;Podiumsdiskussion;Torfsaal;Uwe Kahl, Oda Riek
11:15;12:00;03.06.2027;Heidehonig und seine Verwandten;Verkostung;Wiesenzelt;Ilse Brandt
13:00;14:30;03.06.2027;Zum Hochsitz am Kolk;Exkursion;Parkplatz;Jens Moor
14:45;15:30;03.06.2027;Torfstechen um 1900;Film;Wiesenzelt;
16:00;17:00;03.06.2027;Neue Arbeiten aus den Instituten;Postersitzung;Foyer;
09:15;10:00;04.06.2027;Kraniche zählen;Vortrag;Torfsaal;Mia Ott
10:15;11:00;04.06.2027;Libellen bestimmen;Vortrag;Torfsaal;Karl Linde
11:15;12:00;04.06.2027;Wollgras und Wiesenknopf;Vortrag;Torfsaal;Ada Kron
13:00;14:00;04.06.2027;Haushalt und Wahlen;Mitgliederversammlung;Torfsaal;
"""
ASKED = (
    ("it", "Dove si tiene la lettura magistrale?", "Was Moore erinnern"),
    ("en", "Where is the plenary lecture?", "Was Moore erinnern"),
    ("es", "¿Dónde es la conferencia magistral?", "Was Moore erinnern"),
    ("it", "A che ora è la tavola rotonda?", "Wem gehört das Wasser?"),
    ("en", "When is the round table?", "Wem gehört das Wasser?"),
    ("fr", "À quelle heure est la table ronde ?", "Wem gehört das Wasser?"),
    ("it", "A che ora è la degustazione?", "Heidehonig und seine Verwandten"),
    ("en", "What time is the tasting?", "Heidehonig und seine Verwandten"),
    ("fr", "Où est la dégustation ?", "Heidehonig und seine Verwandten"),
    ("de", "Wo ist die Verkostung?", "Heidehonig und seine Verwandten"),
    ("fr", "Quand part l'excursion ?", "Zum Hochsitz am Kolk"),
    ("it", "Dove comincia l'escursione?", "Zum Hochsitz am Kolk"),
    ("es", "¿A qué hora es la película?", "Torfstechen um 1900"),
    ("en", "When is the poster session?", "Neue Arbeiten aus den Instituten"),
    ("it", "Quando è la sessione poster?", "Neue Arbeiten aus den Instituten"),
    ("es", "¿Cuándo es la sesión de pósters?", "Neue Arbeiten aus den Instituten"),
    ("it", "Quando è l'assemblea dei soci?", "Haushalt und Wahlen"),
    ("fr", "Quand a lieu l'assemblée générale ?", "Haushalt und Wahlen"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("moor")
    (made / "programm.csv").write_text(PROGRAMME, "utf-8")
    event = {"id": "moor", "name": "Moortage", "timezone": "Europe/Berlin", "languages": ["de"]}
    (made / "event.json").write_text(json.dumps(event), "utf-8")
    return made


@pytest.mark.parametrize(("language", "question", "title"), ASKED)
async def test_the_only_session_of_a_kind_is_found_by_its_kind(
    folder: Path, language: str, question: str, title: str
) -> None:
    assert title in await conversation(folder, "2027-06-03T08:00", language=language).asks(question)


async def test_a_kind_and_words_of_the_title_find_it_too(folder: Path) -> None:
    answer = await conversation(folder, "2027-06-03T08:00", language="en").asks("When is the tasting of Heidehonig?")
    assert "Heidehonig und seine Verwandten" in answer and "11:15" in answer


async def test_a_kind_of_which_there_are_many_names_none(folder: Path) -> None:
    answer = await conversation(folder, "2027-06-03T08:00", language="de").asks("Wann ist der Vortrag über Libellen?")
    assert "Libellen bestimmen" in answer and "Kraniche" not in answer


OPENING = """Uhrzeit;Ende;Tag;Titel;Raum;Vortragende
08:45;09:00;03.06.2027;Grußworte;Torfsaal;Ruth Anders
09:00;10:00;03.06.2027;Eröffnungsvortrag: Was Moore erinnern;Torfsaal;Jannik Pachinger
10:15;11:15;03.06.2027;Podium: Wem gehört der Samstag?;Torfsaal;Uwe Kahl, Oda Riek
11:30;12:15;03.06.2027;Libellen bestimmen;Torfsaal;Karl Linde
"""


@pytest.fixture(scope="module")
def opening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("opening")
    (made / "programm.csv").write_text(OPENING, "utf-8")
    event = {"id": "opening", "name": "Moortage", "timezone": "Europe/Berlin", "languages": ["de"]}
    (made / "event.json").write_text(json.dumps(event), "utf-8")
    return made


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("es", "¿Quién da la conferencia de apertura?", "Jannik Pachinger"),
        ("it", "Chi tiene la conferenza di apertura?", "Jannik Pachinger"),
        ("de", "Wer hält den Eröffnungsvortrag?", "Jannik Pachinger"),
        ("de", "Wer ist auf dem Podium über den Samstag?", "Uwe Kahl"),
        ("en", "When does Jannik Pakinga speak?", "Do you mean Jannik Pachinger?"),
        ("fr", "Quand parle Jannik Pakinga ?", "Voulez-vous dire Jannik Pachinger"),
    ],
)
async def test_what_is_called_so_comes_before_what_is_first(
    opening: Path, language: str, question: str, said: str
) -> None:
    assert said in await conversation(opening, "2027-06-03T08:00", language=language).asks(question)


async def test_nobody_is_meant_whose_other_name_is_another(opening: Path) -> None:
    answer = await conversation(opening, "2027-06-03T08:00", language="en").asks("When does Jannik Oswald speak?")
    assert "Pachinger" not in answer


@pytest.mark.parametrize(
    ("language", "question", "nearest"),
    [
        ("it", "quanto dura il laboratorio con le libellule azzurre?", "Libellen bestimmen"),
        ("en", "how long is the workshop with the blue dragonflies?", "Libellen bestimmen"),
        ("es", "¿cuánto dura el taller de libélulas azules?", "Libellen bestimmen"),
    ],
)
async def test_the_only_title_with_a_word_that_is_asked_for_comes_nearest(
    folder: Path, language: str, question: str, nearest: str
) -> None:
    answer = await conversation(folder, "2027-06-03T08:00", language=language).asks(question)
    assert nearest in answer
    assert answer.startswith(("Non trovo esattamente", "I can't find exactly", "No encuentro exactamente"))
