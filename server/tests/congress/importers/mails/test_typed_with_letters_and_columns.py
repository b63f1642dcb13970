"""Programmes typed into mails: sessions counted by letters, a column of rooms, the usual room and changes ahead."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda, Session

HEAD = """From: Wil Brandt <wil@imker.example>
To: web@imker.example
Subject: Programme
Date: Mon, 02 Nov 2026 09:12:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

"""
GERMAN = """Liebe Webredaktion,

alle Vorträge finden in der Remise statt, außer es steht etwas anderes dabei.

FREITAG, 7. MAI
---------------

9.00 Uhr    Begrüßung und ein paar Worte zum Anfang
            Hanne Vogt, Vorsitzende

9.30 Uhr    Wie der Apfel in das Tal kam und wer ihn dort gepflanzt
            hat
            Dr. Ulf Sander, Landesarchiv

10.15 Uhr   Alte Sorten auf neuen Wegen, und was die Vögel fressen
            Meike Thun, Jork

11.00 Uhr - 12.30 Uhr   WERKSTÄTTEN (bitte eine wählen)

      a)  Veredeln für Ängstliche
          Bo Lindner                                  Kleiner Saal
      b)  Mosten ohne Strom
          Rike Oltmanns, Hof Brake                    Scheune
      c)  Körbe flechten
          Jan Pohl                                    Gelber Raum

14.00 Uhr   Offene Fragen aus dem Publikum
            Auf dem Podium: Meike Thun, Bo Lindner
            Mit Musik

15.00 Uhr   Preise der Mostprobe                      Kleiner Saal
"""
ENGLISH = """Dear all,

two changes since the committee met:

1. Maeve Tully can't be with us on Friday morning. Her talk is now on
   SATURDAY at 11.30am (until 12.15pm), same place.
2. Cormac Hurley's dyeing workshop is OFF - the vat leaks.

All sessions are in the Moore Suite unless we say otherwise.

FRIDAY 7 MAY

9.30am    Opening words
          Ada Quirke, Chair

10.00am   Wool from the islands
          Maeve Tully

11.00am - 12.00pm   WORKSHOPS

     (a)  Spinning slowly
          Bo Daly                             Oak Room
     (b)  Dyeing with lichen
          Cormac Hurley                       Elm Room
     (c)  Felt for beginners
          Sadhbh Nagle                        Library

SATURDAY 8 MAY

9.30am    Looms and their noises
          Tom Breen
