"""Workbooks whose sheets refer to each other: talks by the number of their session, halls by a code. Invented."""

import pytest

from support.workbooks import agenda, workbook

SHEETS = {
    "Programm": [
        ["Deichbautage – Planung (Stand 3. Mai)"],
        [],
        ["Nr.", "Tag", "Beginn", "Ende", "Raum", "Format", "Titel der Sitzung", "Vorsitz", "Referierende"],
        [1, "05.03.2027", "9:00", "9:30", "Hof", "Eröffnung", "Willkommen am Deich", None, "Dr. Wiebke Sass"],
        [2, "05.03.2027", "9:30", "11:00", "BS", "Symposium", "Sand und Klei", "Prof. Enno Harms", None],
        [3, "05.03.2027", "9:30", "11:00", "KS", "Symposium", "Wenn das Wasser kommt", "Ute Behn", None],
    ],
    "Vorträge": [
        ["Einzelvorträge"],
        ["Sitzung Nr.", "Datum", "Uhrzeit", "Vortragstitel", "Referent/in", "Kurzfassung"],
        [2, "05.03.2027", "9.30–10.00 Uhr", "Klei aus der Grube", "Tomke Janssen", "Talk in English."],
        [2, "05.03.2027", "10.00–10.30 Uhr", "Mäuse im Deich", "Dr. Wiebke Sass", None],
        [3, "05.03.2027", "9.30–10.15 Uhr", "Pegel lesen", "Onno Peters", None],
        [3, "05.03.2027", "10.15–11.00 Uhr", "Sirenen proben", "Tomke Janssen", None],
    ],
    "Personen": [
        ["Personenverzeichnis"],
        ["Nachname", "Vorname", "Titel", "Einrichtung", "Ort"],
        ["Sass", "Wiebke", "Dr.", "Deichverband Süderoog", "Husum"],
        ["Harms", "Enno", "Prof.", "Hochschule Emden", "Emden"],
        ["Janssen", "Tomke", None, "Kleiwerk Nord", "Leer"],
    ],
    "Räume": [
        ["Raumliste"],
        ["Kürzel", "Raum", "Etage", "Plätze", "Ausstattung"],
        ["BS", "Blauer Saal", "EG", 200, "Beamer"],
        ["KS", "Kleiner Saal", "1. OG", 60, "Tafel"],
    ],
}


def test_talks_are_held_where_their_session_is_and_people_work_where_the_list_says() -> None:
    found = agenda(("planung.xlsx", workbook(SHEETS, {name: ["A1:E1"] for name in SHEETS})))
    told = {one.title: (one.room, one.subtitle, one.language) for one in found.sessions}
    assert told == {
        "Willkommen am Deich": ("Hof", None, None),
        "Sand und Klei": ("Blauer Saal", None, None),
        "Wenn das Wasser kommt": ("Kleiner Saal", None, None),
        "Klei aus der Grube": ("Blauer Saal", "Sand und Klei", "en"),
        "Mäuse im Deich": ("Blauer Saal", "Sand und Klei", None),
        "Pegel lesen": ("Kleiner Saal", "Wenn das Wasser kommt", None),
        "Sirenen proben": ("Kleiner Saal", "Wenn das Wasser kommt", None),
    }
    works = {one.name: one.affiliation for session in found.sessions for one in (*session.speakers, *session.chairs)}
    assert works["Dr. Wiebke Sass"] == "Deichverband Süderoog"
    assert works["Tomke Janssen"] == "Kleiwerk Nord"
    rooms = {room.name: (room.level, room.capacity) for room in found.rooms}
    assert rooms["Blauer Saal"] == ("EG", 200) and rooms["Kleiner Saal"] == ("1. OG", 60)


