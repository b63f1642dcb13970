"""Calendars whose places are whole addresses, and the lists of people beside them that name sessions by title."""

import json

import pytest

from charlotte.congress.importers.assembling.addresses import Addresses
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.reading import read_material
from support.workbooks import people

EVENT = {"id": "invented", "name": "Giornate", "timezone": "Europe/Rome", "start_date": "2027-03-05"}
HOUSE = "Palazzo Moroggia, Via Sassi 4, 23017 Morbegno SO, Italia"


def event(number: int, title: str, place: str, clock: str) -> str:
    place = place.replace(",", r"\,")
    return (
        f"BEGIN:VEVENT\r\nUID:{number}@x\r\nSUMMARY:{title}\r\nLOCATION:{place}\r\n"
        f"DTSTART;TZID=Europe/Rome:20270305T{clock}00\r\nDURATION:PT45M\r\nEND:VEVENT\r\n"
    )


def read(events: str, *beside: tuple[str, str], **more: str) -> Reading:
    files = [
        Document("agenda.ics", f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n".encode()),
        Document("event.json", json.dumps({**EVENT, **more}).encode()),
        *(Document(name, text.encode()) for name, text in beside),
    ]
    return read_material(material_of(files))


EVENTS = (
    event(1, "Formaggi d’alpe", f"Sala Affreschi, {HOUSE}", "0900")
    + event(2, "Il latte crudo", f"Cantina, {HOUSE}", "0900")
    + event(3, "Assaggi guidati", f"Cantina, {HOUSE}", "1000")
    + event(4, "Cena", HOUSE, "2000")
)


def test_an_address_that_rooms_share_is_no_part_of_their_names() -> None:
    agenda = read(EVENTS).agenda
    rooms = [one.room for one in agenda.sessions]
    assert rooms == ["Sala Affreschi", "Cantina", "Cantina", "Palazzo Moroggia"]


def test_one_room_alone_is_told_from_its_house_and_town() -> None:
    place = "Salon d’honneur, Château du Val, 3 rue du Pont, Annecy, France"
    [one] = read(event(1, "Accueil", place, "0900"), venue="Château du Val", city="Annecy").agenda.sessions
    assert one.room == "Salon d’honneur"


@pytest.mark.parametrize(
    ("places", "rooms"),
    [
        (["Room 1, East Wing", "Room 2, East Wing"], ["Room 1, East Wing", "Room 2, East Wing"]),
        (["Saal 1, Saal 2, Saal 3", "Saal 4, Saal 2, Saal 3", "Saal 2"], None),
        (
            ["Aula 1, Casa A, Via B 1, Pavia", "Aula 2, Casa A, Via B 1, Pavia", "Aula 1, Casa C, Via D 2, Pavia",
             "Aula 3, Casa C, Via D 2, Pavia"],
            ["Aula 1, Casa A", "Aula 2", "Aula 1, Casa C", "Aula 3"],
        ),
        (
            ["Annex, 2nd floor, Inn, Bay Road, Cork", "Attic, 2nd floor, Inn, Bay Road, Cork",
             "Bar, Inn, Bay Road, Cork"],
            ["Annex", "Attic", "Bar"],
        ),
    ],
)  # fmt: skip
def test_what_stands_behind_rooms(places: list[str], rooms: list[str] | None) -> None:
    addresses = Addresses(places)
    assert [addresses.without(place) for place in places] == (rooms or places)


def test_a_list_of_people_names_the_sessions_of_a_calendar_by_title() -> None:
    listed = (
        "Cognome;Nome;Ente;Intervento;Ruolo\nBonfadini;Lea;Consorzio;Il latte crudo;\nGusmeroli;Ugo;;Formaggi d’alpe;\n"
        "Zecca;Ines;;Il latte crudo;Moderatrice\nRuffoni;Teo;Slow;Assaggi guidati;\n"
    )
    reading = read(EVENTS, ("relatori.csv", listed))
    alps, milk, tasting, dinner = reading.agenda.sessions
    assert people(alps) == (["Ugo Gusmeroli"], [])
    assert people(milk) == (["Lea Bonfadini"], ["Ines Zecca"])
    assert milk.speakers[0].affiliation == "Consorzio"
    assert people(tasting) == (["Teo Ruffoni"], [])
    assert people(dinner) == ([], [])
    assert reading.files == ("agenda.ics", "relatori.csv")
    assert not [one for one in reading.agenda.warnings if one.code == "skipped"]


def test_a_list_that_names_other_things_is_left_out_and_told() -> None:
    listed = "Nome;Cognome;Prenota\nLea;Bonfadini;Hotel Valtellina\nUgo;Gusmeroli;Cena\nInes;Zecca;Bus\n"
    reading = read(EVENTS, ("prenotazioni.csv", listed))
    assert all(people(one) == ([], []) for one in reading.agenda.sessions)
    assert [one.row for one in reading.agenda.warnings if one.code == "skipped"] == ["prenotazioni.csv"]


def test_the_office_whose_calendar_it_is_speaks_nowhere() -> None:
    office = 'ORGANIZER;CN="Segreteria Giornate":mailto:s@x.example\r\n'
    events = "".join(
        event(at, title, "Cantina", clock).replace("END:VEVENT", f"{office}END:VEVENT")
        for at, (title, clock) in enumerate(
            (
                ("Il latte crudo - Lea Bonfadini", "0900"),
                ("Formaggi - Ugo Gusmeroli & Ines Zecca", "1000"),
                ("Cena", "2000"),
            )
        )
    )
    milk, cheese, dinner = read(events).agenda.sessions
    assert (milk.title, people(milk)[0]) == ("Il latte crudo", ["Lea Bonfadini"])
    assert people(cheese)[0] == ["Ugo Gusmeroli", "Ines Zecca"]
    assert people(dinner)[0] == []


def test_calendars_one_for_each_room_are_called_as_these() -> None:
    def calendar(name: str, events: str) -> bytes:
        text = events.replace("LOCATION:\r\n", "")
        return f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:{name}\r\n{text}END:VCALENDAR\r\n".encode()

    told = "DESCRIPTION:Lea Bonfadini (Consorzio)\\nUgo Gusmeroli (Slow)\\nPorta un coltello.\r\nEND:VEVENT"
    cellar = event(1, "Il latte crudo", "", "0900").replace("END:VEVENT", told) + event(2, "Assaggi", "", "1000")
    files = [
        Document("a.ics", calendar("Giornate – Cantina", cellar)),
        Document("b.ics", calendar("Giornate – Sala Affreschi", event(3, "Formaggi", "", "0900"))),
        Document("event.json", json.dumps(EVENT).encode()),
    ]
    agenda = read_material(material_of(files)).agenda
    assert [(one.title, one.room) for one in agenda.sessions] == [
        ("Il latte crudo", "Cantina"), ("Assaggi", "Cantina"), ("Formaggi", "Sala Affreschi"),
    ]  # fmt: skip
    assert people(agenda.sessions[0])[0] == ["Lea Bonfadini", "Ugo Gusmeroli"]
    assert {room.name for room in agenda.rooms} == {"Cantina", "Sala Affreschi"}
    assert not [one for one in agenda.warnings if one.code == "no_room"]


def test_several_rows_of_one_talk_each_name_somebody() -> None:
    rows = (
        "Intervento;Giorno;Dalle;Alle;Sala\nIl latte crudo;2027-03-05;09:00;09:45;Cantina\n"
        "Formaggi d’alpe;2027-03-05;10:00;10:45;Cantina\nErbe amare;2027-03-05;11:00;11:45;Sala 2\n"
    )
    listed = (
        "Relatore;Ente;Titolo\nLea Bonfadini;Consorzio;Il latte crudo\nUgo Gusmeroli;Slow;Formaggi d’alpe\n"
        "Ines Zecca;Alpe;Formaggi d’alpe\nTeo Ruffoni;Orto;Erbe amare\n"
    )
    files = [
        Document("programma.csv", rows.encode()),
        Document("relatori.csv", listed.encode()),
        Document("event.json", json.dumps(EVENT).encode()),
    ]
    milk, cheese, herbs = read_material(material_of(files)).agenda.sessions
    assert [people(one)[0] for one in (milk, cheese, herbs)] == [
        ["Lea Bonfadini"], ["Ugo Gusmeroli", "Ines Zecca"], ["Teo Ruffoni"],
    ]  # fmt: skip
