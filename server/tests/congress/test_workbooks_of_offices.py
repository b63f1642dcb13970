"""Workbooks and delimited files as offices keep them: their own date, days on sheets, files that go together."""

import io
from collections.abc import Mapping, Sequence
from datetime import time

import openpyxl
import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.day_line import day_above, without_stamp
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session

FACTS = Facts(id="invented", timezone="Europe/Vienna", start_date=day("2027-03-05"), end_date=day("2027-03-06"))


def agenda(*files: tuple[str, bytes | str]) -> Agenda:
    documents = [Document(name, raw if isinstance(raw, bytes) else raw.encode()) for name, raw in files]
    return read_tables(documents, FACTS).agenda


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], merged: Mapping[str, Sequence[str]] = {}) -> bytes:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        for area in merged.get(name, ()):
            page.merge_cells(area)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def told(session: Session) -> tuple[str, str, str | None]:
    assert session.start is not None and session.end is not None
    return f"{session.start:%d %H:%M}", f"{session.end:%H:%M}", session.room


@pytest.mark.parametrize(
    ("sheets", "line", "stamp"),
    [
        (("Freitag", "Samstag"), "", "Stand: 12.2.2027"),
        (("Freitag", "Samstag"), "", "Stand 12. Februar 2027, 14:30 Uhr"),
        (("venerdì", "sabato"), "", "aggiornato al 12/02/2027"),
        (("Vendredi 5 mars", "Samedi 6 mars"), "Programme des journées", "Mis à jour le 12 février 2027"),
        (("viernes", "sábado"), "", "Última actualización: 12/02/2027 10:15"),
        (("Day 1 (5 March)", "Day 2 (6 March)"), "Programme", "Version 3 of 12 February 2027"),
    ],
)
def test_the_date_of_the_paper_is_no_day_of_the_programme(sheets: tuple[str, str], line: str, stamp: str) -> None:
    rows = [[line, None, stamp], ["", None, None], ["Start", "Title", "Room", "Speaker", "End"]]
    held = [[time(9), "Hooves in practice", "Barn", "Ada Moor", time(9, 45)], [stamp]]
    found = agenda(("plan.xlsx", workbook({name: [*rows, *held] for name in sheets})))
    assert [told(session) for session in found.sessions] == [
        ("05 09:00", "09:45", "Barn"),
        ("06 09:00", "09:45", "Barn"),
    ]
    assert {session.status for session in found.sessions} == {"scheduled"}


def test_of_several_days_above_rows_one_of_the_event_counts() -> None:
    days = FACTS.days
    lines = ["Freitag", "Anmeldung bis 20.02.2027", "5. März 2027", "Abgabe der Folien 01.03.2027"]
    assert day_above(lines, days) == "5. März 2027"
    assert day_above(["sabato", "12/02/2027"], days) == "sabato"
    assert day_above(["Freitag", "05.03.2027", "13.02.2027"]) == "05.03.2027"
    assert without_stamp("Samstag, 6. März 2027 (Stand: 2.3.2027, 14:00 Uhr)") == "Samstag, 6. März 2027"
    assert without_stamp("Stand 12 in Halle 3") == "Stand 12 in Halle 3"


def people(session: Session) -> tuple[list[str], list[str]]:
    return [one.name for one in session.speakers], [one.name for one in session.chairs]


@pytest.mark.parametrize("between", ["|", "; ", ", ", " / "])
def test_speakers_by_the_numbers_of_another_file(between: str) -> None:
    listed = f'7{between}12"'
    found = agenda(
        (
            "sessions.csv",
            "\ufeffID,post_title,post_status,session_start,session_end,room,speaker_ids,moderator_id\n"
            f'301,Salt &amp; smoke,publish,2027-03-05 10:00,2027-03-05 10:45,Barn,"{listed},9\n'
            "302,Not yet,draft,2027-03-05 11:00,2027-03-05 11:45,Barn,7,\n"
            "303,Alone,publish,2027-03-06 09:00,2027-03-06 09:30,Loft,9,\n",
        ),
        (
            "speakers.csv",
            "ID,post_title,company,bio\n7,Ada Moor,Moor &amp; Sons,Writes.\n9,Ben Fyfe,,\n12,Cleo Hart,Inkwell,\n",
        ),
    )
    salt, alone = found.sessions
    assert (salt.title, people(salt)) == ("Salt & smoke", (["Ada Moor", "Cleo Hart"], ["Ben Fyfe"]))
    assert [one.affiliation for one in salt.speakers] == ["Moor & Sons", "Inkwell"]
    assert people(alone) == (["Ben Fyfe"], [])