def test_talks_in_a_file_of_their_own_name_their_session_by_its_code() -> None:
    sessions = "codigo;fecha;inicio;fin;sala;titulo\nJ01;05/03/2027;9h30;11h00;AL;Barro y fuego\n"
    sessions += "J02;05/03/2027;11h30;12h30;SR;Tornos\nJ03;05/03/2027;13h00;14h00;AL;Comida\n"
    talks = "sesion;orden;inicio;fin;titulo;ponente\nJ01;1;9h30;10h00;Arcillas del río;Marta Escartina\n"
    talks += "J01;2;10h00;11h00;Hornos de leña;Iván Solano\nJ02;1;11h30;12h30;Un torno sin motor;Pilar Orduna\n"
    halls = "codigo;nombre;aforo;planta\nAL;Aula Lago;80;baja\nSR;Sala Rebeco;40;primera\n"
    found = agenda(
        *((name, text.encode("cp1252")) for name, text in (("s.csv", sessions), ("p.csv", talks), ("salas.csv", halls)))
    )
    assert {one.title: (one.room, one.subtitle) for one in found.sessions} == {
        "Barro y fuego": ("Aula Lago", None),
        "Tornos": ("Sala Rebeco", None),
        "Comida": ("Aula Lago", None),
        "Arcillas del río": ("Aula Lago", "Barro y fuego"),
        "Hornos de leña": ("Aula Lago", "Barro y fuego"),
        "Un torno sin motor": ("Sala Rebeco", "Tornos"),
    }


def test_papers_told_in_the_rows_of_sessions_and_again_in_a_file_of_their_own() -> None:
    sessions = (
        "session_ID;session_title;session_start;session_end;session_room;session_chair1;"
        "p1_paperID;p1_authors;p1_title;p2_paperID;p2_authors;p2_title\n"
        "21;Ton und Feuer;2027-03-05 09:00;2027-03-05 10:00;Blauer Saal;Enno Harms;"
        "301;Tomke Janssen;Klei aus der Grube;302;Onno Peters;Salz im Ofen\n"
        "22;Wasser am Deich;2027-03-05 09:00;2027-03-05 10:00;Kleiner Saal;Ute Behn;"
        "303;Wiebke Sass;Pegel richtig lesen;304;Tomke Janssen;Sirenen in der Nacht\n"
    )
    papers = (
        "paperID;title;authors;presenting_author;keywords;session_ID;session_room;presentation_start;presentation_end\n"
        "301;Klei aus der Grube;Tomke Janssen;Tomke Janssen;ton; 21;Blauer Saal;2027-03-05 09:00;2027-03-05 09:30\n"
        "302;Salz im Ofen;Onno Peters;Onno Peters;salz;21;Blauer Saal;2027-03-05 09:30;2027-03-05 10:00\n"
        "303;Pegel richtig lesen;Wiebke Sass;Wiebke Sass;pegel;22;Kleiner Saal;2027-03-05 09:00;2027-03-05 09:30\n"
        "304;Sirenen in der Nacht;Tomke Janssen;Tomke Janssen;alarm;22;Kleiner Saal;2027-03-05 09:30;2027-03-05 10:00\n"
    )
    found = agenda(("sessions.csv", sessions.encode()), ("papers.csv", papers.replace("; 21", ";21").encode()))
    assert sorted((one.title, f"{one.start:%H:%M}", [who.name for who in one.speakers]) for one in found.sessions) == [
        ("Klei aus der Grube", "09:00", ["Tomke Janssen"]),
        ("Pegel richtig lesen", "09:00", ["Wiebke Sass"]),
        ("Salz im Ofen", "09:30", ["Onno Peters"]),
        ("Sirenen in der Nacht", "09:30", ["Tomke Janssen"]),
        ("Ton und Feuer", "09:00", []),
        ("Wasser am Deich", "09:00", []),
    ]


def test_the_language_of_a_talk_stands_in_the_list_of_its_speakers() -> None:
    rows = [
        ["Hora", "Sala Sur", "Sala Norte"],
        ["9:00-10:00", "Hornos de leña\nAna Ruiz", "Salt and fire\nJane Holt"],
        ["10:00-11:00", "Barnices\nAna Ruiz", "Esmaltes\nLuis Mora"],
        ["11:00-12:00", "Dos voces\nAna Ruiz, Jane Holt", "Arcillas\nLuis Mora"],
    ]
    people = [
        ["Nombre", "Entidad", "Idioma de la charla"],
        ["Ana Ruiz", "Escuela de Arte", "ES"],
        ["Jane Holt", "Dales Trust", "EN"],
        ["Luis Mora", "Taller Mora", "ES"],
    ]
    found = agenda(("programa.xlsx", workbook({"Viernes 5 de marzo de 2027": rows, "Ponentes": people})))
    assert {one.title: one.language for one in found.sessions} == {
        "Hornos de leña": "es",
        "Salt and fire": "en",
        "Barnices": "es",
        "Esmaltes": "es",
        "Dos voces": None,
        "Arcillas": "es",
    }


