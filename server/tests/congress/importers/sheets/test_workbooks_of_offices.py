"""Workbooks and delimited files as offices keep them: their own date, days on sheets, files that go together."""

from datetime import time

import pytest

from charlotte.congress.importers.shapes.times.day_line import day_above, without_stamp
from support.workbooks import FACTS, agenda, people, told, workbook


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


REPLACED = {
    "it": ("agg. Rita 22/03 – sostituisce la griglia del 10/03", "MARTEDÌ 4 MAGGIO 2027", "Istruttori", "Introduce"),
    "en": ("replaces the grid of 10 March", "TUESDAY 4 MAY 2027", "Instructors", "Introduced by"),
    "fr": ("annule et remplace la grille du 10/03", "MARDI 4 MAI 2027", "Instructeurs", "Introduit par"),
    "es": ("sustituye a la versión del 10/03", "MARTES 4 DE MAYO DE 2027", "Instructores", "Introduce"),
    "de": ("ersetzt die Fassung vom 10.03.", "DIENSTAG 4. MAI 2027", "Kursleitung", "Eingeführt von"),
}


@pytest.mark.parametrize("weekday", ["right", "wrong"])
@pytest.mark.parametrize("language", REPLACED)
def test_the_date_of_the_grid_that_a_paper_replaces_is_no_day_of_the_programme(language: str, weekday: str) -> None:
    stamp, day, teachers, introduces = REPLACED[language]
    day = day if weekday == "right" else day.replace("4", "5")
    rows = [
        ["GIORNATE DEL TORNIO 2027"],
        [f"Faenza – {stamp}"],
        [],
        [day],
        ["ORE", "Saal Nord", "Saal Süd"],
        ["9.00", f"Keynote\nLa terra che suona\nLea Marconi (Ravenna)\n{introduces}: Ivo Galli", None],
        ["9.30", None, None],
        ["10.00", "COFFEE BREAK", None],
        ["10.30", "Tornire in due", f"Raku\n{teachers}: Ada Orthen, Ugo Bassani"],
        ["11.00", None, None],
        ["11.30", "Finale", None],
    ]
    merged = {"Griglia": ["A1:C1", "A2:C2", "A4:C4", "B6:B7", "B8:C8", "B9:B10", "C9:C10"]}
    found = {one.title: one for one in agenda(("griglia.xlsx", workbook({"Griglia": rows}, merged))).sessions}
    on = 4 if weekday == "right" else 5
    assert {(one.start.month, one.start.day) for one in found.values() if one.start} == {(5, on)}
    assert [one.name for one in found["La terra che suona"].chairs] == ["Ivo Galli"]
    assert [one.name for one in found["Raku"].speakers] == ["Ada Orthen", "Ugo Bassani"]
