"""Programmes as other people's systems and hands write them: what each row says is read, what nobody says is not."""

import io
import json
import zipfile
from datetime import datetime

import pytest

from support.harbour import EXPECTED, ZONE, agenda, book, by_title, told


def test_where_it_was_before_is_no_end_and_no_room_of_now() -> None:
    strands = [
        {
            "name": "Watt",
            "place": "Speicher 3",
            "items": [
                {"title": "Schlick und Sand", "at": "09:00", "minutes": 45, "who": ["p1"], "state": "ok"},
                {
                    "title": "Möwen zählen",
                    "at": "12:15",
                    "minutes": 45,
                    "who": ["p2"],
                    "state": "moved",
                    "before": {"date": "2027-05-08", "at": "18:30", "place": "Galerie"},
                },
            ],
        },
        {
            "name": "Werft",
            "place": "Blauer Saal",
            "items": [
                {"title": "Nieten", "at": "09:00", "minutes": 30, "who": ["p2"], "state": "ok"},
                {"title": "Schweißen", "at": "10:00", "minutes": 30, "who": ["p1"], "state": "ok"},
            ],
        },
    ]
    people = [
        {"id": "p1", "name": "Jan Petersen", "of": "Baggerkontor"},
        {"id": "p2", "name": "Tomke Voss", "of": "Zoo"},
    ]
    found = by_title(
        agenda(("p.json", json.dumps({"days": [{"date": "2027-05-07", "strands": strands}], "who": people})))
    )
    gulls = found["Möwen zählen"]
    assert told(gulls) == ("Möwen zählen", "07 12:15", "13:00", "Speicher 3", ["Tomke Voss"])
    assert (gulls.status, gulls.track, gulls.previous_room) == ("moved", "Watt", "Galerie")
    assert gulls.previous_start == datetime(2027, 5, 8, 18, 30, tzinfo=ZONE)
    assert found["Nieten"].room == "Blauer Saal"
    assert found["Schlick und Sand"].speakers[0].affiliation == "Baggerkontor"


@pytest.mark.parametrize(
    "column", ["Bisheriger Raum", "previous_room", "Ancienne salle", "sala anterior", "Sala precedente"]
)
def test_a_column_of_former_rooms(column: str) -> None:
    rows = f"Tag;Beginn;Ende;Titel;{column};Raum\n7.5.2027;9:00;10:00;Eins;;Galerie\n"
    rows += "7.5.2027;10:00;11:00;Zwei;Speicher 3;Galerie\n7.5.2027;11:00;12:00;Drei;;Galerie\n"
    found = by_title(agenda(("p.csv", rows)))
    assert [(one.status, one.room, one.previous_room) for one in found.values()] == [
        ("scheduled", "Galerie", None),
        ("moved", "Galerie", "Speicher 3"),
        ("scheduled", "Galerie", None),
    ]


def test_cells_across_all_rooms_say_where_in_their_last_line() -> None:
    rows = [
        ["Uhrzeit", "Blauer Saal", "Speicher 3", "Lotsenstube"],
        ["8.30 – 9.00 Uhr", "Kaffeepause\nGalerie", None, None],
        ["9.00 – 9.30 Uhr", "Begrüßung\nDr. Ina Groth, Hafenamt Stralsund GmbH\nBlauer Saal", None, None],
        ["9.30 – 10.15 Uhr", "Deiche\nUwe Kahl, Deichverband", "Siele\nOda Riek, Institut für Wasserbau", "–"],
        ["12.00 – 13.00 Uhr", "Mittagessen\nRestaurant Krabbe", None, None],
        ["13.00 – 14.00 Uhr", "Podium: Wem gehört das Ufer?\nModeration: Eva Boll, Radio Nord; mit Uwe Kahl, "
         "Oda Riek, Dr. Ina Groth\nBlauer Saal", None, None],
        ["14.00 – 14.15 Uhr", "Schlusswort\nDr. Ina Groth\nBlauer Saal", None, None],
        ["19.00 – 22.00 Uhr", "Abendessen\nBrauhaus am Kai", None, None],
        ["22.00 – 22.30 Uhr", "Leuchtturm bei Nacht\nTreffpunkt Mole", None, None],
    ]  # fmt: skip
    wide = tuple(f"B{at}:D{at}" for at in (2, 3, 5, 6, 7, 8, 9))
    found = agenda(
        (
            "7. Mai 2027.xlsx",
            book(
                [["Freitag, 7. Mai 2027"], *rows],
                tuple(f"B{int(a[1 : a.index(':')]) + 1}:D{int(a[1 : a.index(':')]) + 1}" for a in wide),
            ),
        )
    )
    assert [(one.title, one.room, [p.name for p in one.speakers]) for one in found.sessions] == [
        ("Kaffeepause", "Galerie", []),
        ("Begrüßung", "Blauer Saal", ["Dr. Ina Groth"]),
        ("Deiche", "Blauer Saal", ["Uwe Kahl"]),
        ("Siele", "Speicher 3", ["Oda Riek"]),
        ("Mittagessen", "Restaurant Krabbe", []),
        ("Podium: Wem gehört das Ufer?", "Blauer Saal", ["Uwe Kahl", "Oda Riek", "Dr. Ina Groth"]),
        ("Schlusswort", "Blauer Saal", ["Dr. Ina Groth"]),
        ("Abendessen", "Brauhaus am Kai", []),
        ("Leuchtturm bei Nacht", "Treffpunkt Mole", []),
    ]
    assert [one.name for one in by_title(found)["Podium: Wem gehört das Ufer?"].chairs] == ["Eva Boll"]


