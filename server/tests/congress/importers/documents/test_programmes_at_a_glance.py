"""Folded programmes and lists of hackers: days side by side, rooms of any name, hours of the clock's face, signs."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.times.afternoons import with_afternoons
from charlotte.congress.model import Session
from support.papers import pdf_of_places

FACTS = Facts(id="kites-2031", name="Kite Makers 2031", timezone="Europe/London")


def agenda(name: str, raw: bytes) -> list[Session]:
    return list(read_tables([Document(name, raw)], FACTS).agenda.sessions)


def told(one: Session) -> tuple[str, str, str | None, list[str], list[str], str | None]:
    start = f"{one.start:%d %H:%M}" if one.start else ""
    end = f"-{one.end:%H:%M}" if one.end else ""
    people = [person.name for person in one.speakers], [person.name for person in one.chairs]
    return one.title, f"{start}{end}", one.room, *people, one.subtitle


LEFT = [
    ("9.00–9.45", ["Registration and tea", "Weavery"]),
    ("9.45–10.30", ["Keynote: Wind first", "Long Barn", "Dr Sam Oduya (Hull)"]),
    (
        "11.00–12.30",
        [
            "Frames and Sails",
            "Long Barn",
            "Chair: Beth Rawl",
            "– Bamboo again: the stuff of all good kites",
            "Fay Lind (Lund)",
            "– Ripstop by the yard",
            "Colm Hart (Ulster Kites)",
            "Workshop: A Delta in an Hour",
            "Studio 1",
            "Nadia Orr (Leeds)",
        ],
    ),
    ("12.30–1.30", ["Lunch", "Weavery"]),
    ("1.30–3.00", ["Panel: Who owns the beach?", "Long Barn", "Chair: Jo Thack", "Tendai Moyo, Gwen Pritch"]),
    ("6.30–8.30", ["Drinks Reception", "Roof Garden"]),
]
RIGHT = [
    ("9.30–10.15", ["Keynote: Night flights", "Long Barn", "Prof Inge Haug (Oslo)"]),
    ("10.15–10.45", ["Tea", "Weavery"]),
    ("1.15–2.30", ["Closing remarks", "Long Barn", "Jo Thack"]),
]


def drawn(left: int, day: str, slots: list[tuple[str, list[str]]]) -> list[tuple[int, int, int, str]]:
    found, at = [(12, left, 740, day)], 715
    for time, lines in slots:
        found.append((9, left, at, time))
        for line in lines:
            found.append((9, left + 60, at, line))
            at -= 12
        at -= 8
    return found


def test_two_days_side_by_side_with_talks_behind_dashes_and_a_workshop_in_the_same_slot() -> None:
    page = [(18, 50, 780, "Kite Makers 2031"), *drawn(50, "Thursday 1 May", LEFT), *drawn(320, "Friday 2 May", RIGHT)]
    found = {one.title: told(one)[1:] for one in agenda("glance.pdf", pdf_of_places([page]))}
    assert found == {
        "Registration and tea": ("01 09:00-09:45", "Weavery", [], [], None),
        "Keynote: Wind first": ("01 09:45-10:30", "Long Barn", ["Dr Sam Oduya"], [], None),
        "Frames and Sails": ("01 11:00-12:30", "Long Barn", [], ["Beth Rawl"], None),
        "Bamboo again: the stuff of all good kites": (
            "01 11:00-12:30", "Long Barn", ["Fay Lind"], [], "Frames and Sails",
        ),
        "Ripstop by the yard": ("01 11:00-12:30", "Long Barn", ["Colm Hart"], [], "Frames and Sails"),
        "Workshop: A Delta in an Hour": ("01 11:00-12:30", "Studio 1", ["Nadia Orr"], [], None),
        "Lunch": ("01 12:30-13:30", "Weavery", [], [], None),
        "Panel: Who owns the beach?": (
            "01 13:30-15:00", "Long Barn", ["Tendai Moyo", "Gwen Pritch"], ["Jo Thack"], None,
        ),
        "Drinks Reception": ("01 18:30-20:30", "Roof Garden", [], [], None),
        "Keynote: Night flights": ("02 09:30-10:15", "Long Barn", ["Prof Inge Haug"], [], None),
        "Tea": ("02 10:15-10:45", "Weavery", [], [], None),
        "Closing remarks": ("02 13:15-14:30", "Long Barn", ["Jo Thack"], [], None),
    }  # fmt: skip


def test_small_hours_after_large_ones_are_the_afternoon_s_where_nobody_counts_to_twenty_four() -> None:
    face = [("a", "9.30"), ("a", "12.30–1.30"), ("a", "1.30–3"), ("b", "10–11"), ("b", "2.15")]
    assert with_afternoons(face) == ["9.30", "12:30 - 13:30", "13:30 - 15:00", "10–11", "14:15"]
    for whole in ([("a", "9.30"), ("a", "14.00"), ("a", "1.00")], [("a", "9 am"), ("a", "1 am")], [("a", "1.30")]):
        assert with_afternoons(whole) == [text for _, text in whole]


LIST = """## Thursday, May 1st

### For everyone

* `09:00` Doors open (30') @ Porch
* `12:30` Lunch (60 min) @ Kiln House

### Green Room

* `09:30` **Opening** (15') — Ann Lee
* `10:00` **Lightning talks** (30') — hosted by Bo Ray
    * Ten knots — Cy Orr
    * A kite of bags — Dina Fox

### Makerlab

* `10:00` **Glue for sails** (45') — Ed Kay & Flo May
* `10:45` ~~Tails: a horror story~~ (45') — Gus Roe _(cancelled)_

## Friday, May 2nd

### Green Room

* `10:00` **Panel: who flies?** (60') — with Ann Lee, Cy Orr, moderated by Dina Fox

### Makerlab

* `10:00` **Reels** (30') — Ed Kay
"""


def test_lengths_in_brackets_places_behind_a_sign_rooms_as_headings_and_lists_in_lists() -> None:
    read = agenda("schedule.md", LIST.encode())
    assert sorted(map(told, read), key=lambda one: (one[1][:8], one[0])) == [
        ("Doors open", "01 09:00-09:30", "Porch", [], [], None),
        ("Opening", "01 09:30-09:45", "Green Room", ["Ann Lee"], [], None),
        ("A kite of bags", "01 10:00-10:30", "Green Room", ["Dina Fox"], [], "Lightning talks"),
        ("Glue for sails", "01 10:00-10:45", "Makerlab", ["Ed Kay", "Flo May"], [], None),
        ("Lightning talks", "01 10:00-10:30", "Green Room", [], ["Bo Ray"], None),
        ("Ten knots", "01 10:00-10:30", "Green Room", ["Cy Orr"], [], "Lightning talks"),
        ("Tails: a horror story", "01 10:45-11:30", "Makerlab", ["Gus Roe"], [], None),
        ("Lunch", "01 12:30-13:30", "Kiln House", [], [], None),
        ("Panel: who flies?", "02 10:00-11:00", "Green Room", ["Ann Lee", "Cy Orr"], ["Dina Fox"], None),
        ("Reels", "02 10:00-10:30", "Makerlab", ["Ed Kay"], [], None),
    ]
    assert [one.title for one in read if one.status == "cancelled"] == ["Tails: a horror story"]
