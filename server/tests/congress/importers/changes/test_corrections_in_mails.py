"""A programme typed into a mail with the rooms beside the times, and what a later mail corrects in it. Invented."""

import json
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda, Session

EVENT = {"id": "lehm", "name": "Lehmtage", "timezone": "Europe/Berlin", "start_date": "2027-05-07"}
GERMAN = """Liebe alle,

hier das Programm.

FREITAG, 7. MAI
---------------

* 9:00-9:30 Uhr, Großer Saal
  Begrüßung und Grußworte
  Marta Loibl, Vorstand

* 9:30-10:15 Uhr, Großer Saal
  Wie Mauern atmen
  Rosa Ebner (TU Graz)

* 10:15-10:45 Uhr, Foyer
  Kaffeepause

* 10:45-11:30 Uhr, Gruft
  Kalk, kurz gesagt
  Ann Orr

* 10:45-12:15 Uhr, Kapelle
  Putz für alle
  Mit Ivo Marin

* 11:30-12:15 Uhr, Großer Saal
  Podiumsgespräch: Wer bezahlt den Lehm?
  Mit Uta Brand, Jan Ott und Eva Lohse. Moderation: Kurt Wild

SAMSTAG, 8. MAI
---------------

* 9:00-9:45 Uhr, Gruft
  Stroh im Sturm
  Per Moen

* 10:00 Uhr, Marktplatz
  Rundgang durch die Altstadt

Herzlich
Marta
"""
GERMAN_NEWS = """Liebe alle,

leider drei Änderungen, alles andere bleibt:

- "Kalk, kurz gesagt" findet nicht in der Gruft, sondern im Torhaus statt.
- Der Vortrag von Per Moen am Samstag um 9:00 Uhr entfällt.
- Das Podiumsgespräch am Freitag um 11:30 Uhr wird auf 14:00 Uhr verschoben.

Am 1.3.2027 schrieb Marta:
> FREITAG, 7. MAI
"""
ENGLISH = """Dear all,

Friday 7 May
------------

09:00 - 09:30 (Great Hall)
  Welcome
  Mary Lowe

09:30 - 10:15 (Great Hall)
  SESSION II. Walls, roofs and reeds
  Chair: Kurt Wild
   * 9:30  How walls breathe
           Rosa Ebner (Graz)
   * 9:50  Thatch and thrift
           Ida Quint, Olaf Berg

10:15 - 10:45 (Undercroft)
  Coffee

10:45 - 11:30 (St Mary's)
  Lime in brief
  Ann Orr

12:00 - 12:45 (Great Hall)
  Round table: who pays for mud?
  Uta Brand, Jan Ott and Eva Lohse. Chair: Kurt Wild

20:00 (Barn)
  Songs of the kiln
  with Sam Audley on piano

Saturday 8 May
--------------

09:00 - 09:45 (St Mary's)
  Straw in the storm
  Per Moen
"""
ENGLISH_NEWS = """Dear all,

Some news:

1. Ann Orr's talk "Lime in brief" will not be in St Mary's but in the Crypt.
2. The round table on Friday at 12:00 has moved to 2 pm.
3. Per Moen cannot come; Tom Hall will give "Straw in the storm" in his place.
4. Rosa Ebner's talk has been brought forward to 9:15.
5. Those who come by bus: it stops at Station Road from 8:30.
"""


AGAIN = """Liebe alle,

zwei neue Zeiten:

FREITAG, 7. MAI

* 15:30-16:15 Uhr, Kapelle
  Wie Mauern atmen
  Rosa Ebner (TU Graz)

SAMSTAG, 8. MAI

* 9:30-10:15 Uhr, Gruft
  Stroh im Sturm

Grüße
"""


def read(folder: Path, *texts: str) -> Agenda:
    (folder / "event.json").write_text(json.dumps(EVENT | {"end_date": "2027-05-08"}))
    for number, text in enumerate(texts, 1):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "marta@lehm.example", "ann@lehm.example", "Programm"
        mail["Date"] = datetime(2027, 3, number, tzinfo=UTC)
        mail.set_content(text)
        (folder / f"{len(texts) - number} Programm.eml").write_bytes(bytes(mail))
    return read_path(folder).agenda


def told(one: Session) -> tuple[str, str, str | None, list[str]]:
    start, end = (f"{at:%d %H:%M}" if at else "" for at in (one.start, one.end))
    return start, end[3:], one.room, [person.name for person in one.speakers]


