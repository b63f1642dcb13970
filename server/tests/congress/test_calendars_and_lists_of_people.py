"""Calendars whose places are whole addresses, and the lists of people beside them that name sessions by title."""

import json

import pytest

from charlotte.congress.importers.addresses import Addresses
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