"""


def read(folder: Path, text: str, zone: str, name: str = "programm.eml") -> Agenda:
    event = {"id": "e", "name": "E", "timezone": zone, "start_date": "2027-05-07", "end_date": "2027-05-08"}
    (folder / "event.json").write_text(json.dumps(event))
    (folder / name).write_text(f"{HEAD}{text}" if name.endswith(".eml") else text)
    return read_path(folder).agenda


def held(agenda: Agenda) -> dict[str, tuple[str, str | None, list[str]]]:
    zone = agenda.congress.zone

    def begins(one: Session) -> str:
        return f"{one.start.astimezone(zone):%d %H:%M}" if one.start else ""

    return {one.title: (begins(one), one.room, [who.name for who in one.speakers]) for one in agenda.sessions}


def test_letters_count_sessions_and_a_column_of_rooms_places_them(tmp_path: Path) -> None:
    for name in ("programm.eml", "programm.txt"):
        folder = tmp_path / name[-3:]
        folder.mkdir()
        found = held(read(folder, GERMAN, "Europe/Berlin", name))
        assert found["Veredeln für Ängstliche"] == ("07 11:00", "Kleiner Saal", ["Bo Lindner"])
        assert found["Mosten ohne Strom"] == ("07 11:00", "Scheune", ["Rike Oltmanns"])
        assert found["Körbe flechten"] == ("07 11:00", "Gelber Raum", ["Jan Pohl"])
        assert found["WERKSTÄTTEN (bitte eine wählen)"] == ("07 11:00", None, [])
        assert found["Preise der Mostprobe"] == ("07 15:00", "Kleiner Saal", [])


def test_who_speaks_below_a_full_line_is_no_part_of_the_title(tmp_path: Path) -> None:
    found = held(read(tmp_path, GERMAN, "Europe/Berlin"))
    title = "Wie der Apfel in das Tal kam und wer ihn dort gepflanzt hat"
    assert found[title] == ("07 09:30", "Remise", ["Dr. Ulf Sander"])
    title = "Alte Sorten auf neuen Wegen, und was die Vögel fressen"
    assert found[title] == ("07 10:15", "Remise", ["Meike Thun"])
    assert found["Offene Fragen aus dem Publikum"] == ("07 14:00", "Remise", ["Meike Thun", "Bo Lindner"])


def test_a_change_tells_of_whom_the_sentence_before_names(tmp_path: Path) -> None:
    agenda = read(tmp_path, ENGLISH, "Europe/Dublin")
    found, sessions = held(agenda), {one.title: one for one in agenda.sessions}
    assert found["Wool from the islands"] == ("08 11:30", "Moore Suite", ["Maeve Tully"])
    end = sessions["Wool from the islands"].end
    assert end is not None and f"{end.astimezone(agenda.congress.zone):%H:%M}" == "12:15"
    assert sessions["Dyeing with lichen"].status == "cancelled"
    assert [one.title for one in agenda.sessions if one.status == "cancelled"] == ["Dyeing with lichen"]
    assert found["Felt for beginners"] == ("07 11:00", "Library", ["Sadhbh Nagle"])
    assert found["Opening words"][1] == found["Looms and their noises"][1] == "Moore Suite"


COLUMNS = """Ziegeltage

FREITAG, 7. MAI

09.00 Uhr   Ankommen                                            Foyer
09.30 Uhr   Eröffnung                      Arno Fehr            Saal Ost
10.00 Uhr   Öfen, die niemand mehr baut    Iris Lamm            Saal Ost
11.00 Uhr   Lehm aus dem Wendland und wer ihn grub  Nils Thoma  Kapelle
14.00 Uhr   Werkstätten
            a) Formen                      Edda Kolk            Scheune
            b) Brennen                     Piet Harms           Saal West

SAMSTAG, 8. MAI

10.00 Uhr   Dächer im Wind                 Silke Ammann         Saal Ost
11.00 Uhr   Abschied                       Arno Fehr            Saal Ost
"""


def test_columns_of_people_and_rooms_behind_titles(tmp_path: Path) -> None:
    found = held(read(tmp_path, COLUMNS, "Europe/Berlin", "programm.txt"))
    assert found["Ankommen"] == ("07 09:00", "Foyer", [])
    assert found["Eröffnung"] == ("07 09:30", "Saal Ost", ["Arno Fehr"])
    assert found["Öfen, die niemand mehr baut"] == ("07 10:00", "Saal Ost", ["Iris Lamm"])
    assert found["Formen"] == ("07 14:00", "Scheune", ["Edda Kolk"])
    assert found["Brennen"] == ("07 14:00", "Saal West", ["Piet Harms"])
    assert found["Dächer im Wind"] == ("08 10:00", "Saal Ost", ["Silke Ammann"])
    assert not found["Werkstätten"][1]


def test_a_place_that_only_a_change_names_is_where_a_session_is_now(tmp_path: Path) -> None:
    for at, (said, place) in enumerate(
        (
            ("„Dächer im Wind“ ist in der Alten Brennerei und nicht im Saal Ost.", "Alten Brennerei"),
            ("„Dächer im Wind“ findet im Hofladen statt, statt im Saal Ost.", "Hofladen"),
        )
    ):
        folder = tmp_path / str(at)
        folder.mkdir()
        found = held(read(folder, f"{said}\n\n{COLUMNS}", "Europe/Berlin", "programm.txt"))
        assert found["Dächer im Wind"] == ("08 10:00", place, ["Silke Ammann"])
        assert found["Abschied"][1] == "Saal Ost"