def test_a_cell_that_covers_rows_which_only_begin_ends_with_the_next_of_them() -> None:
    rows = [
        ["Freitag", None, None], ["Zeit", "Blauer Saal", "Speicher 3"], ["9 Uhr", "Deiche", "Siele"],
        ["9.45 Uhr", None, "Buhnen"], ["11 Uhr", "Ende", None],
    ]  # fmt: skip
    found = agenda(("p.xlsx", book(rows, ("B3:B4",))))
    assert [told(one)[:3] for one in found.sessions][:3] == [
        ("Deiche", "07 09:00", "11:00"),
        ("Siele", "07 09:00", "09:45"),
        ("Buhnen", "07 09:45", "11:00"),
    ]


def test_people_written_side_by_side_with_their_employers() -> None:
    head = (
        "Session Name,Session Date,Start,End,Location,Speaker 1 Name,Speaker 1 Company,Speaker 2 Name,Speaker 2 Company"
    )
    lines = ["Kaffee,2027-05-07,08:30,09:00,Galerie,,,,"]
    lines.append("Schlick und Sand,2027-05-07,09:00,09:45,Speicher 3,Jan Petersen,Baggerkontor,,")
    lines.append("Kutter unter Strom,2027-05-08,10:00,11:00,Blauer Saal,Ines Petersen,Nordlicht,Ragnar Holm,Elektro")
    found = agenda(("Sessions.csv", "\n".join([head, *lines, ""])))
    assert [told(one) for one in found.sessions] == EXPECTED
    assert [one.affiliation for one in found.sessions[2].speakers] == ["Nordlicht", "Elektro"]


def test_people_by_number_through_a_list_in_the_session() -> None:
    ids = {"Jan Petersen": 101, "Ines Petersen": 102, "Ragnar Holm": 103, "Eva Boll": 104}
    sessions = [
        {
            "title": title,
            "startTime": f"2027-05-{on.split()[0]}T{on.split()[1]}:00+02:00",
            "endTime": f"2027-05-{on.split()[0]}T{end}:00+02:00",
            "location": {"name": room},
            "speakers": [{"speakerId": ids[one], "role": "speaker"} for one in people]
            + [{"speakerId": 104, "role": "moderator"}] * bool(people),
        }
        for title, on, end, room, people in EXPECTED
    ]
    people = [{"id": number, "firstName": n.split()[0], "lastName": n.split()[1]} for n, number in ids.items()]
    found = agenda(("a.json", json.dumps({"agenda": {"sessions": sessions}, "speakers": people})))
    assert [told(one) for one in found.sessions] == EXPECTED
    assert [one.name for one in found.sessions[1].chairs] == ["Eva Boll"]