def test_people_who_name_their_sessions_and_what_they_do_there() -> None:
    found = agenda(
        ("rooms.csv", "code,room_name,capacity\nR1,Harbour Suite,40\nR2,Tiller Room,20\n"),
        (
            "sessions.csv",
            "session_code,title,day,start,duration_min,room_code\nS01,Opening,Day 1,9:00 AM,30,R1\n"
            "S02,Tides,Day 1,9:30 AM,75,R2\nS03,Ports,Day 2,1:15 PM,45,R1\n",
        ),
        (
            "presenters.csv",
            'name,affiliation,role,sessions\n"Whelan, Aoife",Marine Institute,Speaker,S01\n'
            '"Whelan, Aoife",Marine Institute,Chair,"S02, S03"\n"van Houten, Pieter",Port,Speaker,"S02; S03"\n'
            '"Lindqvist, Sara",Chalmers,Discussant,S03\n',
        ),
    )
    opening, tides, ports = found.sessions
    assert told(tides) == ("05 09:30", "10:45", "Tiller Room")
    assert people(opening) == (["Aoife Whelan"], [])
    assert people(tides) == (["Pieter van Houten"], ["Aoife Whelan"])
    assert people(ports) == (["Pieter van Houten", "Sara Lindqvist"], ["Aoife Whelan"])
    assert ports.speakers[1].affiliation == "Chalmers"


def test_last_names_first_by_a_comma_or_in_capitals() -> None:
    rows = (
        "Jour;Horaire;Salle;Intitulé;Intervenants\n"
        'Vendredi 5 mars;9h30-10h;Amphi A;Les haies;"BERTHELOT Jean-Marc (INRAE) ; LE GOFF Anne"\n'
        "Vendredi 5 mars;10h-11h15;Amphi A;Les mares;IES Ribera\n"
    )
    hedges, ponds = agenda(("programme.csv", rows)).sessions
    assert people(hedges) == (["Jean-Marc Berthelot", "Anne Le Goff"], [])
    assert people(ponds)[0] == ["IES Ribera"]
    rows = (
        "Tag\tUhrzeit\tTitel\tReferent/in\tRaum\nFr\t9–10 Uhr\tVarroa\tDr. Lenz, Oskar / Huber, Tina\tAula\n"
        "Fr\t10.15–11.00\tNoch offen\tN. N.\tAula\nSa\t9–10 Uhr\tTracht\tKowalski, Ewa\tAula\n"
    )
    listed = "Name\tOrganisation\nLenz, Oskar\tUni Wien\nHuber, Tina\tWachs OG\nKowalski, Ewa\tGarten\n"
    mites, nobody, flowers = agenda(("Vorträge.csv", rows), ("Referenten.csv", listed)).sessions
    assert people(mites)[0] == ["Dr. Oskar Lenz", "Tina Huber"]
    assert [one.affiliation for one in mites.speakers] == ["Uni Wien", "Wachs OG"]
    assert (people(nobody)[0], people(flowers)[0]) == ([], ["Ewa Kowalski"])


