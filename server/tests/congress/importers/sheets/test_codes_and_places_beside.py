"""What stands beside a programme: what its codes mean, the hours of a slot, the places near a page. Invented."""

import json
from pathlib import Path

import pytest

from charlotte.congress.importers.folder import read_path
from charlotte.congress.importers.shapes.values.people_in_titles import people_in_title
from charlotte.congress.model import Agenda, Session

EVENT = {"id": "salz", "name": "Salztage", "timezone": "Europe/Berlin"}
CODED = """venue: Salzhof
{rooms}:
  SH: Siedehaus
  LG: Lagerboden
  HF: Salzhof Nord
people:
  brandt: {{name: Ida Brandt, from: Saline Nord}}
  petersen: {{name: Jan Petersen, from: Museum am Deich}}
  kessler: {{name: Uwe Kessler, from: Hochschule Ost}}
days:
  - date: 2027-05-07
    items:
      - {{time: "09:00-09:30", room: HF, title: "Ankommen mit Kaffee"}}
      - time: "10:00-10:45"
        tracks:
          - {{room: SH, title: "Sieden wie vor hundert Jahren", who: [brandt]}}
          - {{room: LG, time: "10:00-12:00", title: "Salz mahlen von Hand", who: [petersen, kessler]}}
      - {{time: "12:00-13:00", room: HF, title: "Mittagspause"}}
      - {{time: "13:00-13:40", room: SH, title: "Was das Meer uns lässt", who: [kessler]}}
      - {{time: "19:00-22:00", room: "Gasthof zum Anker", title: "Abendessen"}}
"""
PAGE = """<html><head><title>Programma</title></head><body><h1>Sale e mare</h1>
<section><h2>Venerdì 7 maggio 2027</h2>
<div><p><span>09.00–09.45</span> <span>Sala Vele</span></p><h3>Il sale nelle carte</h3><p>Ida Branca</p></div>
<div><p><span>10.00–12.00</span> <span>Sala Remi</span></p><h3>Sessione 1. Saline</h3><p>Presiede: Ugo Casale</p>
<ol><li>10.00 Pia Ferri (Museo del Sale), Le vasche di Cervia</li>
<li>10.30 Leo Conti (Università di Bari), Il monopolio: una storia</li></ol></div>
<div><p><span>13.00–14.00</span> <span>Sala Vele</span></p><h3>Tavola rotonda</h3><p>Ida Branca</p></div></section>
<section><h2>Sabato 8 maggio 2027</h2>
<div><p><span>09.00–10.00</span> <span>Sala Vele</span></p><h3>Sale e sapori</h3><p>Ugo Casale</p></div></section>
</body></html>"""
PLACES = {
    "updated": "2027-05-02",
    "halls": [{"name": "Sala Vele", "level": 1, "seats": 90}, {"name": "Sala Remi", "level": 2, "seats": 30}],
    "nearby": [
        {"name": "Farmacia del Porto", "open": "08.30-20.00", "note": "di turno venerdì"},
        {"name": "Copisteria Rapida", "open": "09.00-13.00", "note": "chiusa sabato"},
    ],
}


def read(folder: Path, **files: str) -> Agenda:
    (folder / "event.json").write_text(json.dumps(EVENT))
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    return read_path(folder).agenda


def told(agenda: Agenda, title: str) -> Session:
    return next(session for session in agenda.sessions if session.title == title)


def room_of(agenda: Agenda, title: str) -> str | None:
    return told(agenda, title).room


@pytest.mark.parametrize("rooms", ["rooms", "sale", "salles", "orte", "salas"])
def test_rooms_are_called_what_their_codes_stand_for(tmp_path: Path, rooms: str) -> None:
    agenda = read(tmp_path, programme_yaml=CODED.format(rooms=rooms))
    assert room_of(agenda, "Sieden wie vor hundert Jahren") == "Siedehaus"
    assert room_of(agenda, "Ankommen mit Kaffee") == "Salzhof Nord"
    assert room_of(agenda, "Abendessen") == "Gasthof zum Anker", "a place beside those of the list"


def test_what_tells_no_hours_of_its_own_has_those_of_its_slot(tmp_path: Path) -> None:
    agenda = read(tmp_path, programme_yaml=CODED.format(rooms="rooms"))
    boiled, ground = told(agenda, "Sieden wie vor hundert Jahren"), told(agenda, "Salz mahlen von Hand")
    assert boiled.start and boiled.end and (boiled.end - boiled.start).seconds == 45 * 60
    assert ground.start and ground.end and (ground.end - ground.start).seconds == 2 * 60 * 60
    assert len(agenda.sessions) == 6


def test_places_beside_a_page_are_no_sessions_and_tell_of_its_rooms(tmp_path: Path) -> None:
    agenda = read(tmp_path, programma_html=PAGE, places_json=json.dumps(PLACES))
    assert {session.title for session in agenda.sessions} == {
        "Il sale nelle carte",
        "Sessione 1. Saline",
        "Le vasche di Cervia",
        "Il monopolio: una storia",
        "Tavola rotonda",
        "Sale e sapori",
    }
    assert {room.name: room.level for room in agenda.rooms} == {"Sala Vele": "1", "Sala Remi": "2"}


@pytest.mark.parametrize(
    ("written", "title", "names"),
    [
        ("Pia Ferri (Museo del Sale), Le vasche di Cervia", "Le vasche di Cervia", ["Pia Ferri"]),
        ("Ina Groth (Klinikum Ost), Bo Lie (Uniklinik Mainz): Das Salz", "Das Salz", ["Ina Groth", "Bo Lie"]),
        ("Diabetes (Typ 2): Neue Leitlinie", "Diabetes (Typ 2): Neue Leitlinie", []),
        ("Vie et mort (XVIe siècle) – Un essai", "Vie et mort (XVIe siècle) – Un essai", []),
    ],
)
def test_who_stands_with_an_employer_before_a_title(written: str, title: str, names: list[str]) -> None:
    found, (speakers, _) = people_in_title(written)
    assert (found, [one.name for one in speakers]) == (title, names)
