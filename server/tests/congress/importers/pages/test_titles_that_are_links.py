"""Pages whose sessions hold tables of talks: a time, a link as the title, and who speaks, with breaks between them."""

import re

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session

FACTS = Facts(id="rind", timezone="Europe/Paris", start_date=day("2027-09-14"), end_date=day("2027-09-14"))


def session(time: str, title: str, place: str, inside: str = "") -> str:
    named = f'<span class="session_title"><b>{title}</b></span> <span class="session_place">({place})</span>'
    return f'<tr><td class="program_time">{time}</td><td class="program_event">{named}{inside}</td></tr>'


def talk(time: str, title: str, who: str) -> str:
    return (
        f'<tr><td class="paper_time">{time} (20min)</td><td>&rsaquo; <a href="/paper/7">{title}</a> - '
        f'<span class="authors">{who}</span></td></tr>'
    )


TALKS = "".join(
    (
        talk(
            "11:00 - 11:20",
            "Who owns a mould?",
            "<u>Ada Orr</u>, <i>INRAE</i>&nbsp;; Bo Lie, <i>Université de Metz</i>",
        ),
        talk("11:20 - 11:40", "Salt, slowly (1890-1930)", "<u>Eva Moss</u>, <i>Kiln Institute</i>"),
        talk("11:40 - 12:00", "Caves for rent", "<u>Ivo Marin</u>, <i>Universität Ulm</i>"),
    )
)
SALIS = "<div class='speakers'>Rita Salis</div>"
PAGE = f"""<html><body><h1>Programme</h1><table class="program">
<tr><td colspan="2"><h2>Tuesday 14 September 2027</h2></td></tr><tr><th>Time</th><th>Event</th></tr>
{session("09:30 - 10:30", "Opening lecture: a rind is a border", "Hall Cellar", SALIS)}
<tr class="break"><td class="program_time">10:30 - 11:00</td><td class="program_event">Coffee break (30min)</td></tr>
{session("11:00 - 12:00", "Moulds", "Hall Cellar", f"<table class='papers'>{TALKS}</table>")}
<tr class="break"><td class="program_time">12:00 - 13:00</td><td class="program_event">Lunch (1h)</td></tr>
{session("13:00 - 14:00", "Tasting with closed eyes", "Room 3", "<div class='speakers'>Paul Roux</div>")}
</table></body></html>"""


def told(one: Session) -> tuple[str, str | None, list[tuple[str, str | None]]]:
    assert one.start is not None and one.end is not None
    return f"{one.start:%H:%M}-{one.end:%H:%M}", one.room, [(who.name, who.affiliation) for who in one.speakers]


def test_talks_are_called_as_their_links_and_breaks_stand_between_them() -> None:
    read = read_tables([Document("program.html", PAGE.encode())], FACTS).agenda
    found = {one.title: told(one) for one in read.sessions}
    assert found == {
        "Opening lecture: a rind is a border": ("09:30-10:30", "Hall Cellar", [("Rita Salis", None)]),
        "Coffee break": ("10:30-11:00", None, []),
        "Moulds": ("11:00-12:00", "Hall Cellar", []),
        "Who owns a mould?": ("11:00-11:20", "Hall Cellar", [("Ada Orr", "INRAE"), ("Bo Lie", "Université de Metz")]),
        "Salt, slowly (1890-1930)": ("11:20-11:40", "Hall Cellar", [("Eva Moss", "Kiln Institute")]),
        "Caves for rent": ("11:40-12:00", "Hall Cellar", [("Ivo Marin", "Universität Ulm")]),
        "Lunch": ("12:00-13:00", None, []),
        "Tasting with closed eyes": ("13:00-14:00", "Room 3", [("Paul Roux", None)]),
    }


def test_a_page_without_any_classes_tells_the_same() -> None:
    bare = re.sub(r" class=[\"'][a-z_]+[\"']", "", PAGE)
    read = read_tables([Document("program.html", bare.encode())], FACTS).agenda
    found = {one.title: told(one) for one in read.sessions}
    assert found["Who owns a mould?"][0::2] == (
        "11:00-11:20",
        [("Ada Orr", "INRAE"), ("Bo Lie", "Université de Metz")],
    )
    assert found["Salt, slowly (1890-1930)"][0] == "11:20-11:40"
