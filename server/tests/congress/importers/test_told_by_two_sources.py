"""One session that two files tell is one session with what both know of it. All data is invented."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda

TABLE = """Date,Start,End,Title,Room,Speakers
2027-05-01,10:00,11:00,Sphagnum by ear,Fen Hall,Ann Fern (Ulm)
2027-05-01,11:00,12:00,Ditches and dykes,Fen Hall,Bob Reed (Oslo)
2027-05-01,12:00,13:00,The bog at night,Fen Hall,Cai Moss (Pau)
"""
PAGE = """---
title: {title}
speakers: [{who}]
track: Moss
{when}---
{text}
"""


def agenda(*pages: tuple[str, str, str, str]) -> Agenda:
    event = b'{"id": "fen", "name": "Fen", "timezone": "Europe/Dublin", "start_date": "2027-05-01"}'
    files = [Document("event.json", event), Document("programme.csv", TABLE.encode())]
    for number, (title, who, when, text) in enumerate(pages):
        raw = PAGE.format(title=title, who=who, when=when, text=text)
        files.append(Document(f"content/sessions/{number}.md", raw.encode()))
    return read_material(material_of(files)).agenda


def test_a_table_and_a_site_tell_each_session_once_with_its_text() -> None:
    found = agenda(
        ("Sphagnum by ear", "Ann Fern", "start: 2027-05-01 10:00\nroom: Fen Hall\n", "Bring a coat."),
        ("Ditches and dykes", "Bob Reed", "start: 2027-05-01 11:00\n", "Bring boots."),
        ("The bog at night", "Cai Moss", "duration: 60\n", "Bring a lamp."),
    )
    assert [(one.title, one.room, one.abstract, one.track) for one in found.sessions] == [
        ("Sphagnum by ear", "Fen Hall", "Bring a coat.", "Moss"),
        ("Ditches and dykes", "Fen Hall", "Bring boots.", "Moss"),
        ("The bog at night", "Fen Hall", "Bring a lamp.", "Moss"),
    ]


def test_what_they_disagree_about_stays_and_is_told() -> None:
    found = agenda(
        ("Sphagnum by ear", "Ann Fern", "start: 2027-05-01 14:00\nroom: Fen Hall\n", "Bring a coat."),
        ("Ditches and dykes", "Bob Reed", "start: 2027-05-01 11:00\nroom: Fen Hall\n", "Bring boots."),
    )
    assert len(found.sessions) == 4
    assert "listed_twice" in [warning.code for warning in found.warnings]


def test_a_town_in_brackets_is_no_part_of_the_name_however_short() -> None:
    people = [(one.speakers[0].name, one.speakers[0].affiliation) for one in agenda().sessions]
    assert people == [("Ann Fern", "Ulm"), ("Bob Reed", "Oslo"), ("Cai Moss", "Pau")]