def test_bands_of_rooms_lines_of_chairs_and_headers_once_more() -> None:
    header = ["Orario", "Titolo", "Relatore", "Note"]
    rows = [
        ["XII CONGRESSO DELL'ARTO", None, None, None],
        ["aggiornato al 15/12/2026"],
        ["AULA MAGNA", None, None, None],
        header,
        ["9.00–10.30", "I SESSIONE – La spalla", None, None],
        [None, "Moderatori: M. Brunelli (Bari), Prof.ssa Ida Conti (Siena)", None, None],
        ["9.00–9.45", "La cuffia", "L. Ferrini (Roma)", None],
        ["9.45–10.30", "Imaging", "C. Mauri (Milano), P. Galeazzi (Pisa)", None],
        ["SALA GALENO", None, None, None],
        header,
        ["14.00–16.00", "Corso di ecografia", "R. Testa (Pisa)", None],
    ]
    merged = {"venerdì": ["A1:D1", "A3:D3", "A9:D9"]}
    session, cuff, imaging, course = agenda(("programma.xlsx", workbook({"venerdì": rows}, merged))).sessions
    assert told(session) == ("05 09:00", "10:30", "Aula Magna")
    assert people(session) == ([], ["M. Brunelli", "Prof.ssa Ida Conti"])
    assert (told(cuff), people(cuff)) == (("05 09:00", "09:45", "Aula Magna"), (["L. Ferrini"], []))
    assert [one.affiliation for one in imaging.speakers] == ["Milano", "Pisa"]
    assert (told(course), course.room) == (("05 14:00", "16:00", "Sala Galeno"), "Sala Galeno")


@pytest.mark.parametrize(
    ("column", "shown", "draft", "hidden", "cancelled"),
    [
        ("Stato", "pubblicato", "bozza", "nascosto", "annullato"),
        ("Freigabe", "veröffentlicht", "Entwurf", "nicht öffentlich", "abgesagt"),
        ("Statut", "publié", "brouillon", "masqué", "annulé"),
        ("Estado", "Confirmado", "Borrador", "Oculto", "Cancelado"),
        ("Release", "published", "draft", "trash", "cancelled"),
    ],
)
def test_states_of_rows_in_five_languages(column: str, shown: str, draft: str, hidden: str, cancelled: str) -> None:
    lines = [
        f"Date;Start;End;Title;Room;{column}",
        f"2027-03-05;09:00;09:45;Yarn and light;Barn;{shown}",
        f"2027-03-05;10:00;10:45;Hidden work;Barn;{hidden}",
        f"2027-03-05;11:00;11:45;Unfinished;Barn;{draft}",
        f"2027-03-06;10:00;10:45;Long walk;Barn;{cancelled}",
        f"2027-03-06;11:00;11:45;Yarn and light;Barn;{shown}",
    ]
    found = agenda(("programme.csv", "\n".join(lines)))
    assert [(one.title, one.status) for one in found.sessions] == [
        ("Yarn and light", "scheduled"),
        ("Long walk", "cancelled"),
        ("Yarn and light", "scheduled"),
    ]
    assert [one.code for one in found.warnings if one.code == "not_shown"] == ["not_shown", "not_shown"]


def test_lists_side_by_side_below_their_halls() -> None:
    rows = [
        ["Tag der Talsperren – Freitag, 5. März 2027"],
        ["Festsaal", None, None, None, "Pumpenhaus"],
        ["Zeit", "Thema", "Referent:in", None, "Zeit", "Thema", "Referent:in"],
        ["9.00–9.45", "Was Mauern aushalten", "Dr. Nele Krug", None, "9.15–10.00", "Sedimente lesen", "Ina Thiel"],
        ["9.45–10.30", "Fische steigen auf", "Bernd Auer", None, "11.00–12.30", "Turbinen hören", "Karl Olbrich"],
        ["11.00–12.00", "Podium: Wasser teilen", "Nele Krug, Ina Thiel"],
    ]
    found = agenda(("ablauf.xlsx", workbook({"Ablauf": rows}, {"Ablauf": ["A2:C2", "E2:G2"]})))
    assert {one.title: told(one) for one in found.sessions} == {
        "Was Mauern aushalten": ("05 09:00", "09:45", "Festsaal"),
        "Fische steigen auf": ("05 09:45", "10:30", "Festsaal"),
        "Podium: Wasser teilen": ("05 11:00", "12:00", "Festsaal"),
        "Sedimente lesen": ("05 09:15", "10:00", "Pumpenhaus"),
        "Turbinen hören": ("05 11:00", "12:30", "Pumpenhaus"),
    }
    assert people(found.sessions[-1])[0] == ["Karl Olbrich"]


