"""Documents whose headings are sessions: who chairs stands below, then the talks, in lines at tabs or in tables."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.model import Agenda, Session
from support.papers import docx, paragraph, table

FACTS = Facts(id="stitch-2031", name="Stitch and Sail 2031", timezone="Europe/Rome")


def agenda(name: str, raw: bytes) -> Agenda:
    return read_tables([Document(name, raw)], FACTS).agenda


def told(one: Session) -> tuple[str, str, str | None, list[str], list[str], str | None]:
    start = f"{one.start:%d %H:%M}" if one.start else ""
    end = f"-{one.end:%H:%M}" if one.end else ""
    people = [person.name for person in one.speakers], [person.name for person in one.chairs]
    return one.title, f"{start}{end}", one.room, *people, one.subtitle


def at_tabs(*cells: str) -> str:
    return "<w:p>" + "<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{cell}</w:t></w:r>" for cell in cells) + "</w:p>"


def test_headings_of_daypart_room_and_subject_hold_the_talks_of_their_tables_and_lines() -> None:
    header = ["Zeit", "Thema", "Referent/in"]
    body = paragraph("Montag, 5. Mai 2031", "Heading1")
    body += paragraph("Vormittag – Blauer Saal: Segel und Tuch", "Heading2") + paragraph("Moderation: Dr. Ute Brahms")
    body += table(
        [header, ["9.00–9.30 Uhr", "Nähte am Großsegel", "Ole Petersen"], ["9.30–10.00 Uhr", "Altes Tuch", "Pia Rahn"]]
    )
    body += paragraph("Vormittag – Seilerbahn: Tauwerk", "Heading2") + paragraph("Moderation: Jan Kolbe")
    body += at_tabs("9.00–9.30 Uhr", "Hanf oder Draht", "Mira Voss")
    body += at_tabs("9.30–10.00 Uhr", "Knoten im Test", "Tom Ahlers")
    body += at_tabs("10.00–10.30 Uhr", "Kaffeepause (Foyer)")
    body += paragraph("Mittag – Blauer Saal: Farben", "Heading2") + paragraph("Moderation: Ute Brahms")
    body += at_tabs("10.30–11.00 Uhr", "Lohe und Öl", "Pia Rahn")
    read = agenda("programm.docx", docx(body))
    assert sorted(map(told, read.sessions), key=lambda one: (one[1], one[0])) == [
        ("Hanf oder Draht", "05 09:00-09:30", "Seilerbahn", ["Mira Voss"], [], "Tauwerk"),
        ("Nähte am Großsegel", "05 09:00-09:30", "Blauer Saal", ["Ole Petersen"], [], "Segel und Tuch"),
        ("Segel und Tuch", "05 09:00-10:00", "Blauer Saal", [], ["Dr. Ute Brahms"], None),
        ("Tauwerk", "05 09:00-10:00", "Seilerbahn", [], ["Jan Kolbe"], None),
        ("Altes Tuch", "05 09:30-10:00", "Blauer Saal", ["Pia Rahn"], [], "Segel und Tuch"),
        ("Knoten im Test", "05 09:30-10:00", "Seilerbahn", ["Tom Ahlers"], [], "Tauwerk"),
        ("Kaffeepause", "05 10:00-10:30", "Foyer", [], [], None),
        ("Lohe und Öl", "05 10:30-11:00", "Blauer Saal", ["Pia Rahn"], ["Dr. Ute Brahms"], None),
    ]


def test_numbered_sessions_in_the_usual_room_end_with_their_talks_and_a_lecture_after_the_break_is_its_own() -> None:
    body = paragraph("LUNEDÌ 5 MAGIO 2031", "Heading1")
    body += paragraph("Ove non diversamente indicato i lavori si svolgono in Sala Ancora")
    body += paragraph("I SESSIONE – VELE ANTICHE", "Heading2") + paragraph(
        "Moderatori: F. Riva (Lecco), M. Conti (Como)"
    )
    body += paragraph("9.00 – 9.20 Il cotone") + paragraph("M. Galli (Bari)")
    body += paragraph("9.20 – 9.40 Il lino") + paragraph("F. Serra, M. Dossi")
    body += paragraph("9.40 – 10.10 Coffee break")
    body += paragraph("10.10 – 10.50 LETTURA MAGISTRALE: Tessere il vento") + paragraph("L. Ferri (Pisa)")
    body += paragraph("CORSO PRATICO – CUCIRE (Sala Gomena)", "Heading2") + paragraph("ore 14.00 – 16.00")
    body += paragraph("Tutor: R. Neri, T. Bona")
    read = agenda("programma.docx", docx(body))
    assert [told(one) for one in sorted(read.sessions, key=lambda one: (str(one.start), str(one.end)))][1:] == [
        ("I sessione – vele antiche", "05 09:00-09:40", "Sala Ancora", [], ["F. Riva", "M. Conti"], None),
        ("Il lino", "05 09:20-09:40", "Sala Ancora", ["F. Serra", "M. Dossi"], [], "I sessione – vele antiche"),
        ("Coffee break", "05 09:40-10:10", None, [], [], None),
        ("LETTURA MAGISTRALE: Tessere il vento", "05 10:10-10:50", "Sala Ancora", ["L. Ferri"], [], None),
        ("Corso pratico – cucire", "05 14:00-16:00", "Sala Gomena", ["R. Neri", "T. Bona"], [], None),
    ]


MAIL = """Cari tutti,
ecco il programma. Dove non indicato siamo in Sala Ancora.