def test_posts_with_the_day_that_they_were_written() -> None:
    posts = [
        {
            "id": 300 + at,
            "date": "2027-02-01T10:11:12",
            "title": {"rendered": title},
            "content": {"rendered": f"<p>Mehr zu {title}.</p>"},
            "acf": {"day": f"202705{on.split()[0]}", "start_time": on.split()[1], "end_time": end, "room": room},
        }
        for at, (title, on, end, room, _) in enumerate(EXPECTED)
    ]
    found = agenda(("session.json", json.dumps(posts)))
    assert [told(one)[:4] for one in found.sessions] == [one[:4] for one in EXPECTED]
    assert found.sessions[0].abstract == "Mehr zu Kaffee."


def test_hours_above_lists_of_what_is_held_then() -> None:
    def held(title: str, room: str, people: list[str]) -> dict[str, object]:
        return {"name": title, "place": room, "people": [{"fullname": one, "role": "Speaker"} for one in people]}

    days: dict[str, list[object]] = {"Friday": [], "Saturday": []}
    for title, on, end, room, people in EXPECTED:
        hours = {"starttime": f"{on.split()[1]} AM", "endtime": f"{end} AM"}
        days["Friday" if on.startswith("07") else "Saturday"].append([hours, [held(title, room, people)]])
    tree = {"agenda": [{"day": name, "time_ranges": ranges} for name, ranges in days.items()]}
    assert [told(one) for one in agenda(("agenda.json", json.dumps(tree))).sessions] == EXPECTED


def test_a_list_of_people_that_nothing_refers_to() -> None:
    rows = [["*Date", "*Time Start", "*Time End", "*Session Title", "Room/Location", "Speakers"]]
    for title, on, end, room, people in EXPECTED:
        rows.append([f"05/{on.split()[0]}/2027", f"{on.split()[1]} AM", f"{end} AM", title, room, "; ".join(people)])
    people_rows = [["*First Name", "*Last Name", "Title", "Affiliation"], ["Jan", "Petersen", "Dr.", "Baggerkontor"]]
    people_rows += [["Ines", "Petersen", "", "Nordlicht"], ["Ragnar", "Holm", "", "Elektro"]]
    found = agenda(("a.xlsx", book([[*one] for one in rows])), ("p.xlsx", book([[*one] for one in people_rows])))
    employers = {one.name: one.affiliation for session in found.sessions for one in session.speakers}
    assert employers == {"Jan Petersen": "Baggerkontor", "Ines Petersen": "Nordlicht", "Ragnar Holm": "Elektro"}


