"""The `order` of a START conference, with its papers in `db` beside it, and without."""

from pathlib import Path

import orjson

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda, Session
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


HANDMADE = """* Donnerstag, 12. August 2027
= Sitzung A: Torf %room Saal 1 %chair1 Eva Moos %chair2 Kai Lund
1 9:00--9:40 # Torf (cancelled)
+ 9:40--10:10 Kaffeepause
2 10:10--10:50
= Sitzung B: Sand %room Saal 2 # cancelled
3 9:00--9:40 # Der Sand der Elbe im Winter %by Ute Kern
* Freitag, 13. August 2027
! 9:00--10:00 Festvortrag %by Ada Orr %room Saal 1
@ 10:00--11:00 Poster %room Foyer
@ 4 # Moor
"""
WITHOUT_SAND = """P: 1
T: Torf und Zeit
A: Orr, Ada
P: 2
T: Moore
A: Lie, Bo
P: 4
T: Ein Moor im Glas
A: Marin, Ivo
"""


def read(folder: Path, **files: str) -> dict[str, Session]:
    return {one.title: one for one in agenda(folder, **files).sessions}


def agenda(folder: Path, **files: str) -> Agenda:
    (folder / "event.json").write_bytes(orjson.dumps(EVENT))
    for name, text in files.items():
        (folder / name).write_text(text)
    return read_path(folder).agenda


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


def test_what_a_hand_has_changed_in_an_order_holds_for_its_line_only(tmp_path: Path) -> None:
    found = read(tmp_path, order=HANDMADE, db=WITHOUT_SAND)
    assert {title: one.status for title, one in found.items() if one.status != "scheduled"} == {
        "Torf und Zeit": "cancelled",
        "Sitzung B: Sand": "cancelled",
        "Der Sand der Elbe im Winter": "cancelled",
    }
    assert told(found["Moore"]) == ("12 10:10", "10:50", "Saal 1", ["Bo Lie"])
    assert told(found["Sitzung A: Torf"])[:3] == ("12 09:00", "10:50", "Saal 1")
    assert [one.name for one in found["Sitzung A: Torf"].chairs] == ["Eva Moos", "Kai Lund"]
    assert told(found["Der Sand der Elbe im Winter"]) == ("12 09:00", "09:40", "Saal 2", ["Ute Kern"])
    assert told(found["Ein Moor im Glas"]) == ("13 10:00", "11:00", "Foyer", ["Ivo Marin"])


def test_each_paper_that_nothing_calls_by_a_title_is_told_to_staff(tmp_path: Path) -> None:
    found = agenda(tmp_path, order=HANDMADE)
    assert [one.row for one in found.warnings if one.code == "no_title"] == [
        "order, paper 1",
        "order, paper 2",
        "order, paper 4",
    ]
    assert not {"Torf", "Moor", "Kaffeepause 2"} & {one.title for one in found.sessions}


def test_who_chairs_speaks_nowhere_even_where_nobody_is_said_to(tmp_path: Path) -> None:
    sessions = read(tmp_path, order=HANDMADE.replace(" %by Ada Orr", ""))
    for title, names in (("Sitzung A: Torf", ["Eva Moos", "Kai Lund"]), ("Festvortrag", [])):
        one = sessions[title]
        assert ([person.name for person in one.chairs], one.speakers) == (names, ())


def test_days_with_remarks_and_a_database_in_latex(tmp_path: Path) -> None:
    order = "* Thursday, August 12, 2027 # day one\n= Fens %room Hall Fen\n12 9:45--10:15 # long\n7 10:15--10:45\n"
    papers = (
        'P: 7\nT: {\\"U}ber alle Moore\n   der Welt\nA: M{\\"u}ller, J{\\"o}rg\nA: \\v{S}im\\\'a, Ivo\n\n'
        "P: 12\nT: {NLP} for Peat\nA: Moss, Eva\n"
    )
    found = read(tmp_path, order=order, db=papers)
    assert told(found["Über alle Moore der Welt"]) == ("12 10:15", "10:45", "Hall Fen", ["Jörg Müller", "Ivo Šimá"])
    assert told(found["NLP for Peat"]) == ("12 09:45", "10:15", "Hall Fen", ["Eva Moss"])