def test_a_list_of_people_that_names_their_talks_is_no_list_of_talks() -> None:
    talks = "slug,title,start,end,room\nklei,Klei aus der Grube,2027-03-05 09:00,2027-03-05 09:30,Blauer Saal\n"
    talks += "salz,Salz im Ofen,2027-03-05 09:30,2027-03-05 10:00,Blauer Saal\n"
    talks += "pegel,Pegel richtig lesen,2027-03-05 10:00,2027-03-05 10:30,Blauer Saal\n"
    people = "- id: tj\n  name: Tomke Janssen\n  bio: Töpferin am Deich.\n  sessions: [klei, pegel]\n"
    people += "- id: op\n  name: Onno Peters\n  bio: Brennt mit Holz.\n  sessions: [salz, klei]\n"
    found = agenda(("talks.csv", talks.encode()), ("speakers.yml", people.encode()))
    assert sorted((one.title, [who.name for who in one.speakers]) for one in found.sessions) == [
        ("Klei aus der Grube", ["Tomke Janssen", "Onno Peters"]),
        ("Pegel richtig lesen", ["Tomke Janssen"]),
        ("Salz im Ofen", ["Onno Peters"]),
    ]


BY_NUMBER = {
    "it": (
        ["Foglio di lavoro", "Stato: C = confermato, R = ritirato (non sostituire)"],
        ["PID", "Titolo", "Nome", "Cognome", "Ente"],
        ["SID", "Giorno", "Inizio", "Fine", "Sala", "Titolo", "Moderatore (PID)"],
        ["RID", "SID", "Ora", "Durata (min)", "Titolo", "Relatore (PID)", "Relatore", "Stato"],
        ["Sigla", "Sala", "Posti"],
        "CR",
    ),
    "en": (
        ["Working copy", "Status: A = accepted, W = withdrawn"],
        ["PID", "Title", "First name", "Last name", "Organisation"],
        ["SID", "Date", "Start", "End", "Room", "Title", "Chair (PID)"],
        ["TID", "SID", "Time", "Minutes", "Title", "Speaker (PID)", "Speaker", "Status"],
        ["Code", "Room", "Seats"],
        "AW",
    ),
    "fr": (
        ["Document de travail", "Statut : A = accepté, R = retiré"],
        ["PNum", "Titre", "Prénom", "Nom", "Organisme"],
        ["SNum", "Jour", "Début", "Fin", "Salle", "Titre", "Président (PNum)"],
        ["CNum", "SNum", "Heure", "Durée (min)", "Titre", "Intervenant (PNum)", "Intervenant", "Statut"],
        ["Code", "Salle", "Places"],
        "AR",
    ),
    "es": (
        ["Documento de trabajo", "Estado: A = aceptada, R = retirada"],
        ["PCod", "Título", "Nombre", "Apellidos", "Centro"],
        ["SCod", "Día", "Inicio", "Fin", "Sala", "Título", "Modera (PCod)"],
        ["TCod", "SCod", "Hora", "Duración (min)", "Título", "Ponente (PCod)", "Ponente", "Estado"],
        ["Código", "Sala", "Aforo"],
        "AR",
    ),
    "de": (
        ["Arbeitsfassung", "Status: A = angenommen, Z = zurückgezogen"],
        ["PNr", "Titel", "Vorname", "Nachname", "Einrichtung"],
        ["SNr", "Tag", "Beginn", "Ende", "Raum", "Titel", "Leitung (PNr)"],
        ["VNr", "SNr", "Uhrzeit", "Dauer (min)", "Titel", "Vortragende (PNr)", "Name", "Status"],
        ["Kürzel", "Raum", "Plätze"],
        "AZ",
    ),
}


