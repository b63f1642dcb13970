"""The `order` of a START conference, with its papers in `db` beside it, and without."""

from pathlib import Path

import orjson

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Session
from charlotte.errors import BadInput

EVENT = {"id": "moss", "timezone": "Europe/Dublin", "start_date": "2027-08-12", "end_date": "2027-08-13"}
ORDER = """# order of MOSS 2027
* Thursday, August 12, 2027
+ 8:30--9:00 Registration
! 9:00--9:45 Invited talk: Who reads a bog? %by Ada Orr %room Hall Fen
= Session 1: Roots and rain # %room Hall Fen %chair1 Rita Salis
12 9:45--10:15 # Peat as paper
7 10:15--10:45
+ 10:45--11:15 Coffee break

* Friday, August 13, 2027
= 9:00--10:00 Posters %room Lobby
@ 31 9:00--10:00 # Spores
"""
PAPERS = """P: 7
T: Counting Rain in Old Diaries
A: van der Moor, Hanne
A: Lie, Bo
F: papers/7.pdf

P: 12
T: Peat as Paper: Three Readings
A: Moss, Eva

P: 31
T: Spores on Glass
A: Marin, Ivo
"""


def read(folder: Path, **files: str) -> dict[str, Session]:
    (folder / "event.json").write_bytes(orjson.dumps(EVENT))
    for name, text in files.items():
        (folder / name).write_text(text)
    return {one.title: one for one in read_path(folder).agenda.sessions}


def told(one: Session) -> tuple[str, str, str | None, list[str]]:
    assert one.start is not None and one.end is not None
    return f"{one.start:%d %H:%M}", f"{one.end:%H:%M}", one.room, [person.name for person in one.speakers]


def test_papers_are_held_where_and_when_the_order_says(tmp_path: Path) -> None:
    found = read(tmp_path, order=ORDER, db=PAPERS)
    assert told(found["Peat as Paper: Three Readings"]) == ("12 09:45", "10:15", "Hall Fen", ["Eva Moss"])
    assert told(found["Counting Rain in Old Diaries"]) == (
        "12 10:15",
        "10:45",
        "Hall Fen",
        ["Hanne van der Moor", "Bo Lie"],
    )
    assert told(found["Spores on Glass"]) == ("13 09:00", "10:00", "Lobby", ["Ivo Marin"])
    assert told(found["Invited talk: Who reads a bog?"]) == ("12 09:00", "09:45", "Hall Fen", ["Ada Orr"])
    assert [one.name for one in found["Session 1: Roots and rain"].chairs] == ["Rita Salis"]


def test_a_list_with_the_same_marks_is_no_order(tmp_path: Path) -> None:
    notes = (
        "= Programme 2027 =\n= Thursday 12 August 2027 =\n* 9:00 Opening (Hall Fen)\n* 9:30 Moss by night (Hall Fen)\n"
    )
    try:
        found = read(tmp_path, **{"notes.txt": notes})
    except BadInput:
        return
    assert "Programme 2027 =" not in found


def test_an_order_alone_tells_the_papers_that_it_calls_by_their_titles(tmp_path: Path) -> None:
    found = read(tmp_path, order=ORDER.replace("# Spores", "# Spores on glass, counted twice"))
    assert told(found["Spores on glass, counted twice"]) == ("13 09:00", "10:00", "Lobby", [])
    assert told(found["Invited talk: Who reads a bog?"]) == ("12 09:00", "09:45", "Hall Fen", ["Ada Orr"])
