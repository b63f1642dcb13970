"""Items that say what, behind a dash who, and behind a stop where: "Ropes: a short history – Hal Ottaway. Vestry"."""

import re

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.entries.places_behind_stops import places_behind_stops, told_with_stops
from charlotte.congress.model import Session

FACTS = Facts(id="bells-2031", name="Bell Days 2031", timezone="Europe/London")
PAGE = """<html><body><h1>Bell Days 2031</h1><h2>Friday 9 May 2031</h2><ul>
<li><b>9.30 am – 10.00 am</b> Coffee, The Cloister
<li><b>10.00 am – 10.45 am</b> <i>Bronze and Tin: A Marriage</i> – Edda Kranz (Apolda). Tower&nbsp;Room<br>
<span class="d">With a small bell to strike.</span></li>
<li><b>10.00 am – 10.45 am</b> <i>Ropes</i> – Hal Ottaway, ringer. The Crypt
<li><b>11.00 am – 11.45 am</b> <i>Change ringing – what the numbers say</i> – Mary Thew and Bo Lie. Tower Room</li>
<li><b>11.00 am – 11.45 am</b> <i>Casting in the Field: War, Guns, Bells</i> – Nuno Prata. Vestry</li>
<li><b>12.00 pm – 1.00 pm</b> Lunch, The Cloister
<li><b>2.00 pm – 2.45 pm</b> <i>Cracks. How to hear them</i> – Jo Ng. Vestry</li>
<li><b>2.00 pm – 2.45 pm</b> <i>Clappers</i> – Edda Kranz. Belfry</li>
<li><b>3.00 pm – 4.00 pm</b> <i>Open tower</i>. Tower Room</li>
<li><b>4.00 pm – 4.30 pm</b> Farewell tea, The Cloister</li>
</ul></body></html>"""
EXPECTED = [
    ("Coffee", "The Cloister", []),
    ("Bronze and Tin: A Marriage", "Tower Room", ["Edda Kranz"]),
    ("Ropes", "The Crypt", ["Hal Ottaway"]),
    ("Change ringing – what the numbers say", "Tower Room", ["Mary Thew", "Bo Lie"]),
    ("Casting in the Field: War, Guns, Bells", "Vestry", ["Nuno Prata"]),
    ("Lunch", "The Cloister", []),
    ("Cracks. How to hear them", "Vestry", ["Jo Ng"]),
    ("Clappers", "Belfry", ["Edda Kranz"]),
    ("Open tower", "Tower Room", []),
    ("Farewell tea", "The Cloister", []),
]


def sessions(name: str, text: str) -> tuple[Session, ...]:
    return tuple(read_tables([Document(name, text.encode())], FACTS).agenda.sessions)


def told(name: str, text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(one.title, one.room, [person.name for person in one.speakers]) for one in sessions(name, text)]


def plain(bold: str, slanted: str) -> str:
    """Return the programme in light markup, or as it is typed."""
    text = re.sub(r"</?b>", bold, re.sub(r"</?i>", slanted, PAGE.replace("<br>\n", "\n  ").replace("&nbsp;", " ")))
    text = re.sub(r"<h\d>", "\n\n# ", text.replace("</h2>", "\n").replace("</h1>", "\n")).replace("<li>", "- ")
    return re.sub(r"<[^>]+>", "", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("programme.html", PAGE),
        ("programme.html", re.sub(r"<i>(.*?)</i>", "“\\1”", PAGE)),
        ("programme.html", re.sub(r"</?b>", "", PAGE).replace("<i>", "<b>").replace("</i>", "</b>")),
        ("programme.md", plain("**", "*")),
        ("programme.txt", plain("", "").replace("# ", "")),
    ],
    ids=["slanted", "quoted", "bold", "markdown", "typed"],
)
def test_a_room_ends_each_item_behind_a_stop_and_each_break_behind_a_comma(name: str, text: str) -> None:
    assert told(name, text) == EXPECTED


@pytest.mark.parametrize(("name", "text"), [("programme.html", PAGE), ("programme.md", plain("**", "*"))])
def test_what_stands_below_an_item_is_said_of_it(name: str, text: str) -> None:
    assert [one.abstract for one in sessions(name, text) if one.abstract] == ["With a small bell to strike."]


def test_where_somebody_works_is_no_room_without_a_word_for_one() -> None:
    lines = ["Lace – Ada Orr. Ely Linens", "Wool – Bo Lie. Ely Linens", "Silk – Eva Moss. Leeds Mills"]
    assert places_behind_stops([(line, []) for line in lines], frozenset()) == set()
    rooms = ["Flax – Ada Orr. Blue Room", "Hemp – Bo Lie. Loom Room", "Jute – Eva Moss. Bring boots"]
    assert places_behind_stops([(line, []) for line in rooms], frozenset()) == {"Blue Room", "Loom Room"}


def test_what_follows_the_room_and_a_mark_at_the_end_are_kept_apart() -> None:
    found = told_with_stops("Flax: a field – Dr. Ada Orr (Ely). Blue Room. Bring a hat. [cancelled]", {"Blue Room"})
    assert found is not None and (found.title, found.people) == ("Flax: a field", "Dr. Ada Orr (Ely)")
    assert (found.behind, found.mark) == ("Blue Room\nBring a hat.", "cancelled")
    assert told_with_stops("Flax – see the notes. Blue Room", {"Blue Room"}) is None
