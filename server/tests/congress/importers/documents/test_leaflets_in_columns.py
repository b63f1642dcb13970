"""Leaflets set in columns that go on in each other: when and where in one line, who speaks with where they work."""

from dataclasses import replace

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session
from charlotte.documents.pdf.pages import read
from support.papers import pdf_of_places

FACTS = Facts(id="weirs", timezone="Europe/Dublin", start_date=day("2027-05-20"), end_date=day("2027-05-21"))
LEFT = """Thursday, 20 May 2027
09.00 Tea and name badges
09.30 – 10.00 · Long Room
Welcome from the weir keeper
Una Brophy, Trinity Weirs
Session 1 · 10.00 – 11.30 · Long Room
Salmon and Concrete
Chair: Dr Fintan Daly
10.00 Ladders that nobody climbs
Dr Orla Keane, Marine Institute; Piet Bakker,
Delft Waterbouw
10.45 A lock keeper's diary
Seán Mac Aodha, Shannon Boats
Session 2 · 10.00 – 11.30 · Boat House
Mills Today
Chair: Aoife Byrne
10.00 Turbines in old walls
Ivan Petrov, Hydro Sofia
11.30 – 12.00
Coffee on the quay
12.00 – 13.00 · Long Room
Panel: Who owns a river?
Una Brophy, Trinity Weirs; Ivan Petrov, Hydro Sofia
18.30 · Castle Yard
Supper under the arches
Friday, 21 May 2027
09.00 – 10.00 · Boat House
Maps: A Slow History""".splitlines()
RIGHT = """Tess Moran, Cork
10.30 – 11.30 · Long Room
Young keepers on stage
Eels after dark and what they taught us
Liam Roche, Sligo
Weighing mud without a scale
Nora Quill, Ennis
Three summers on one sluice
Joss Hale, Derry
11.30 – 12.00 · Long Room
Farewell
Una Brophy, Trinity Weirs""".splitlines()


def told(one: Session) -> tuple[str, str, str | None, list[str], list[str]]:
    start = f"{one.start:%d %H:%M}" if one.start else ""
    end = f"-{one.end:%H:%M}" if one.end else ""
    people = [person.name for person in one.speakers], [person.name for person in one.chairs]
    return one.title, f"{start}{end}", one.room, *people


def page(*columns: list[str]) -> list[tuple[int, int, int, str]]:
    places = [(15, 40, 800, "Weirs and Their Keepers"), (9, 40, 780, "Trinity Mill, 20 and 21 May 2027 – second print")]
    for left, lines in zip((40, 310), columns, strict=True):
        places += [(9, left, 750 - 13 * at, line) for at, line in enumerate(lines)]
    return places


def test_columns_that_go_on_in_each_other_are_read_one_after_the_other() -> None:
    raw = pdf_of_places([page(LEFT, RIGHT)])
    text = [block.text for block in read(raw).flow]
    assert text.index("09.00 – 10.00 · Boat House") < text.index("Tess Moran, Cork") < text.index("Farewell")
    found = read_tables([Document("weirs.pdf", raw)], FACTS).agenda.sessions
    young = ("Long Room", [])
    assert [told(one) for one in found] == [
        ("Tea and name badges", "20 09:00", None, [], []),
        ("Welcome from the weir keeper", "20 09:30-10:00", "Long Room", ["Una Brophy"], []),
        ("Salmon and Concrete", "20 10:00-11:30", "Long Room", [], ["Dr Fintan Daly"]),
        ("Ladders that nobody climbs", "20 10:00-10:45", "Long Room", ["Dr Orla Keane", "Piet Bakker"], []),
        ("A lock keeper's diary", "20 10:45-11:30", "Long Room", ["Seán Mac Aodha"], []),
        ("Mills Today", "20 10:00-11:30", "Boat House", [], ["Aoife Byrne"]),
        ("Turbines in old walls", "20 10:00-11:30", "Boat House", ["Ivan Petrov"], []),
        ("Coffee on the quay", "20 11:30-12:00", None, [], []),
        ("Panel: Who owns a river?", "20 12:00-13:00", "Long Room", ["Una Brophy", "Ivan Petrov"], []),
        ("Supper under the arches", "20 18:30", "Castle Yard", [], []),
        ("Maps: A Slow History", "21 09:00-10:00", "Boat House", ["Tess Moran"], []),
        ("Young keepers on stage", "21 10:30-11:30", *young, []),
        ("Eels after dark and what they taught us", "21 10:30-11:30", "Long Room", ["Liam Roche"], []),
        ("Weighing mud without a scale", "21 10:30-11:30", "Long Room", ["Nora Quill"], []),
        ("Three summers on one sluice", "21 10:30-11:30", "Long Room", ["Joss Hale"], []),
        ("Farewell", "21 11:30-12:00", "Long Room", ["Una Brophy"], []),
    ]


def test_sessions_side_by_side_at_the_same_times_stay_side_by_side() -> None:
    columns = [
        ["Aula Magna", "9.00 La piena", "Ada Riva", "9.30 Gli argini", "Leo Sala", "10.00 Il fango", "Eva Neri"],
        ["Aula Bassi", "9.00 Le anguille", "Ugo Lodi", "9.30 Le rane", "Ida Po", "10.00 Gli aironi", "Pia Conti"],
    ]
    flow = read(pdf_of_places([page(*columns)])).flow
    assert any(block.kind == "row" and "La piena" in block.text and "Le anguille" in block.text for block in flow)


PANELS = """Thursday, 20 May 2027
9.30 – 11.00 Nets and Knots
Chair: Aoife Byrne
  9.30 – 10.00 Hemp again
  Ivan Petrov
  10.00 – 10.30 Tar
  Nora Quill
11.30 – 12.00 Harbour walk
with Liam Roche

Friday, 21 May 2027
9.00 – 10.30 Tides
Chair: Una Brophy
  9.00 – 9.45 Clocks of the sea
  Tess Moran
  9.45 – 10.30 A moon on paper
  Joss Hale
11.00 – 12.15 Fog
Chair: Nora Quill
  11.00 – 11.30 Horns
  Piet Bakker
  11.30 – 12.00 Bells
  Orla Keane

Saturday, 22 May 2027
9.30 – 11.00 Islands
Chair: Tess Moran
  9.30 – 10.15 Ferries on Sunday
  Liam Roche
  10.15 – 11.00 The last school
  Una Brophy
11.15 – 12.00 Boats home
  Seán Mac Aodha"""


def test_three_panels_of_a_folded_sheet_a_day_each() -> None:
    places: list[tuple[int, int, int, str]] = []
    for left, lines in zip((20, 300, 580), PANELS.split("\n\n"), strict=True):
        for at, line in enumerate(lines.split("\n")):
            places.append((9, left + 10 * line.startswith(" "), 560 - 12 * at, line.strip()))
    facts = replace(FACTS, end_date=day("2027-05-22"))
    found = read_tables([Document("panels.pdf", pdf_of_places([places]))], facts).agenda.sessions
    assert [
        told(one) for one in found if one.title in ("Fog", "Bells", "Islands", "Boats home", "The last school")
    ] == [
        ("Fog", "21 11:00-12:15", None, [], ["Nora Quill"]),
        ("Bells", "21 11:30-12:00", None, ["Orla Keane"], []),
        ("Islands", "22 09:30-11:00", None, [], ["Tess Moran"]),
        ("The last school", "22 10:15-11:00", None, ["Una Brophy"], []),
        ("Boats home", "22 11:15-12:00", None, ["Seán Mac Aodha"], []),
    ]