@pytest.mark.parametrize("letters", ["PST", None], ids=["letters and numbers", "bare numbers"])
@pytest.mark.parametrize("language", BY_NUMBER)
def test_people_sessions_and_states_are_told_by_numbers_whose_heading_begins_with_a_letter(
    language: str, letters: str | None
) -> None:
    notes, people, sessions, talks, rooms, (shown, withdrawn) = BY_NUMBER[language]
    p, s, t = letters or ("", "", "")
    day = "2027-05-04"
    found = agenda(
        (
            "mappe.xlsx",
            workbook(
                {
                    "A": [[line] for line in notes],
                    "B": [
                        people,
                        [f"{p}1", "Dr.", "Ada", "Orthen", "Kiln Works"],
                        [f"{p}2", None, "Bo", "Lieth", "Mill House"],
                        [f"{p}3", None, "Cilly", "Marsch", "Grain Lab"],
                    ],
                    "C": [
                        sessions,
                        [f"{s}1", day, "09:00", "10:30", "GS", "Hang und Mehl", f"{p}1"],
                        [f"{s}2", day, "11:00", "12:00", "SR", "Feuer und Teig", f"{p}2, {p}3"],
                        [f"{s}3", day, "12:00", "13:00", None, "Lunch", None],
                    ],
                    "D": [
                        talks,
                        [f"{t}1", f"{s}1", "09:00", 45, "Korn, das hält", f"{p}2", "Lieth", shown],
                        [f"{t}2", f"{s}1", "09:45", 45, "Roggen und Höhe", f"{p}3", "Marsch", withdrawn],
                        [f"{t}3", f"{s}2", "11:00", 30, "Zu zweit anheizen", f"{p}1", "Orthen", shown],
                        [f"{t}4", f"{s}2", "11:30", 30, "Sauerteig reist", f"{p}2, {p}3", "Lieth, Marsch", shown],
                    ],
                    rooms[1]: [rooms, ["GS", "Halle Nord", 200], ["SR", "Halle Süd", 50]],
                }
            ),
        )
    )
    told = {
        session.title: (
            f"{session.start:%H:%M}-{session.end:%H:%M}" if session.start and session.end else "",
            session.room,
            [person.name for person in session.speakers],
            [person.name for person in session.chairs],
            session.subtitle,
            session.status,
        )
        for session in found.sessions
    }
    hill, fire = "Hang und Mehl", "Feuer und Teig"
    assert told == {
        hill: ("09:00-10:30", "Halle Nord", [], ["Ada Orthen"], None, "scheduled"),
        fire: ("11:00-12:00", "Halle Süd", [], ["Bo Lieth", "Cilly Marsch"], None, "scheduled"),
        "Lunch": ("12:00-13:00", None, [], [], None, "scheduled"),
        "Korn, das hält": ("09:00-09:45", "Halle Nord", ["Bo Lieth"], [], hill, "scheduled"),
        "Roggen und Höhe": ("09:45-10:30", "Halle Nord", ["Cilly Marsch"], [], hill, "cancelled"),
        "Zu zweit anheizen": ("11:00-11:30", "Halle Süd", ["Ada Orthen"], [], fire, "scheduled"),
        "Sauerteig reist": ("11:30-12:00", "Halle Süd", ["Bo Lieth", "Cilly Marsch"], [], fire, "scheduled"),
    }


