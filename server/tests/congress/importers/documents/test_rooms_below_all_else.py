"""Posters that set the time, the title, who gives what and last the room in lines of their own."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.entries.places_last import place_apart
from charlotte.congress.importers.shapes.entries.times_first import begins_with_time
from charlotte.congress.importers.shapes.values.given_by import given_by
from charlotte.congress.model import Session
from support.papers import docx, paragraph, pdf_of_places

FACTS = Facts(id="kites-2031", name="Kites over Morfa", timezone="Europe/London")
POSTER = """Saturday 3 May 2031
10 am – 10.30 am
Tea and barley cakes
Lifeboat House
10.30 – 11.30 am
Why kites dance
Talk by Dr Gwen Parry, University of Bangor
Lifeboat House
10.30 – 11.30 am
Your first diamond
Hands-on session led by Rhys Beynon
Long Dune
12 noon – 1 pm
Lunch
Harbour Tent
1.15 – 2.15 pm
Whose sky is it?
A conversation with Sian Moss (pilot, Valley), Rhys Beynon and Olu Adeyemi (RSPB), chaired by Gwen Parry
Harbour Tent
2.30 – 3.30 pm
Silk from Weifang
with Lin Hui, sailmaker
Long Dune
8 pm till late
Songs of the wind
The Ship Aground""".split("\n")


def told(lines: list[str]) -> list[Session]:
    body = paragraph("Kites over Morfa", "Heading1")
    for at, line in enumerate(lines):
        is_title = "am" in lines[at - 1][-4:] or "pm" in lines[at - 1][-4:] or lines[at - 1].endswith("late")
        body += paragraph(line, "Heading2" if not at else "Heading3" if is_title else "")
    return read_tables([Document("poster.docx", docx(body))], FACTS).agenda.sessions


def test_the_room_stands_below_who_speaks_whatever_it_is_called() -> None:
    found = {one.title: (one.room, [person.name for person in one.speakers]) for one in told(POSTER)}
    assert found == {
        "Tea and barley cakes": ("Lifeboat House", []),
        "Why kites dance": ("Lifeboat House", ["Dr Gwen Parry"]),
        "Your first diamond": ("Long Dune", ["Rhys Beynon"]),
        "Lunch": ("Harbour Tent", []),
        "Whose sky is it?": ("Harbour Tent", ["Sian Moss", "Rhys Beynon", "Olu Adeyemi"]),
        "Silk from Weifang": ("Long Dune", ["Lin Hui"]),
        "Songs of the wind": ("The Ship Aground", []),
    }


LEFT = """Freitag 4. Juni 2027
ab 16 Uhr
Einlass
Weidehof
17 – 18 Uhr
Was die Ziege weiß
Vortrag von Dr. Almut Rieger, Uni Kassel
Große Scheune
18 – 19 Uhr
Vesperbrot
Backhaus
20 Uhr – open end
Lieder am Feuer
Alte Linde
Samstag 5. Juni 2027
8 – 9 Uhr
Frühstück
Backhaus
9 – 11 Uhr
Klauenpflege
Vorführung mit Benno Thiel und Rosa Ebner
Untere Weide""".split("\n")
RIGHT = """9 – 11 Uhr
Frischkäse in zwei Stunden
Kurs bei Irmgard Stolz
Käseküche
11 – 12 Uhr
Melken früher
Gespräch mit Wilhelm Harms (Altbauer), Tineke de Vries und Dr. Almut Rieger
Große Scheune
12 – 13 Uhr
Mittagessen
Backhaus
13 – 14 Uhr
Herdenschutz am Waldrand
Referat: Jonas Petry, Landesforst
Untere Weide""".split("\n")


def test_a_poster_in_two_columns_with_bare_hours() -> None:
    places = [(24, 40, 800, "Ziegentage auf dem Weidehof")]
    for left, top, lines in ((40, 760, LEFT), (310, 756, RIGHT)):
        at = top
        for above, line in zip(["", *lines], lines, strict=False):
            is_time = line[-3:] in ("Uhr", "end")
            size = 14 if "2027" in line else 11 if above[-3:] in ("Uhr", "end") else 9
            at -= size + 4 + 7 * (is_time or size == 14)
            places.append((size, left, at, line))
    document = Document("plakat.pdf", pdf_of_places([places]))
    sessions = read_tables([document], Facts(id="goats-2027", timezone="Europe/Berlin")).agenda.sessions
    assert {
        one.title: (f"{one.start:%d %H}" if one.start else "", one.room, [person.name for person in one.speakers])
        for one in sessions
    } == {
        "Einlass": ("04 16", "Weidehof", []),
        "Was die Ziege weiß": ("04 17", "Große Scheune", ["Dr. Almut Rieger"]),
        "Vesperbrot": ("04 18", "Backhaus", []),
        "Lieder am Feuer": ("04 20", "Alte Linde", []),
        "Frühstück": ("05 08", "Backhaus", []),
        "Klauenpflege": ("05 09", "Untere Weide", ["Benno Thiel", "Rosa Ebner"]),
        "Frischkäse in zwei Stunden": ("05 09", "Käseküche", ["Irmgard Stolz"]),
        "Melken früher": ("05 11", "Große Scheune", ["Wilhelm Harms", "Tineke de Vries", "Dr. Almut Rieger"]),
        "Mittagessen": ("05 12", "Backhaus", []),
        "Herdenschutz am Waldrand": ("05 13", "Untere Weide", ["Jonas Petry"]),
    }


def test_a_room_that_was_joined_with_those_above_is_set_apart() -> None:
    rooms = {"Long Dune", "Moss"}
    assert place_apart("Talk by Ada Orr, Leeds Long Dune", rooms) == ["Talk by Ada Orr, Leeds", "Long Dune"]
    assert place_apart("with Ada Orr and Eve Moss", rooms) == ["with Ada Orr and Eve Moss"]
    assert place_apart("The flowers of Long Dune", rooms) == ["The flowers of Long Dune"]


def test_who_speaks_last_is_no_room_where_nobody_stands_above() -> None:
    lines = [line for line in POSTER if line not in ("Lifeboat House", "Long Dune", "The Ship Aground")]
    lines = [line.replace("Talk by Dr ", "").replace("Hands-on session led by ", "") for line in lines]
    found = {one.title: [person.name for person in one.speakers] for one in told(lines)}
    assert found["Your first diamond"] == ["Rhys Beynon"]


@pytest.mark.parametrize(
    ("line", "kind", "names"),
    [
        ("Referat: Jan Holub, Linz", "Referat", "Jan Holub, Linz"),
        ("Gesprächsrunde mit Ida Moser (Ried)", "Gesprächsrunde", "Ida Moser (Ried)"),
        ("Ansprache: Pfarrerin Ida Moser", "Ansprache", "Pfarrerin Ida Moser"),
        ("Testimonianze di Ada Neri e Ugo Lodi", "Testimonianze", "Ada Neri e Ugo Lodi"),
        ("Kurs bei Silke Aumann", "Kurs", "Silke Aumann"),
        ("Promenade sous la conduite de Luc Arnal", "Promenade", "Luc Arnal"),
        ("Charla a cargo de Pilar Soto (Teruel)", "Charla", "Pilar Soto (Teruel)"),
    ],
)
def test_what_is_given_stands_before_who_gives_it(line: str, kind: str, names: str) -> None:
    assert given_by(line) == ("speakers", kind, names)


@pytest.mark.parametrize(
    ("line", "role", "names"),
    [
        ("chaired by Gwen Parry of the Bangor Courier", "chairs", "Gwen Parry (Bangor Courier)"),
        ("with Lin Hui from the Sail Loft, Bo Lie", "speakers", "Lin Hui (Sail Loft), Bo Lie"),
        ("Speaker: Dr Tom Ness of Leeds University.", "speakers", "Dr Tom Ness (Leeds University)"),
    ],
)
def test_whose_they_are_stands_behind_of(line: str, role: str, names: str) -> None:
    told = given_by(line)
    assert told is not None and (told[0], told[2]) == (role, names)


@pytest.mark.parametrize(
    "line", ["Visita di Palazzo Moro", "Walk to Black Rock", "Tour with a brass band", "Lecture hall"]
)
def test_what_is_seen_or_heard_is_nobody(line: str) -> None:
    assert given_by(line) is None


@pytest.mark.parametrize(
    ("line", "time", "title"),
    [
        ("20 Uhr bis open end Tanz im Hof", "20 Uhr bis open end", "Tanz im Hof"),
        ("ore 21 fino a tardi", "ore 21 fino a tardi", ""),
        ("21h30 – jusque tard : Bal", "21h30 – jusque tard", "Bal"),
        ("9.00 Late harvests", "9.00", "Late harvests"),
        ("10.00 – Open-ended questions", "10.00", "Open-ended questions"),
    ],
)
def test_an_open_end_belongs_to_the_time(line: str, time: str, title: str) -> None:
    assert begins_with_time(line) == (time, title)