def test_a_calendar_of_several_habits() -> None:
    def event(at: int, title: str, about: str, place: str) -> str:
        times = f"DTSTART;TZID=Europe/Berlin:20270507T{at:02}0000\r\nDTEND;TZID=Europe/Berlin:20270507T{at + 1:02}0000"
        return f"BEGIN:VEVENT\r\nUID:{at}\r\n{times}\r\nSUMMARY:{title}\r\n" + (
            f"DESCRIPTION:{about}\r\nLOCATION:{place}\r\nEND:VEVENT"
        )

    events = [
        event(9, "Eröffnung", "Referentin: Ina Groth (Hafenamt Stralsund)", "Blauer Saal\\, Alter Speicher"),
        event(10, "Deiche — Uwe Kahl", "", "Speicher 3 (2. Obergeschoss)"),
        event(11, "Siele — Oda Riek (Institut für Wasserbau)", "", "Speicher 3"),
        event(12, "Mittagspause", "", "Galerie"),
        event(13, "Abschluss", "Referentin: Ina Groth", "Blauer Saal\\, Alter Speicher"),
        event(
            14,
            "[VERLEGT] Buhnen",
            "Referent: Jan Petersen\\nAchtung\\, Änderung: war für Samstag 8. um 16 Uhr in Galerie geplant.",
            "Speicher 3",
        ),
    ]
    found = agenda(("p.ics", "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""])))
    assert [(one.title, one.room, [p.name for p in one.speakers]) for one in found.sessions] == [
        ("Eröffnung", "Blauer Saal", ["Ina Groth"]),
        ("Deiche", "Speicher 3", ["Uwe Kahl"]),
        ("Siele", "Speicher 3", ["Oda Riek"]),
        ("Mittagspause", "Galerie", []),
        ("Abschluss", "Blauer Saal", ["Ina Groth"]),
        ("Buhnen", "Speicher 3", ["Jan Petersen"]),
    ]
    assert {one.code for one in found.warnings} == set()
    assert next(room.level for room in found.rooms if room.name == "Speicher 3") == "2. Obergeschoss"
    assert found.sessions[4].speakers[0].affiliation == "Hafenamt Stralsund"
    assert found.sessions[5].previous_start == datetime(2027, 5, 8, 16, tzinfo=ZONE)
    assert found.sessions[5].previous_room == "Galerie"


def test_seats_ages_languages_and_names_that_are_nobody() -> None:
    rows = [
        "Tag;Beginn;Ende;Ort;Titel;Referent:innen;Plätze;Mindestalter;Sprache;Themenfeld;Bemerkung",
        "Freitag;12.00 Uhr;12.45 Uhr;Speicher 3;Spleißen;N.N.;12;ab 14;Englisch (mit Dolmetschung);Handwerk;",
        "Samstag;9.00 Uhr;9.45 Uhr;Galerie;Siele;noch offen;;;Deutsch;Watt;ausgefallen",
        "Samstag;10 Uhr;10.45 Uhr;Galerie;Buhnen;Jan Petersen;;;Deutsch;Watt;verlegt, zuvor Freitag 16 Uhr, Galerie",
    ]
    splicing, sluices, groynes = agenda(("p.csv", "\n".join([*rows, ""]).encode("cp1252"))).sessions
    assert splicing.abstract is not None and "Plätze: 12." in splicing.abstract
    assert "Mindestalter: ab 14." in splicing.abstract and "Dolmetschung" in splicing.abstract
    assert (splicing.language, splicing.track, splicing.speakers, sluices.speakers) == ("en", "Handwerk", (), ())
    assert (sluices.status, groynes.status, groynes.previous_room) == ("cancelled", "moved", "Galerie")


def test_what_the_file_does_not_show_is_left_out_and_told() -> None:
    rows = "Name,Active,Start,End,Room\nKaffee,Y,2027-05-07 08:30,2027-05-07 09:00,Galerie\n"
    rows += "Probe,N,2027-05-07 09:00,2027-05-07 10:00,Galerie\nEnde,Y,2027-05-07 10:00,2027-05-07 11:00,Galerie\n"
    found = agenda(("sched.csv", rows))
    assert [one.title for one in found.sessions] == ["Kaffee", "Ende"]
    assert [(one.code, one.row) for one in found.warnings] == [("not_shown", "sched.csv, row 3")]


def test_an_opendocument_sheet() -> None:
    def cell(text: str) -> str:
        return f'<t:table-cell o:value-type="string"><x:p>{text}</x:p></t:table-cell>' if text else "<t:table-cell/>"

    rows = [["Tag", "von", "bis", "Saal", "Veranstaltung", "Referenten"]]
    for title, on, end, room, people in EXPECTED:
        rows.append(
            ["Freitag" if on.startswith("07") else "Samstag", on.split()[1], end, room, title, ", ".join(people)]
        )
    body = "".join(f"<t:table-row>{''.join(map(cell, row))}</t:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("o", "office"), ("t", "table"), ("x", "text"))
    )
    content = f'<?xml version="1.0"?><o:document-content {spaces}><t:table t:name="P">{body}'
    content += (
        '<t:table-row t:number-rows-repeated="1048000"><t:table-cell t:number-columns-repeated="16000"/></t:table-row>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("content.xml", f"{content}</t:table></o:document-content>")
    assert [told(one) for one in agenda(("p.ods", written.getvalue())).sessions] == EXPECTED


def test_titles_by_language_streams_and_first_names_that_are_called_as_any_name() -> None:
    rooms: dict[str, list[str]] = {}
    for title, on, end, room, people in EXPECTED:
        told_people = "".join(f"<relatore nome='{one.split()[0]}' cognome='{one.split()[1]}'/>" for one in people)
        rooms.setdefault(f"{on.split()[0]} {room}", []).append(
            f"<evento inizio='{on.split()[1]}' fine='{end}'><titolo><it>{title}</it>"
            f"<en>{title} (EN)</en></titolo><tema>Acqua</tema>"
            f"<relatori>{told_people}</relatori><sintesi>Di {title}.</sintesi><precedente/></evento>"
        )
    held = "".join(
        f"<giornata data='2027-05-{key[:2]}'><sala nome='{key[3:]}'>{''.join(events)}</sala></giornata>"
        for key, events in rooms.items()
    )
    found = agenda(("programma.xml", f"<programma>{held}</programma>"))
    assert [told(one) for one in found.sessions] == EXPECTED
    assert {(one.track, one.abstract) for one in found.sessions} == {("Acqua", f"Di {row[0]}.") for row in EXPECTED}


def test_a_table_that_only_says_who_takes_part_in_what() -> None:
    numbers = {"Jan Petersen": "S1", "Ines Petersen": "S2", "Ragnar Holm": "S3", "Eva Boll": "S4"}
    rooms = {"Galerie": "R1", "Speicher 3": "R2", "Blauer Saal": "R3"}
    sessions, links = "session_id,title,starts,ends,room_id\n", "session_id,person_id,role\n"
    for at, (title, on, end, room, people) in enumerate(EXPECTED, 1):
        on_day = f"2027-05-{on.split()[0]}"
        sessions += f"{at},{title},{on_day} {on.split()[1]},{on_day} {end},{rooms[room]}\n"
        links += "".join(f"{at},{numbers[one]},speaker\n" for one in people) + (
            f"{at},S4,moderator\n" if people else ""
        )
    found = agenda(
        (
            "people.csv",
            "person_id,given_name,family_name\n" + "".join(f"{n},{p.replace(' ', ',')}\n" for p, n in numbers.items()),
        ),
        ("rooms.csv", "room_id,room_name,floor\n" + "".join(f"{number},{name},0\n" for name, number in rooms.items())),
        ("session_people.csv", links),
        ("sessions.csv", sessions),
    )
    assert [told(one) for one in found.sessions] == EXPECTED
    assert [one.name for one in found.sessions[2].chairs] == ["Eva Boll"]


def test_days_along_the_top_below_a_title_with_places_in_brackets() -> None:
    rows: list[list[object]] = [["Programm", None, None], [None, "Freitag 7. Mai", "Samstag 8. Mai"]]
    for title, on, end, room, people in EXPECTED:
        cell = "\n".join([title, *([", ".join(people)] if people else []), f"({room})"])
        rows.append([f"{on.split()[1]}-{end}", *((cell, None) if on.startswith("07") else (None, cell))])
    assert [told(one) for one in agenda(("p.xlsx", book(rows))).sessions] == EXPECTED


def test_a_row_for_each_paper_with_its_session_in_every_row() -> None:
    rows = [
        "Session,Date,Session start,Session end,Room,Chair(s),Paper title,Authors,Paper start,Paper end",
        "Kaffee,2027-05-07,08:30,09:00,Galerie,,,,,",
        "Watt,2027-05-07,09:00,10:00,Speicher 3,Eva Boll,Schlick,Jan Petersen,09:00,09:30",
        "Watt,2027-05-07,09:00,10:00,Speicher 3,Eva Boll,Sand,Ida Quint; Per Moen,09:30,10:00",
        "Abschluss,2027-05-08,11:00,11:30,Blauer Saal,,,Ina Groth,,",
    ]
    found = agenda(("export.csv", "\n".join([*rows, ""])))
    assert sorted(told(one) for one in found.sessions) == [
        ("Abschluss", "08 11:00", "11:30", "Blauer Saal", ["Ina Groth"]),
        ("Kaffee", "07 08:30", "09:00", "Galerie", []),
        ("Sand", "07 09:30", "10:00", "Speicher 3", ["Ida Quint", "Per Moen"]),
        ("Schlick", "07 09:00", "09:30", "Speicher 3", ["Jan Petersen"]),
        ("Watt", "07 09:00", "10:00", "Speicher 3", []),
    ]
    assert [one.name for one in by_title(found)["Watt"].chairs] == ["Eva Boll"]


def test_what_was_withdrawn_after_it_had_its_time_is_cancelled() -> None:
    rows = "title,starts,ends,room,status\nDeiche,2027-05-07 09:00,2027-05-07 10:00,Galerie,accepted\n"
    rows += "Siele,2027-05-07 10:00,2027-05-07 11:00,Galerie,withdrawn\nBuhnen,,,,withdrawn\nMolen,,,,rejected\n"
    found = agenda(("talks.csv", rows))
    assert [(one.title, one.status) for one in found.sessions] == [("Deiche", "scheduled"), ("Siele", "cancelled")]