def test_lists_side_by_side_that_share_their_times() -> None:
    rows = [
        ["Horaire", "Grande halle", None, "Atelier", None],
        [None, "Titre", "Intervenant", "Titre", "Intervenant"],
        ["9h-9h45", "Ouvrir un lieu", "Aya Traoré", "Réparer son vélo", "Luc Vidal"],
        ["10h-11h", "Monter une coop", "Jeanne Picard"],
    ]
    merged = ["B1:C1", "D1:E1", "A1:A2"]
    days = {"vendredi 5": rows, "samedi 6": rows}
    found = agenda(("grille.xlsx", workbook(days, dict.fromkeys(days, merged))))
    told_of = sorted((told(one), one.title, *people(one)[0]) for one in found.sessions)
    assert told_of == [
        ((f"0{day} 09:00", "09:45", "Atelier"), "Réparer son vélo", "Luc Vidal")
        if number == 0
        else ((f"0{day} 09:00", "09:45", "Grande halle"), "Ouvrir un lieu", "Aya Traoré")
        if number == 1
        else ((f"0{day} 10:00", "11:00", "Grande halle"), "Monter une coop", "Jeanne Picard")
        for day in (5, 6)
        for number in range(3)
    ]


def test_headers_of_two_rows_seats_rooms_below_days_and_tracks_below_rooms() -> None:
    seats = [
        ["Fachtag, Freitag, 5. März 2027", None, "Stand 01.02.2027"],
        ["Zeit", "Großer Saal", "Werkstatt"],
        [None, "250 Plätze", "16 Plätze"],
        [0.375, "Trittschall\nDr. Miriam Oster\nBauphysik Nord GmbH", "Workshop Hören\nJens Altmann\nTU Ilmenau"],
        [0.40625, "Lärm", None],
    ]
    step, listen, noise = agenda(("plan.xlsx", workbook({"Programm": seats}))).sessions
    assert (step.room, people(step)[0], step.speakers[0].affiliation) == (
        "Großer Saal",
        ["Dr. Miriam Oster"],
        "Bauphysik Nord GmbH",
    )
    assert (listen.room, listen.title, people(listen)[0]) == ("Werkstatt", "Workshop Hören", ["Jens Altmann"])
    assert noise.start is not None and f"{noise.start:%d %H:%M}" == "05 09:45"
    days = [
        ["Hora", "Viernes 5", None, "Sábado 6", None],
        [None, "Aula Norte", "Aula Sur", "Aula Norte", "Aula Sur"],
        ["10:00-11:00", "Cuentos\nMarina Sáez", "Acuarela", "Cuentos\nMarina Sáez", "Voz"],
        ["11:30-13:00", "Mesa: leer\nModera: Elsa Nieto\nPol Vives", None, "Imprenta", None],
    ]
    merged = {"Cuadro": ["B1:C1", "D1:E1", "A1:A2"]}
    found = agenda(("cuadro.xlsx", workbook({"Cuadro": days}, merged))).sessions
    assert [(one.title, *told(one)[::2]) for one in found] == [
        ("Cuentos", "05 10:00", "Aula Norte"),
        ("Acuarela", "05 10:00", "Aula Sur"),
        ("Cuentos", "06 10:00", "Aula Norte"),
        ("Voz", "06 10:00", "Aula Sur"),
        ("Mesa: leer", "05 11:30", "Aula Norte"),
        ("Imprenta", "06 11:30", "Aula Norte"),
    ]
    tracks = [
        ["Time", "Room 1", "Room 2"],
        ["", "Soils", "Cities"],
        ["09:00-10:00", "Peat and time", "Roofs of moss"],
        ["10:00-11:00", "Roots", "Kerbs"],
    ]
    found = agenda(("grid.xlsx", workbook({"Fri 5 March": tracks}))).sessions
    assert [(one.title, one.room, one.track) for one in found[:2]] == [
        ("Peat and time", "Room 1", "Soils"),
        ("Roofs of moss", "Room 2", "Cities"),
    ]