def test_columns_of_codes_are_keys_whatever_they_are_called() -> None:
    plan = [
        ["Début", "Fin", "Salle", "Titre", "Intervenants", "Remarques"],
        ["9h00", "9h30", "Grange", "Ouvrir la ruche", "INT-04", None],
        ["9h30", "10h15", "Cellier", "La cire et le feu", "INT-01, INT-03", "Attention : passe en salle 2"],
        ["10h30", "11h00", "Grange", "Le miel noir", "INT-02", None],
        ["11h00", "12h00", "Grange", "Table ronde", "INT-04, INT-01", None],
    ]
    people_of = [
        ["Repère", "Nom", "Prénom", "Structure"],
        ["INT-01", "Le Goff", "Maëlle", "Rucher école"],
        ["INT-02", "Bakary", "Issa", "Parc du Ferlo"],
        ["INT-03", "d’Anselme", "Côme", None],
        ["INT-04", "Nguyen", "Thi Hoa", "Inra"],
    ]
    found = agenda(("plan.xlsx", workbook({"Jeudi 4 mars 2027": plan, "Intervenants": people_of})))
    told = {one.title: (one.room, one.status, [person.name for person in one.speakers]) for one in found.sessions}
    assert told == {
        "Ouvrir la ruche": ("Grange", "scheduled", ["Thi Hoa Nguyen"]),
        "La cire et le feu": ("salle 2", "moved", ["Maëlle Le Goff", "Côme d’Anselme"]),
        "Le miel noir": ("Grange", "scheduled", ["Issa Bakary"]),
        "Table ronde": ("Grange", "scheduled", ["Thi Hoa Nguyen", "Maëlle Le Goff"]),
    }


def test_talks_in_a_sheet_of_their_own_name_their_session_by_its_title() -> None:
    sessions = [
        ["Titre", "Date", "Début", "Fin", "Salle"],
        ["Cire et miel", "04/03/2027", "9h00", "10h30", "Grange"],
        ["Bois et feu", "04/03/2027", "9h00", "10h30", "Cellier"],
        ["Clôture", "04/03/2027", "11h00", "11h30", "Grange"],
    ]
    talks = [
        ["Exposé", "Séance", "Début", "Orateur"],
        ["Fondre sans brûler", "Cire et miel", "9h00", "Maëlle Le Goff"],
        ["Tilleul, acacia, sapin", "Cire et miel", "9h45", "Issa Bakary"],
        ["Le four à charbon", "Bois et feu", "9h00", "Côme Rey"],
        ["Sécher debout", "Bois et feu", "9h30", "Thi Hoa Nguyen"],
    ]
    found = agenda(("plan.xlsx", workbook({"Exposés": talks, "Séances": sessions})))
    told = {one.title: (f"{one.start:%H:%M}-{one.end:%H:%M}", one.room, one.subtitle) for one in found.sessions}
    assert told == {
        "Cire et miel": ("09:00-10:30", "Grange", None),
        "Fondre sans brûler": ("09:00-09:45", "Grange", "Cire et miel"),
        "Tilleul, acacia, sapin": ("09:45-10:30", "Grange", "Cire et miel"),
        "Bois et feu": ("09:00-10:30", "Cellier", None),
        "Le four à charbon": ("09:00-09:30", "Cellier", "Bois et feu"),
        "Sécher debout": ("09:30-10:30", "Cellier", "Bois et feu"),
        "Clôture": ("11:00-11:30", "Grange", None),
    }


def test_people_that_a_plan_names_by_mail_are_no_sessions_whenever_they_logged_in() -> None:
    plan = [
        "Title,Begins at,Ends at,Place,Speakers",
        "Moss in mortar,2027-03-05 09:00,2027-03-05 09:30,Hall Ash,ada.bell@x.example",
        "Lime and time,2027-03-05 09:30,2027-03-05 10:00,Hall Ash,bo.quist@x.example;ada.bell@x.example",
        "Roofs of reed,2027-03-05 10:30,2027-03-05 11:00,Hall Elm,cleo.marsh@x.example",
    ]
    list_of_people = [
        "Email,First name,Last name,Job title,Company,Groups,Last connection",
        "ada.bell@x.example,Ada,Bell,Surveyor,Stonework Ltd,Speakers,2027-02-05 08:10",
        "bo.quist@x.example,Bo,Quist,Mason,Quist Brothers,Speakers,2027-02-06 08:11",
        "cleo.marsh@x.example,Cleo,Marsh,Thatcher,Reedcutters,Speakers,2027-02-07 08:12",
    ]
    found = agenda(("plan.csv", "\n".join(plan).encode()), ("people.csv", "\n".join(list_of_people).encode())).sessions
    assert {one.title: [person.name for person in one.speakers] for one in found} == {
        "Moss in mortar": ["Ada Bell"],
        "Lime and time": ["Bo Quist", "Ada Bell"],
        "Roofs of reed": ["Cleo Marsh"],
    }
