"""What a programme sets in capitals is shown and spoken as people write it; abbreviations stay. All is invented."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Room

FACTS = Facts(id="loud", name="Loud", timezone="Europe/Rome", start_date=day("2027-05-14"), end_date=day("2027-05-15"))


def agenda(rows: list[str], language: str = "it", rooms: tuple[Room, ...] = ()) -> Agenda:
    """Import rows of `time;title;room;speakers`, an hour each."""
    table = "Data;Inizio;Titolo;Sala;Relatori\n" + "".join(f"14.05.2027;{row}\n" for row in rows)
    facts = Facts(**{**vars(FACTS), "languages": (language,), "rooms": rooms})
    return read_tables([Document("programma.csv", table.encode())], facts).agenda


def test_one_room_in_two_spellings_is_one_room() -> None:
    found = agenda(
        [
            "9:00;Reti e nodi;Sala delle Vele;Ada Corsi",
            "10:00;Cime e scotte;SALA DELLE VELE;Ivo Neri",
            "11:00;La bussola;SALA GRIFO;Eva Pani",
            "12:00;Il sestante;AULA 2B;Ugo Vela",
        ]
    )
    assert [room.name for room in found.rooms] == ["Sala delle Vele", "Sala Grifo", "Aula 2B"]
    assert [session.room for session in found.sessions][:2] == ["Sala delle Vele", "Sala delle Vele"]


def test_a_room_of_the_event_keeps_its_name() -> None:
    found = agenda(["9:00;Reti e nodi;MAXXI;Ada Corsi"], rooms=(Room("MAXXI"),))
    assert [room.name for room in found.rooms] == ["MAXXI"]


@pytest.mark.parametrize(
    ("language", "shouted", "written"),
    [
        ("it", "L'ARTE DELLA PESCA NEL XXI SECOLO", "L'arte della pesca nel XXI secolo"),
        ("it", "BPCO: COSA C'È DI NUOVO A PISA?", "BPCO: cosa c'è di nuovo a Pisa?"),
        ("fr", "L'EAU ET LA FORÊT DE L'ADEME", "L'eau et la forêt de l'ADEME"),
        ("es", "¿QUÉ PESCAMOS MAÑANA? EL MAR Y LA RED", "¿Qué pescamos mañana? El mar y la red"),
        ("de", "DER WALD IM KLIMAWANDEL UND DAS BMEL", "Der Wald im Klimawandel und das BMEL"),
        ("en", "WHAT'S NEW IN TIDES AND THE RNLI", "What's New in Tides and the RNLI"),
    ],
)
def test_titles_in_capitals(language: str, shouted: str, written: str) -> None:
    found = agenda(
        [
            f"9:00;{shouted};Sala Uno;Ada Corsi",
            "10:00;Andare a Pisa con ADEME, BMEL, RNLI e BPCO;Sala Uno;Ivo Neri",
            "11:00;GNOME 47;Sala Uno;Eva Pani",
            "12:00;Il sestante;Sala Uno;Ugo Vela",
            "13:00;La bussola;Sala Uno;Ida Moro",
        ],
        language,
    )
    assert [session.title for session in found.sessions][:3:2] == [written, "GNOME 47"]


def test_last_names_in_capitals() -> None:
    written = {
        "Solange PEYRAT": "Solange Peyrat",
        "Sean O'HALLORAN": "Sean O'Halloran",
        "Camille DELORD-PINET": "Camille Delord-Pinet",
        "Pieter VAN DER BERG": "Pieter van der Berg",
        "JM DUPONT": "JM Dupont",
        "Yann LE GOFF": "Yann Le Goff",
    }
    rows = [f"{at}:00;Propos {at};Salle Bleue;{name}" for at, name in enumerate(written, 9)]
    found = agenda([*rows, "16:00;Propos 16;Salle Bleue;Solange Peyrat"], "fr")
    assert [session.speakers[0].name for session in found.sessions] == [*written.values(), "Solange Peyrat"]
    assert len({session.speakers[0].id for session in found.sessions}) == len(written)


def test_one_company_in_capitals_among_people_stays() -> None:
    rows = ["9:00;Uno;Sala;Ada Corsi", "10:00;Due;Sala;Ivo Neri", "11:00;Tre;Sala;Eva Pani", "12:00;Q;Sala;Club ALBA"]
    assert agenda(rows).sessions[3].speakers[0].name == "Club ALBA"
