"""Asked for what the programme does not tell: no other fact stands in its place. And what runs around a session."""

from pathlib import Path

import pytest

from support.conversation import Conversation, conversation

PROGRAMME = """\
Titel;Datum;Beginn;Ende;Raum;Art;Referenten
Brunnen am Rhein;16.09.2027;09:30;10:15;Solesaal;Vortrag;Marit Solberg
Salzkristalle züchten;16.09.2027;09:30;11:00;Turmzimmer;Workshop;
Pumpen der Gründerzeit;16.09.2027;09:30;10:15;Kesselhaus;Vortrag;Amrei Holl
Kaffeepause;16.09.2027;10:15;10:45;Hof;Pause;
Wärme aus Sole;16.09.2027;10:45;11:30;Kesselhaus;Vortrag;Jost Achermann
Mittagessen;16.09.2027;12:30;13:30;Hof;Pause;
Abendessen im Sudhaus;16.09.2027;19:00;;Sudhaus;Abend;
"""


def at(folder: Path, clock: str, language: str) -> Conversation:
    event = folder / "salt"
    event.mkdir(exist_ok=True)
    (event / "event.json").write_text(
        '{"id": "salt", "name": "Salt", "timezone": "Europe/Zurich", "languages": ["de"]}', "utf-8"
    )
    (event / "programm.csv").write_text(PROGRAMME, "utf-8")
    return conversation(event, f"2027-09-16T{clock}:00+02:00", language=language)


@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("de", "Bis wann geht das Abendessen im Sudhaus?", "sagt nicht, wann es endet"),
        ("en", "What time does the dinner finish?", "doesn't say when it ends"),
        ("it", "Verso che ora finisce la cena?", "non dice quando finisce"),
        ("fr", "Vers quelle heure finit le dîner ?", "ne dit pas quand cela finit"),
        ("es", "¿Sobre qué hora se acaba la cena?", "no dice cuándo termina"),
    ],
)
async def test_an_evening_without_an_end_has_none(language: str, question: str, says: str, tmp_path: Path) -> None:
    answer = await at(tmp_path, "18:00", language).asks(question)
    assert says in answer and "19:00" in answer, answer


async def test_a_break_with_an_end_tells_it(tmp_path: Path) -> None:
    assert "13:30" in await at(tmp_path, "12:00", "en").asks("When does lunch end?")


@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("de", "Wie heißt denn die Frau, die Salzkristalle züchten macht?", "nennt niemanden"),
        ("en", "What's the name of the person running Salzkristalle züchten?", "doesn't name the speaker"),
        ("it", "Come si chiama la persona che tiene Salzkristalle züchten?", "non indica il relatore"),
        ("fr", "Comment s'appelle celui qui anime Salzkristalle züchten ?", "n'indique pas qui présente"),
        ("es", "¿Cómo se llama quien da Salzkristalle züchten?", "no indica quién da"),
    ],
)
async def test_nobody_is_named_where_the_programme_names_nobody(
    language: str, question: str, says: str, tmp_path: Path
) -> None:
    assert says in await at(tmp_path, "09:00", language).asks(question)


async def test_the_name_of_who_speaks_is_told(tmp_path: Path) -> None:
    answer = await at(tmp_path, "09:00", "de").asks("Wie heißt der Mensch, der über Pumpen der Gründerzeit spricht?")
    assert answer.startswith("Amrei Holl")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("de", "Was läuft sonst noch, während im Solesaal Brunnen am Rhein ist?"),
        ("en", "What else is on while Brunnen am Rhein is in the Solesaal?"),
        ("it", "Cosa c'è nelle altre sale mentre in Solesaal c'è Brunnen am Rhein?"),
        ("fr", "Qu'est-ce qui passe d'autre pendant que Brunnen am Rhein est au Solesaal ?"),
        ("es", "¿Qué más hay mientras Brunnen am Rhein está en el Solesaal?"),
    ],
)
async def test_beside_a_session_in_its_room_is_what_runs_elsewhere(
    language: str, question: str, tmp_path: Path
) -> None:
    answer = await at(tmp_path, "09:20", language).asks(question)
    assert "Pumpen der Gründerzeit" in answer and "Salzkristalle züchten" in answer, answer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("de", "Jetzt ist Pause, und was kommt dann im Kesselhaus?"),
        ("en", "It's the break now; what's next in the Kesselhaus?"),
        ("it", "Adesso pausa, e poi in Kesselhaus cosa c'è?"),
        ("fr", "C'est la pause, et ensuite il y a quoi au Kesselhaus ?"),
        ("es", "Ahora hay pausa, ¿y después qué hay en el Kesselhaus?"),
    ],
)
async def test_after_the_break_that_is_on_comes_what_a_room_holds_next(
    language: str, question: str, tmp_path: Path
) -> None:
    answer = await at(tmp_path, "10:20", language).asks(question)
    assert "Wärme aus Sole" in answer and "10:45" in answer, answer


async def test_a_break_that_is_asked_for_is_told(tmp_path: Path) -> None:
    assert "12:30" in await at(tmp_path, "11:00", "en").asks("When is the next break?")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("es", "¿A qué hora abre la piscina mañana?"),
        ("it", "A che ora apre domani la piscina?"),
        ("de", "Wann öffnet morgen das Hallenbad?"),
        ("en", "When does Kettleby's bookstall open in the morning?"),
    ],
)
async def test_when_something_opens_that_no_programme_has_is_not_known(
    language: str, question: str, tmp_path: Path
) -> None:
    answer = await at(tmp_path, "09:00", language).asks(question)
    unknown = ("I don't", "Non ho", "keine Information", "No tengo")
    assert any(word in answer for word in unknown), answer
