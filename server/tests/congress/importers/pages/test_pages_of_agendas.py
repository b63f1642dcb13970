"""Agendas of conference systems and event apps: sessions side by side that say where, papers in them, chairs marked."""

from support.harbour import agenda, by_title, told

SESSION = """<td colspan="{wide}"><a name="s"></a><b><span class="prog_sessiontitle">{title}</span></b><br>
<span class="prog_location"><i>Location:</i> <b>{room}</b></span><br>{more}</td>"""
PAPER = """<div class="paper_row"><p class="paper_time">{time}</p><p class="paper_title"><b>{title}</b></p>
<p class="paper_author"><u>{first}</u><sup>1</sup>; {second}<sup>1,2</sup></p>
<p class="paper_organisation"><sup>1</sup>Plymouth Ocean Lab; <sup>2</sup>TU Kiel</p></div>"""


def test_sessions_side_by_side_that_say_where_and_hold_papers() -> None:
    silt = "<i>Session Chair:</i> <b>Eva Boll</b><br><i>Session Chair:</i> <b>Per Moen</b><br>" + "".join(
        PAPER.format(time=time, title=title, first=first, second=second)
        for time, title, first, second in [
            ("9:00am - 9:30am", "Grain by grain", "Jan Petersen", "Ida Quint"),
            ("9:30am - 10:00am", "WITHDRAWN: Mud in motion", "Silke Aumann", "Ragnar Holm"),
        ]
    )
    rows = [
        ("9:00am<br>-<br>10:00am", [("1A: Silt", "Blauer Saal", silt), ("1B: Ropes", "Speicher 3", "")]),
        ("10:00am<br>-<br>10:30am", [("Coffee Break", "Galerie", "")]),
        ("10:30am<br>-<br>11:00am", [("Closing", "Blauer Saal", "<p class='paper_author'><u>Eva Boll</u></p>")]),
    ]
    table = "".join(
        f"<tr><td>{time}</td>"
        + "".join(SESSION.format(wide=3 - len(cells), title=title, room=room, more=more) for title, room, more in cells)
        + "</tr>"
        for time, cells in rows
    )
    page = f"<h2>Conference Agenda</h2><div><h2>Date: Friday, 07/May/2027</h2></div><table>{table}</table>"
    found = agenda(("sessions.html", page))
    assert sorted(told(one) for one in found.sessions) == sorted(
        [
            ("1A: Silt", "07 09:00", "10:00", "Blauer Saal", []),
            ("Grain by grain", "07 09:00", "09:30", "Blauer Saal", ["Jan Petersen", "Ida Quint"]),
            ("Mud in motion", "07 09:30", "10:00", "Blauer Saal", ["Silke Aumann", "Ragnar Holm"]),
            ("1B: Ropes", "07 09:00", "10:00", "Speicher 3", []),
            ("Coffee Break", "07 10:00", "10:30", "Galerie", []),
            ("Closing", "07 10:30", "11:00", "Blauer Saal", ["Eva Boll"]),
        ]
    )
    read = by_title(found)
    assert [one.name for one in read["1A: Silt"].chairs] == ["Eva Boll", "Per Moen"]
    assert read["Mud in motion"].status == "cancelled"


PERSON = (
    "<div class='p-person{0}'><i class='avatar'>XY</i><div class='p-name'>{1}</div><div class='p-{2}'>{3}</div></div>"
)
ITEM = """<div class="item-card"><div><span class="p-start">{0}</span><span class="p-end">{1}</span></div>
<div class="p-title">{2}</div><div class="p-loc">{3}</div><div class="p-people">{4}</div></div>"""


def test_who_is_marked_as_the_chair_among_the_people() -> None:
    eva = PERSON.format(" p-mod", "Eva Boll", "role", "Moderador/a")
    ida = PERSON.format("", "Ida Quint", "role", "Moderator:in")
    jan, per = (PERSON.format("", name, "org", "Radio Norte") for name in ("Jan Petersen", "Per Moen"))
    items = [
        ("09:00", "10:00", "Mesa de redes", "Galerie", jan + per + eva),
        ("10:00", "11:00", "Mesa de barcos", "Galerie", ida),
        ("11:00", "12:00", "El puerto de mañana", "Blauer Saal", per),
        ("12:00", "13:00", "Comida", "Speicher 3", ""),
    ]
    listed = "".join(ITEM.format(*item) for item in items)
    found = agenda(("app.html", f"<div class='day-sticky'>Viernes, 7 de mayo</div>{listed}"))
    read = by_title(found)
    shown = {title: ([p.name for p in one.speakers], [p.name for p in one.chairs]) for title, one in read.items()}
    assert shown == {
        "Mesa de redes": (["Jan Petersen", "Per Moen"], ["Eva Boll"]),
        "Mesa de barcos": ([], ["Ida Quint"]),
        "El puerto de mañana": (["Per Moen"], []),
        "Comida": ([], []),
    }
    assert read["El puerto de mañana"].speakers[0].affiliation == "Radio Norte"
