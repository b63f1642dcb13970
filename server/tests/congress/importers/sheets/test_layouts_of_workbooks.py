"""How offices lay their sheets out: lists side by side, headers of two rows, papers in rows, remarks beside them."""

from datetime import time

import pytest

from support.workbooks import agenda, people, told, workbook


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


def test_names_that_a_narrow_column_broke() -> None:
    rows = [
        ["Zeit", "Titel", "Raum", "Referierende"],
        ["9:00–9:45", "Glasuren ohne Blei", "Brennhaus", "Ada Orr, Bodil\nLie, Wiebke Sass"],
        ["10:00–10:45", "Ton aus dem Deich", "Brennhaus", "Enno Harms (Kleiwerk\nNord), Ute Behn"],
        ["11:00–11:45", "Öfen bauen", "Brennhaus", "Onno Peters\nTomke Janssen"],
        ["12:00–12:45", "Wem gehört der Deich?", "Brennhaus", "Ute Behn, Jan\nvan der Meer. Moderation: Enno\nHarms"],
    ]
    found = agenda(("plan.xlsx", workbook({"Freitag, 5. März": rows})))
    assert [[one.name for one in session.speakers] for session in found.sessions] == [
        ["Ada Orr", "Bodil Lie", "Wiebke Sass"],
        ["Enno Harms", "Ute Behn"],
        ["Onno Peters", "Tomke Janssen"],
        ["Ute Behn", "Jan van der Meer"],
    ]
    assert [one.name for one in found.sessions[3].chairs] == ["Enno Harms"]
    assert found.sessions[1].speakers[0].affiliation == "Kleiwerk Nord"


def test_sheets_of_one_header_are_read_alike_and_contents_may_be_titles() -> None:
    header = ["No.", "From", "Min", "Type", "Content", "People", "Mic", "Light"]
    halls = {
        "Corn Hall": [
            ["RUN SHEET Corn Hall"],
            ["Friday, 5 March 2027"],
            header,
            [1, 0.375, 30, "TALK", "Bread for barges", "Ada Orr", "desk", "warm"],
            [
                2,
                0.40625,
                45,
                "PANEL",
                "Who still bakes at night?",
                "Bo Lie; Eve Moss; Mod. Ian Rhys",
                "headset",
                "bright",
            ],
            [3, 0.4583, 20, "TALK", "Ovens on wheels", "Gwen Pask", "desk", "warm"],
            [4, 0.5, 60, "BREAK", "Lunch", "", "", ""],
        ],
        "Wool Hall": [
            ["RUN SHEET Wool Hall"],
            ["Friday, 5 March 2027"],
            header,
            [1, 0.375, 30, "TALK", "Rye at sea", "Una Byrne", "desk", "warm"],
            [2, 0.40625, 20, "TALK", "Salt", "Tom Ness", "headset", "bright"],
        ],
    }
    found = {one.title: one for one in agenda(("runsheet.xlsx", workbook(halls))).sessions}
    assert {title: (told(one), people(one)[0]) for title, one in found.items() if title != "Lunch"} == {
        "Bread for barges": (("05 09:00", "09:30", "Corn Hall"), ["Ada Orr"]),
        "Who still bakes at night?": (("05 09:45", "10:30", "Corn Hall"), ["Bo Lie", "Eve Moss"]),
        "Ovens on wheels": (("05 11:00", "11:20", "Corn Hall"), ["Gwen Pask"]),
        "Rye at sea": (("05 09:00", "09:30", "Wool Hall"), ["Una Byrne"]),
        "Salt": (("05 09:45", "10:05", "Wool Hall"), ["Tom Ness"]),
    }