def test_a_list_without_a_header_with_initials_and_rooms_like_times() -> None:
    rows = [
        ["Last updated 3 January 2027"],
        ["09:00 - 10:30", "Session 1A: Soil memory", "Room 2.14", "Chair: Prof. Mary Kent"],
        ["09:00", "How soils remember", None, "Olsen, P.; Kent, M."],
        ["09:45", "Charcoal archives", None, "Ibe, N."],
        ["11:00 - 12:00", "Session 2A: Policy", "Room 3.02", "Chair: Ngozi Ibe"],
        ["11:00", "The soil directive", None, "Dubois, A., Wu, H."],
    ]
    session, first, second, _, directive = agenda(("programme.xlsx", workbook({"Fri 5 March": rows}))).sessions
    assert (told(session), people(session)) == (("05 09:00", "10:30", "Room 2.14"), ([], ["Prof. Mary Kent"]))
    assert (told(first), people(first)[0]) == (("05 09:00", "09:45", "Room 2.14"), ["P. Olsen", "M. Kent"])
    assert told(second) == ("05 09:45", "10:30", "Room 2.14")
    assert people(directive)[0] == ["A. Dubois", "H. Wu"]


def test_people_below_some_titles_though_there_is_a_column_for_them() -> None:
    rows = [
        ["Giorno", "Orario", "Sala", "Titolo", "Interviene", "Note"],
        ["ven 5/3", "9:30/10:00", "Blu", "Saluti", "Rita Colli"],
        ["ven 5/3", "10:00/11:00", "Blu", "Senza vetrine\nAnna Perin – Museo del Tessile\nLuca Zago – Rete Musei"],
        ["sab 6/3", "10:00/11:00", "Blu", "Toccare\nMarta Fusi – Politecnico di Bari", None, "posti 30; in inglese"],
    ]
    greeting, glass, touch = agenda(("calendario.xlsx", workbook({"Calendario": rows}))).sessions
    assert people(greeting)[0] == ["Rita Colli"]
    assert (glass.title, people(glass)[0]) == ("Senza vetrine", ["Anna Perin", "Luca Zago"])
    assert [one.affiliation for one in glass.speakers] == ["Museo del Tessile", "Rete Musei"]
    assert (told(touch), touch.abstract) == (("06 10:00", "11:00", "Blu"), "posti 30; in inglese")


def test_people_who_name_their_sessions_by_title() -> None:
    plan = [
        ["Nr.", "Tag", "Beginn", "Ende", "Titel", "Raum"],
        [1, "Freitag", time(9), time(9, 40), "Licht im Stall", "Tenne"],
        [2, "Freitag", time(9, 50), time(10, 30), "Kühe und Klima", "Tenne"],
        [3, "Samstag", time(9), time(9, 40), "Licht im Stall", "Tenne"],
    ]
    listed = [
        ["Nachname", "Vorname", "Firma", "Beitrag", "Rolle"],
        ["Raab", "Eva", "Raab KG", "Licht im Stall", "Vortrag"],
        ["Loibl", "Georg", "LfL", "Kühe und Klima", "Vortrag"],
        ["Raab", "Eva", "Raab KG", "Kühe und Klima", "Moderation"],
    ]
    found = agenda(("plan.xlsx", workbook({"Zeitplan": plan, "Referierende": listed}))).sessions
    assert [people(one) for one in found] == [(["Eva Raab"], []), (["Georg Loibl"], ["Eva Raab"]), (["Eva Raab"], [])]


def test_codes_of_rooms_and_people_in_french_files() -> None:
    found = agenda(
        (
            "communications.csv",
            "code;titre;date;début;fin;code_salle\nA1;Le sel;05/03/2027;09h30;10h15;AUD\n"
            "A2;Cartes;05/03/2027;10h30;11h15;S2\nA3;Le sel;06/03/2027;14h;14h45;AUD\n",
        ),
        (
            "participants.csv",
            'nom;prénom;organisme;communications;rôle\nCORRE;Yann;Musée;"A1;A3";orateur\n'
            'Le Bris;Soazig;;A2;oratrice\nQuéré;Maï;;"A1;A2";présidente de séance\n',
        ),
        ("salles.csv", "code_salle;libellé;étage\nAUD;Auditorium;RdC\nS2;Salle 2;1er\n"),
    ).sessions
    assert [told(one) for one in found] == [
        ("05 09:30", "10:15", "Auditorium"),
        ("05 10:30", "11:15", "Salle 2"),
        ("06 14:00", "14:45", "Auditorium"),
    ]
    assert [people(one) for one in found] == [
        (["Yann CORRE"], ["Maï Quéré"]),
        (["Soazig Le Bris"], ["Maï Quéré"]),
        (["Yann CORRE"], []),
    ]


