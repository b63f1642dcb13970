"""Pages that site builders make: times in pieces, places as badges or with their addresses, days in tabs."""

import pytest

from support.harbour import agenda, by_title, told

HELD = [
    ("7 May", "9:00 AM", "9:45 AM", "Opening the Locks", "Main Hall", "Ana Ruiz"),
    ("7 May", "10:00 AM", "10:45 AM", "Rust Never Sleeps", "Room Elm", "Kai Ito"),
    ("7 May", "10:00 AM", "10:45 AM", "Ropes Redux", "Main Hall", "Per Moen"),
    ("8 May", "9:30 AM", "10:30 AM", "Cranes at Dawn", "Room Elm", "Rhoda Finch"),
    ("8 May", "11:00 AM", "12:15 PM", "Closing the Locks", "Main Hall", "Lou Vance"),
]
EXPECTED = [
    ("Closing the Locks", "08 11:00", "12:15", "Main Hall", ["Lou Vance"]),
    ("Cranes at Dawn", "08 09:30", "10:30", "Room Elm", ["Rhoda Finch"]),
    ("Opening the Locks", "07 09:00", "09:45", "Main Hall", ["Ana Ruiz"]),
    ("Ropes Redux", "07 10:00", "10:45", "Main Hall", ["Per Moen"]),
    ("Rust Never Sleeps", "07 10:00", "10:45", "Room Elm", ["Kai Ito"]),
]
ITEMS = {
    "a dash between start and end": (
        '<div class="dyn" role="listitem"><div class="item"><div class="flex"><div class="t-12">{start}</div>'
        '<div class="t-13">–</div><div class="t-12">{end}</div></div><div class="b-7"><h4 class="h-9">{title}</h4>'
        '<div class="t-20">{room}</div><div class="t-31">{who}</div></div></div></div>'
    ),
    "the place as a badge": (
        '<div class="row slot"><div class="col-2"><b>{start}</b><br>{end}</div><div class="col-10"><a href="/t/1">'
        '<h5>{title}</h5></a><span class="badge bg-secondary">{room}</span> <a href="/s/1">{who}</a></div></div>'
    ),
    "a place right behind the time": (
        '<div class="x-item"><div class="x-info"><span class="x-time">{start} - {end}</span><span class="x-location">'
        '<i class="x-pin"></i>{room}</span></div><div><h4 class="x-title">{title}</h4><div class="x-single-speaker">'
        '<a href="/s"><img src="a.jpg" alt=""></a><span>{who}</span></div></div></div>'
    ),
    "a place with its address": (
        '<article class="ev"><div class="ev__datetime"><span class="ev-date-start">{start}</span> - '
        '<span class="ev-time">{end}</span></div><h3 class="ev__title"><a href="/e">{title}</a></h3>'
        '<address class="ev__venue"><span class="ev__venue-title">{room}</span> '
        '<span class="ev__venue-address">Quay 1, Leith</span></address><p class="ev__speakers">{who}</p></article>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ITEMS)
@pytest.mark.parametrize("days", ["tabs", "headings"])
def test_what_builders_make_is_read(form: str, days: str) -> None:
    held: dict[str, str] = {}
    for day, start, end, title, room, who in HELD:
        made = ITEMS[form].format(start=start, end=end, title=title, room=room, who=who)
        held[day] = held.get(day, "") + made
    if days == "headings":
        page = "".join(f"<h2>{day}</h2><div>{items}</div>" for day, items in held.items())
    else:
        heads = "".join(f'<li><a href="#" data-id="tab{at}"><b>{day}</b></a></li>' for at, day in enumerate(held))
        panes = "".join(f'<div class="pane" data-id="tab{at}">{items}</div>' for at, items in enumerate(held.values()))
        page = f'<ul class="x-nav">{heads}</ul><div class="wrap">{panes}</div>'
    found = agenda(("schedule.html", f"<html><body><h1>Schedule</h1>{page}</body></html>"))
    assert sorted(map(told, found.sessions)) == EXPECTED


FACE = '<figure><img src="a.jpg" alt=""><figcaption><strong>{}</strong><br>{}</figcaption></figure>'
SECTION = '<section><p class="eyebrow">{} | {}</p><h3>{}</h3><div class="{}">{}</div><p>{}</p></section>'


@pytest.mark.parametrize("called", ["people", "grid-3"])
def test_who_is_shown_with_a_picture_is_named_with_what_they_are(called: str) -> None:
    items = [
        (
            "09:00 – 09:45",
            "Blauer Saal",
            "Teer und Taue",
            [("Ida Quint", "Seilerei Nord"), ("Per Moen", "Bergen Havn")],
        ),
        ("10:00 – 11:00", "Galerie", "Zuletzt die Möwe", [("Jan Petersen", "Husum")]),
        ("11:00 – 11:30", "Galerie", "Kaffee", []),
        ("11:30 – 12:30", "Galerie", "Wer baut hier?", [("Eva Boll", "Moderation"), ("Silke Aumann", "Hafenamt")]),
    ]
    page = "<h2>Freitag, 7. Mai 2027</h2>" + "".join(
        SECTION.format(
            time, room, title, called, "".join(FACE.format(*one) for one in people), "Ein Bild zum Anfassen."
        )
        for time, room, title, people in items
    )
    found = agenda(("programm.html", page))
    assert sorted(map(told, found.sessions)) == [
        ("Kaffee", "07 11:00", "11:30", "Galerie", []),
        ("Teer und Taue", "07 09:00", "09:45", "Blauer Saal", ["Ida Quint", "Per Moen"]),
        ("Wer baut hier?", "07 11:30", "12:30", "Galerie", ["Silke Aumann"]),
        ("Zuletzt die Möwe", "07 10:00", "11:00", "Galerie", ["Jan Petersen"]),
    ]
    read = by_title(found)
    assert [one.affiliation for one in read["Teer und Taue"].speakers] == ["Seilerei Nord", "Bergen Havn"]
    assert [one.name for one in read["Wer baut hier?"].chairs] == ["Eva Boll"]


def test_tables_in_tabs_are_of_the_day_of_their_tab() -> None:
    held: dict[str, str] = {}
    for day, start, end, title, room, who in HELD:
        row = f"<tr><td>{start} – {end}</td><td><b>{title}</b><br>{who}</td><td>{room}</td></tr>"
        held[day] = held.get(day, "") + row
    heads = "".join(f'<li class="b_tab_{at}"><a href="#">Day {at + 1}: {day}</a></li>' for at, day in enumerate(held))
    head = "<tr><td>Time</td><td>Session</td><td>Room</td></tr>"
    panes = "".join(f'<div class="b_tab"><table>{head}{rows}</table></div>' for rows in held.values())
    page = f'<div class="b_tabs"><ul class="b_tabs_controls">{heads}</ul><div class="b_all_tabs">{panes}</div></div>'
    assert sorted(map(told, agenda(("schedule.html", page)).sessions)) == EXPECTED


def test_who_sits_with_the_one_who_leads_is_not_lost() -> None:
    lines = [
        "<b>9 h – 9 h 45 :</b> Le sel et la rouille, par Luc Ferrand (Brest) – Salle Nord",
        "<b>11 h – 12 h :</b> Table ronde « Pêcher ici », animée par Paul Roux, avec Ana Petit et Yann Gall – Salle B",
        "<b>12 h – 13 h :</b> Balises, par Odile Marchal (Nantes) – Salle Nord",
    ]
    page = "<h2>Vendredi 7 mai 2027</h2>" + "".join(f"<p>{line}</p>" for line in lines)
    read = by_title(agenda(("programme.html", page)))
    talk = read["Table ronde « Pêcher ici »"]
    assert [one.name for one in talk.speakers] == ["Ana Petit", "Yann Gall"]
    assert [one.name for one in talk.chairs] == ["Paul Roux"]


def test_a_dash_before_who_speaks_is_no_part_of_the_title() -> None:
    page = """<h3>Friday 7 May 2027</h3><ul><li><b>9:00–10:30 Session 1: Silt (Room Elm)</b> Chair: Eva Boll<ul>
    <li>Counting worms — <em>Jan Petersen</em></li><li>Mud and tides — <em>Ida Quint, Per Moen</em></li></ul></li>
    <li><b>11:00–12:00 Who owns the sea? (Oak Hall)</b> <em>Rhoda Finch</em></li><li>12:00–13:00 Lunch</li></ul>"""
    assert {"Counting worms", "Mud and tides"} < {one.title for one in agenda(("p.html", page)).sessions}