LUNEDI' 5 MAGGIO

ore 9 - 9,30    Ida Moro (Museo del Mare): Le prime reti
ore 9,30 - 10   pausa caffè

ore 10 - 11,30  sessione NODI
                coordina Ugo Sala (Univ. di Bari)
   * Rita Neri (CNR): Il nodo piano
   * Ezio Pini (Arti Marinare): Il nodo scorsoio
"""


def test_a_mail_lists_talks_below_their_session_with_who_speaks_before_the_colon() -> None:
    read = agenda("mail.txt", MAIL.encode())
    found = {one.title: told(one)[1:] for one in read.sessions}
    assert found["Le prime reti"] == ("05 09:00-09:30", "Sala Ancora", ["Ida Moro"], [], None)
    assert found["pausa caffè"] == ("05 09:30-10:00", None, [], [], None)
    assert found["sessione NODI"] == ("05 10:00-11:30", "Sala Ancora", [], ["Ugo Sala"], None)
    assert found["Il nodo piano"][1:] == ("Sala Ancora", ["Rita Neri"], [], "sessione NODI")
    assert found["Il nodo scorsoio"][1:] == ("Sala Ancora", ["Ezio Pini"], [], "sessione NODI")


def test_dashes_below_a_session_that_name_nobody_are_what_it_is_about() -> None:
    page = "## Monday 5 May 2031\n\n09:00 - 10:00 Caulking for beginners\n- which tools\n- which pitch\n- how long\n\n"
    page += "10:00 - 11:00 Masts (Ann Lee)\n\n11:00 - 12:00 Oars (Bo Ray)\n"
    assert [one.title for one in agenda("p.md", page.encode()).sessions] == ["Caulking for beginners", "Masts", "Oars"]


TEXT = """THE HARBOUR TALKS 2031

MONDAY 5 MAY 2031
Unless otherwise noted, everything happens in the Great Hall.

09:00-09:30  Registration (Foyer)

SESSION 1 - SOUND AND SPACE
Chair: Bo Ray (Kiel)

09:30-10:00  Echoes of a quay
             Ann Lee (Hull)
10:00-10:30  Fog horns
             Cy Orr (Bergen)

10:30-11:00  Coffee
"""


def test_sections_of_a_plain_text_in_which_nothing_but_its_place_makes_a_heading() -> None:
    read = agenda("programme.txt", TEXT.encode())
    assert sorted(map(told, read.sessions), key=lambda one: (one[1], one[0])) == [
        ("Registration", "05 09:00-09:30", "Foyer", [], [], None),
        ("Echoes of a quay", "05 09:30-10:00", "Great Hall", ["Ann Lee"], [], "Session 1 - sound and space"),
        ("Session 1 - sound and space", "05 09:30-10:30", "Great Hall", [], ["Bo Ray"], None),
        ("Fog horns", "05 10:00-10:30", "Great Hall", ["Cy Orr"], [], "Session 1 - sound and space"),
        ("Coffee", "05 10:30-11:00", None, [], [], None),
    ]


def test_bold_lines_are_headings_of_one_level_and_the_day_stays_above_all_of_them() -> None:
    header = ["Hora", "Ponencia", "Ponente"]
    body = paragraph("Lunes, 5 de mayo de 2031", bold=True) + paragraph("MAÑANA – AULA MAGNA: Velas", bold=True)
    body += paragraph("Modera: Dra. Ana Ruiz")
    body += table([header, ["9:00", "Lino", "Luis Gil, IFAPA"], ["9:30", "Algodón", "Eva Sanz, CSIC"]])
    body += paragraph("MAÑANA – SALA LORCA: Cabos", bold=True) + paragraph("Modera: Juan Mora")
    body += table([header, ["9:00-9:30", "Cáñamo", "Rosa Vega, UCO"], ["9:30-10:00", "Nudos", "Ivo Paz"]])
    read = sorted(map(told, agenda("prog.docx", docx(body)).sessions), key=lambda one: (one[1][:8], one[0]))
    assert [one[:5] for one in read] == [
        ("Cabos", "05 09:00-10:00", "Sala Lorca", [], ["Juan Mora"]),
        ("Cáñamo", "05 09:00-09:30", "Sala Lorca", ["Rosa Vega"], []),
        ("Lino", "05 09:00-09:30", "Aula Magna", ["Luis Gil"], []),
        ("Velas", "05 09:00", "Aula Magna", [], ["Dra. Ana Ruiz"]),
        ("Algodón", "05 09:30", "Aula Magna", ["Eva Sanz"], []),
        ("Nudos", "05 09:30-10:00", "Sala Lorca", ["Ivo Paz"], []),
    ]