@pytest.mark.parametrize(
    ("note", "room", "before", "status"),
    [
        ("Spostato in Sala Verde", "Sala Verde", "Sala Blu", "moved"),
        ("Aula cambiata: ora in Sala Verde", "Sala Verde", "Sala Blu", "moved"),
        ("Moved to Sala Verde", "Sala Verde", "Sala Blu", "moved"),
        ("Verlegt in die Sala Verde", "Sala Verde", "Sala Blu", "moved"),
        ("Déplacé vers la Sala Verde", "Sala Verde", "Sala Blu", "moved"),
        ("Cambio de sala: ahora en la Sala Verde", "Sala Verde", "Sala Blu", "moved"),
        ("Spostato in Sala Blu (era Sala Verde)", "Sala Blu", "Sala Verde", "moved"),
        ("posti esauriti", "Sala Blu", None, "scheduled"),
        ("annullato per malattia", "Sala Blu", None, "cancelled"),
    ],
)
def test_remarks_that_are_younger_than_the_column_of_rooms(
    note: str, room: str, before: str | None, status: str
) -> None:
    rows = (
        "giorno;inizio;fine;sala;titolo;relatore;note\n"
        f"venerdì;9.00;9.45;Sala Blu;Seta;Ida Re;{note}\nvenerdì;10.00;10.45;Sala Verde;Lino;Ugo Bo;\n"
    )
    silk = agenda(("programma.csv", rows)).sessions[0]
    assert (silk.room, silk.previous_room, silk.status) == (room, before, status)


def test_a_row_for_each_paper_beside_the_hours_of_its_session() -> None:
    rows = [
        ["Versión 2 – 10/01/2027"],
        ["Sesión", "Horario sesión", "Sala", "Moderadora", "Hora", "Comunicación", "Autores"],
        ["Agua", "09:00 - 10:30", "Aula Magna", "Rosa Villar", "09:00", "Acuíferos", "Marta Gil; Juan Osés"],
        ["Agua", "09:00 - 10:30", "Aula Magna", "Rosa Villar", "09:45", "Regadío", "Eli Prats"],
        ["Bosque", "11:00 - 12:00", "Sala Ebro", "Luis Cano", "11:00", "Fuego", "Ana Rey"],
        ["Bosque", "11:00 - 12:00", "Sala Ebro", "Luis Cano", "11:30", "Alcornoques", "Ana Rey"],
    ]
    found = {one.title: one for one in agenda(("libro.xlsx", workbook({"viernes 5": rows}))).sessions}
    assert sorted(found) == ["Acuíferos", "Agua", "Alcornoques", "Bosque", "Fuego", "Regadío"]
    assert (told(found["Agua"]), people(found["Agua"])) == (("05 09:00", "10:30", "Aula Magna"), ([], ["Rosa Villar"]))
    assert told(found["Acuíferos"]) == ("05 09:00", "09:45", "Aula Magna")
    assert (told(found["Alcornoques"]), people(found["Alcornoques"])[0]) == (
        ("05 11:30", "12:00", "Sala Ebro"),
        ["Ana Rey"],
    )


def test_numbered_speakers_and_affiliations_and_rows_that_are_not_public() -> None:
    rows = (
        "Journée\tHeure\tDurée\tLieu\tTitre\tOrateur 1\tAffiliation 1\tOrateur 2\tAffiliation 2\tPublié\n"
        "Jour 1\t10:15\t45 min\tB12\tRécifs\tInès Roche\tCNRS\tTim Hale\tPlymouth Lab\toui\n"
        "Jour 1\t14:00\t1h30\tB12\tRéunion du bureau\t\t\t\t\tnon\n"
        "Jour 2\t09:00\t45 min\tB12\tMers\tInès Roche\t\t\t\toui\n"
    )
    reefs, seas = agenda(("export.tsv", rows)).sessions
    assert [(one.name, one.affiliation) for one in reefs.speakers] == [
        ("Inès Roche", "CNRS"),
        ("Tim Hale", "Plymouth Lab"),
    ]
    assert (seas.title, told(seas)) == ("Mers", ("06 09:00", "09:45", "B12"))
