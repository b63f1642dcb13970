"""Documents of small offices that name who speaks above each title, and below each day where all of it is held."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session
from support.papers import docx, paragraph

FACTS = Facts(id="invented", timezone="Europe/Berlin", start_date=day("2027-04-16"), end_date=day("2027-04-17"))
GERMAN = """Moorkundliche Tagung
Freitag, 16. April 2027
Haus der Volkskunde, Großer Saal
9.00 Uhr^Begrüßung
9.30 Uhr^Dr. Lena Vogt (Universität Kiel)~„Torf und Zeit“
10.15 Uhr^Kaffeepause
10.45 Uhr^Tomáš Říha (Brünn) und Eva Kern (Museum Saal)~„Wem gehört das Moor?“~(Vortrag auf Englisch)
11.30 Uhr^Jos van Dam (Assen)~„Das letzte Boot“ – entfällt
14.00 Uhr^Stadtführung, mit Ute Hamm (Amt für Denkmale) – Auditoire 12
Samstag, 17. April 2027
Saal 2
9.30 Uhr^Keynote: Ruth Abels (Bern)~„Nasse Füße“
10.30 Uhr^Pavel Novak (Prag)~„Rohr und Schilf“"""
ITALIAN = """Giornate della pietra

Venerdì 16 aprile 2027
Sede: Palazzo Loredan, Sala degli Specchi

9.30 Anna Rossi (Padova)
La pietra che canta

10.15 Luca Bianchi (Museo di Storia, Lodi)
Cave e cavatori

11.00 Pausa caffè

11.30 Marta Neri (CNR)
Salnitro e muffe: una storia

Sabato 17 aprile 2027
Aula Magna

10.00 Ugo Riva (Trento)
Muri a secco
"""


def told(session: Session) -> tuple[str, str, str | None, list[str]]:
    start = f"{session.start:%d %H:%M}" if session.start else ""
    return session.title, start, session.room, [person.name for person in session.speakers]


def read(name: str, raw: bytes) -> list[Session]:
    return list(read_tables([Document(name, raw)], FACTS).agenda.sessions)


def office(text: str, *, bold_days: bool) -> bytes:
    made = ""
    for line in text.split("\n"):
        is_day = line.startswith(("Freitag", "Samstag"))
        set_in = line.replace("^", "</w:t><w:tab/><w:t>").replace("~", "</w:t><w:br/><w:t>")
        made += paragraph(set_in, bold=bold_days and is_day)
    return docx(made)


@pytest.mark.parametrize("bold_days", [True, False])
def test_titles_in_quotation_marks_below_who_speaks(bold_days: bool) -> None:
    found = read("tagung.docx", office(GERMAN, bold_days=bold_days))
    assert [told(one) for one in found] == [
        ("Begrüßung", "16 09:00", "Großer Saal", []),
        ("Torf und Zeit", "16 09:30", "Großer Saal", ["Dr. Lena Vogt"]),
        ("Kaffeepause", "16 10:15", None, []),
        ("Wem gehört das Moor?", "16 10:45", "Großer Saal", ["Tomáš Říha", "Eva Kern"]),
        ("Das letzte Boot", "16 11:30", "Großer Saal", ["Jos van Dam"]),
        ("Stadtführung", "16 14:00", "Auditoire 12", ["Ute Hamm"]),
        ("Nasse Füße", "17 09:30", "Saal 2", ["Ruth Abels"]),
        ("Rohr und Schilf", "17 10:30", "Saal 2", ["Pavel Novak"]),
    ]
    assert found[4].status == "cancelled"
    assert found[3].language == "en"


def test_titles_below_who_speaks_in_every_paragraph_of_a_text() -> None:
    assert [told(one) for one in read("programma.txt", ITALIAN.encode())] == [
        ("La pietra che canta", "16 09:30", "Sala degli Specchi", ["Anna Rossi"]),
        ("Cave e cavatori", "16 10:15", "Sala degli Specchi", ["Luca Bianchi"]),
        ("Pausa caffè", "16 11:00", None, []),
        ("Salnitro e muffe: una storia", "16 11:30", "Sala degli Specchi", ["Marta Neri"]),
        ("Muri a secco", "17 10:00", "Aula Magna", ["Ugo Riva"]),
    ]


def test_a_room_below_a_day_heads_only_what_follows_where_others_come_below_it() -> None:
    text = (
        "Friday 16 April 2027\n\nBlue Room\n\n9:00 Reeds (Ada Orr)\n10:00 Rushes (Bo Lie)\n\n"
        "Red Room\n\n9:00 Mud (Eve Moss)\n10:00 Silt (Ian Fry)\n"
    )
    rooms = {one.title: one.room for one in read("days.txt", text.encode())}
    assert rooms["Mud"] != "Blue Room"
    assert rooms["Silt"] != "Blue Room"


def test_a_break_inside_of_a_session_ends_the_talk_before_it_and_lasts_until_the_next() -> None:
    text = (
        "Viernes 16 de abril de 2027\nAula Magna\n\nMesa 1. Turberas\nModera: Eva Gil (León)\n\n"
        "10.00 Ana Soto (Lugo)\n«Agua quieta»\n\n10.30 Luis Peña (Vigo)\n«Barro»\n\n11.00 Pausa café\n\n"
        "11.30 Iria Rey (Soria)\n«Musgo»\n\n12.00 Comida\n"
    )
    found = {one.title: one for one in read("jornada.txt", text.encode())}
    ends = {title: f"{one.end:%H:%M}" if one.end else "" for title, one in found.items()}
    assert (ends["Barro"], ends["Pausa café"], ends["Musgo"]) == ("11:00", "11:30", "12:00")
    assert (found["Barro"].room, found["Pausa café"].room) == ("Aula Magna", None)
