"""Calendars of vCalendar 1.0, with letters coded byte by byte and repetitions in their own words."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from charlotte.congress.importers.folder import read_path
from charlotte.congress.importers.known.vcalendar import as_icalendar, rule_of
from charlotte.congress.model import Session

EVENT = '{"id": "e", "name": "Journées", "timezone": "Europe/Paris", "start_date": "2027-03-08"}'


def read(folder: Path, text: str, encoding: str = "ascii") -> dict[str, Session]:
    (folder / "event.json").write_text(EVENT)
    (folder / "Journees.vcs").write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return {session.title: session for session in read_path(folder).agenda.sessions}


def at(session: Session) -> tuple[str, str | None, list[str]]:
    assert session.start is not None
    start = session.start.astimezone(ZoneInfo("Europe/Paris"))
    return (f"{start:%d %H:%M}", session.room, [who.name for who in session.speakers])


def test_letters_of_a_coded_calendar_are_read_and_its_talks_too(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """BEGIN:VCALENDAR
PRODID:-//Bureau//Agenda//FR
VERSION:1.0
TZ:+01
BEGIN:VEVENT
DTSTART:20270308T080000Z
DTEND:20270308T093000Z
LOCATION;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Salle Bri=E8re; aile nord
SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Roseli=E8res, mode d'emp=
loi
DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Mod=C3=A9ration : Zo=C3=A9 Lamy=0D=0A=0D=0A09h00  Faucher =
en hiver (No=C3=ABl Prat)=0D=0A09h45  Les butors, enfin compt=C3=A9s=
 (In=C3=A8s Caro)
CATEGORIES:Nature;Atelier
END:VEVENT
BEGIN:VEVENT
DTSTART:20270308T130000
DTEND:20270308T140000
SUMMARY;QUOTED-PRINTABLE:Sortie en barque
DESCRIPTION:Intervenant/e : Ada Quint
LOCATION:Ponton\\; prendre un gilet
END:VEVENT
END:VCALENDAR
""",
    )
    assert {title: at(session) for title, session in found.items()} == {
        "Roselières, mode d'emploi": ("08 09:00", "Salle Brière; aile nord", []),
        "Faucher en hiver": ("08 09:00", "Salle Brière; aile nord", ["Noël Prat"]),
        "Les butors, enfin comptés": ("08 09:45", "Salle Brière; aile nord", ["Inès Caro"]),
        "Sortie en barque": ("08 13:00", "Ponton; prendre un gilet", ["Ada Quint"]),
    }
    assert [who.name for who in found["Roselières, mode d'emploi"].chairs] == ["Zoé Lamy"]


def test_a_calendar_of_today_may_code_its_letters_too(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART:20270309T080000Z
SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Abrir, cerrar=3B volver a abrir el ca=C3=B1o
LOCATION;ENCODING=BASE64;CHARSET=UTF-8:QXVsYSBQZcOxYQ==
END:VEVENT
END:VCALENDAR
""",
    )
    assert {title: at(session) for title, session in found.items()} == {
        "Abrir, cerrar; volver a abrir el caño": ("09 09:00", "Aula Peña", [])
    }


def test_what_is_repeated_in_the_old_way_is_held_every_time(tmp_path: Path) -> None:
    text = """BEGIN:VCALENDAR
VERSION:1.0
BEGIN:VEVENT
DTSTART:20270308T073000
DTEND:20270308T080000
SUMMARY:Accueil
RRULE:D1 #3
END:VEVENT
END:VCALENDAR
"""
    (tmp_path / "event.json").write_text(EVENT)
    (tmp_path / "a.vcs").write_text(text)
    starts = sorted(one.start for one in read_path(tmp_path).agenda.sessions if one.start)
    zone = ZoneInfo("Europe/Paris")
    assert starts == [datetime(2027, 3, day, 7, 30, tzinfo=zone) for day in (8, 9, 10)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("D2 20270318T220000Z", "FREQ=DAILY;INTERVAL=2;UNTIL=20270318T220000Z"),
        ("W1 MO WE #6", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;COUNT=6"),
        ("MP1 1+ 3+ TU 1- FR #4", "FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,3TU,-1FR;COUNT=4"),
        ("MD1 7 LD #0", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=7,-1"),
        ("YM1 6", "FREQ=YEARLY;INTERVAL=1;BYMONTH=6;COUNT=2"),
        ("whenever", None),
    ],
)
def test_old_rules_in_the_words_of_today(old: str, new: str | None) -> None:
    assert rule_of(old) == new


def test_a_calendar_of_today_stays_as_it_is() -> None:
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
    assert as_icalendar(text) is text