def test_rooms_beside_the_times_and_what_is_corrected(tmp_path: Path) -> None:
    found = {one.title: one for one in read(tmp_path, GERMAN, GERMAN_NEWS).sessions}
    assert {title: told(one) for title, one in found.items()} == {
        "Begrüßung und Grußworte": ("07 09:00", "09:30", "Großer Saal", ["Marta Loibl"]),
        "Wie Mauern atmen": ("07 09:30", "10:15", "Großer Saal", ["Rosa Ebner"]),
        "Kaffeepause": ("07 10:15", "10:45", "Foyer", []),
        "Kalk, kurz gesagt": ("07 10:45", "11:30", "Torhaus", ["Ann Orr"]),
        "Putz für alle": ("07 10:45", "12:15", "Kapelle", ["Ivo Marin"]),
        "Podiumsgespräch: Wer bezahlt den Lehm?": (
            "07 14:00",
            "14:45",
            "Großer Saal",
            ["Uta Brand", "Jan Ott", "Eva Lohse"],
        ),
        "Stroh im Sturm": ("08 09:00", "09:45", "Gruft", ["Per Moen"]),
        "Rundgang durch die Altstadt": ("08 10:00", "", "Marktplatz", []),
    }
    assert found["Begrüßung und Grußworte"].speakers[0].affiliation == "Vorstand"
    assert {one.title: one.status for one in found.values() if one.status != "scheduled"} == {
        "Kalk, kurz gesagt": "moved",
        "Podiumsgespräch: Wer bezahlt den Lehm?": "moved",
        "Stroh im Sturm": "cancelled",
    }


def test_rooms_in_brackets_behind_the_times_and_remarks_without_titles(tmp_path: Path) -> None:
    found = {one.title: one for one in read(tmp_path, ENGLISH, ENGLISH_NEWS).sessions}
    assert {title: told(one) for title, one in found.items()} == {
        "Welcome": ("07 09:00", "09:30", "Great Hall", ["Mary Lowe"]),
        "SESSION II. Walls, roofs and reeds": ("07 09:30", "10:15", "Great Hall", []),
        "How walls breathe": ("07 09:15", "09:35", "Great Hall", ["Rosa Ebner"]),
        "Thatch and thrift": ("07 09:50", "10:15", "Great Hall", ["Ida Quint", "Olaf Berg"]),
        "Coffee": ("07 10:15", "10:45", "Undercroft", []),
        "Lime in brief": ("07 10:45", "11:30", "Crypt", ["Ann Orr"]),
        "Round table: who pays for mud?": ("07 14:00", "14:45", "Great Hall", ["Uta Brand", "Jan Ott", "Eva Lohse"]),
        "Songs of the kiln": ("07 20:00", "", "Barn", ["Sam Audley"]),
        "Straw in the storm": ("08 09:00", "09:45", "St Mary's", ["Tom Hall"]),
    }
    assert found["Songs of the kiln"].speakers[0].affiliation == "on piano"
    assert [one.name for one in found["SESSION II. Walls, roofs and reeds"].chairs] == ["Kurt Wild"]


def test_a_title_behind_a_sign_is_no_room(tmp_path: Path) -> None:
    text = "Freitag, 7. Mai\n\n9:00, Lehm und Leute\nAnn Orr\n\n9:30, Kalk\nOhne Voranmeldung\n\n10:00, Stroh\nBo Lie\n"
    assert [one.title for one in read(tmp_path, text).sessions] == ["Lehm und Leute", "Kalk", "Stroh"]


def test_what_a_later_mail_tells_anew_holds_whatever_its_file_is_called(tmp_path: Path) -> None:
    once = {one.title: told(one) for one in read(tmp_path, GERMAN).sessions}
    found = {one.title: one for one in read(tmp_path, GERMAN, AGAIN).sessions}
    changed = {
        "Wie Mauern atmen": ("07 15:30", "16:15", "Kapelle", ["Rosa Ebner"]),
        "Stroh im Sturm": ("08 09:30", "10:15", "Gruft", ["Per Moen"]),
    }
    assert {title: told(one) for title, one in found.items()} == once | changed
    assert {title for title, one in found.items() if one.status == "moved"} == {*changed}
    assert found["Wie Mauern atmen"].previous_room == "Großer Saal"
