"""Sessions with talks inside: an export that marks sub-sessions, numbers them, or leaves their room and track empty."""

from io import BytesIO

from openpyxl import Workbook

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session

FACTS = Facts(
    id="wool", name="Wool", timezone="Europe/Dublin", start_date=day("2027-05-06"), end_date=day("2027-05-07")
)
APP = """\
Agenda template: do not change the header row,,,,,,,,,
,,,,,,,,,
*Date,*Time Start,*Time End,Tracks,*Session Title,Room/Location,Description,Speakers,Authors,Session or Sub
5/6/2027,9:00 AM,10:00 AM,Fibre,Symposium 1: Dyes of the coast,Weir Hall,,,,Session
5/6/2027,9:00 AM,9:20 AM,,Lichen purple,,,Orla Tighe,,Sub
5/6/2027,9:20 AM,9:40 AM,,Madder in peat water,,,,"Unit of Plant Chemistry, University of Sligo",Sub
5/6/2027,9:40 AM,9:50 AM,,Woad vats,,,,Nessa Roe; Conn Daly,Sub
5/6/2027,9:50 AM,10:00 AM,,Discussion,,,,,Sub
5/6/2027,9:00 AM,10:00 AM,Looms,Symposium 2: Drawlooms,Mill Room,,,,Session
5/6/2027,9:00 AM,9:30 AM,,Cords and lashes,,,Bran Quigley,,Sub
5/6/2027,9:30 AM,10:00 AM,,Sixteen shafts,Loft,,Aoife Prunty,,Sub
5/6/2027,10:00 AM,10:30 AM,,Coffee,Foyer,,,,Session
5/6/2027,10:30 AM,11:30 AM,Fibre,CANCELLED: Symposium 3: Moths,Weir Hall,,,,Session
5/6/2027,10:30 AM,11:00 AM,,Cedar against moths,,,Orla Tighe,,Sub
"""


def agenda_of(text: str, name: str = "agenda.csv") -> Agenda:
    return read_tables([Document(name, text.encode())], FACTS).agenda


def by_title(agenda: Agenda) -> dict[str, Session]:
    return {session.title: session for session in agenda.sessions}


def test_a_sub_session_is_held_in_the_room_and_the_track_of_its_session() -> None:
    agenda = agenda_of(APP)
    found = by_title(agenda)
    for title in ("Lichen purple", "Madder in peat water", "Discussion"):
        one = found[title]
        assert (one.room, one.track, one.subtitle) == ("Weir Hall", "Fibre", "Symposium 1: Dyes of the coast"), title
    assert (found["Cords and lashes"].room, found["Cords and lashes"].track) == ("Mill Room", "Looms")
    assert found["Sixteen shafts"].room == "Loft", "a room of its own is its own"
    assert found["Coffee"].subtitle is None
    assert found["Cedar against moths"].status == "cancelled", "with its session"
    assert not [warning for warning in agenda.warnings if warning.code in ("no_room", "overlap")]


def test_authors_who_are_a_part_of_an_institution_keep_its_whole_name() -> None:
    (unit,) = by_title(agenda_of(APP))["Madder in peat water"].speakers
    assert unit.name == "Unit of Plant Chemistry, University of Sligo"


def test_a_workbook_that_marks_them_in_another_language() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Datum", "Beginn", "Ende", "Titel", "Raum", "Referent", "Ebene"),
        ("06.05.2027", "14:00", "15:30", "Block A: Filz", "Weberei", "", "Sitzung"),
        ("06.05.2027", "14:00", "14:45", "Filz unter Dampf", "", "Greta Sommerlad", "Untersitzung"),
        ("06.05.2027", "14:45", "15:30", "Nass und trocken", "", "Ivo Hartl", "Untersitzung"),
        ("06.05.2027", "15:30", "16:00", "Schluss", "Weberei", "", "Sitzung"),
    ):
        sheet.append(row)
    raw = BytesIO()
    book.save(raw)
    found = by_title(read_tables([Document("plan.xlsx", raw.getvalue())], FACTS).agenda)
    assert found["Nass und trocken"].room == "Weberei" and found["Nass und trocken"].subtitle == "Block A: Filz"
    assert found["Schluss"].subtitle is None


def test_numbers_of_talks_go_on_from_that_of_their_session() -> None:
    found = by_title(
        agenda_of(
            "No,Date,Start,End,Title,Room\n"
            "1,2027-05-06,09:00,10:00,Spinning,Weir Hall\n"
            "1.1,2027-05-06,09:00,09:30,Wheels,\n"
            "1.2,2027-05-06,09:30,10:00,Spindles,\n"
            "2,2027-05-06,09:00,10:00,Knitting,Mill Room\n"
            "2.1,2027-05-06,09:00,09:30,Ganseys,\n"
        )
    )
    assert [found[title].room for title in ("Wheels", "Spindles", "Ganseys")] == ["Weir Hall", "Weir Hall", "Mill Room"]
    assert found["Ganseys"].subtitle == "Knitting"


def test_talks_that_nothing_marks_are_inside_of_the_session_above_them() -> None:
    found = by_title(
        agenda_of(
            "Date,Start,End,Title,Room,Speakers\n"
            "2027-05-06,09:00,18:00,Exhibition of fleeces,Foyer,\n"
            "2027-05-06,09:00,10:00,Keynote on sheep,,Una Crowe\n"
            "2027-05-06,10:00,11:00,Felt,Weir Hall,\n"
            "2027-05-06,10:00,10:30,Hats,,Orla Tighe\n"
            "2027-05-06,10:30,11:00,Boots,,Bran Quigley\n"
            "2027-05-06,11:00,11:30,Coffee,Foyer,\n"
            "2027-05-06,11:00,11:20,Slides of Skye,,Ailsa Muir\n"
        )
    )
    assert (found["Hats"].room, found["Boots"].room) == ("Weir Hall", "Weir Hall")
    assert found["Keynote on sheep"].room is None, "an exhibition of a whole day holds no talks"
    assert found["Slides of Skye"].room is None, "nor does a break"


def test_hours_written_with_a_point_are_no_numbers_of_talks() -> None:
    found = by_title(
        agenda_of(
            "Ora,Data,Titolo,Sala\n9,06/05/2027,Lana,Sala A\n9.30,06/05/2027,Seta,Sala B\n"
            "10,06/05/2027,Lino,Sala A\n10.30,06/05/2027,Canapa,Sala B\n"
        )
    )
    assert {session.subtitle for session in found.values()} == {None}


def test_a_record_that_names_its_session_before_that_is_told_gets_its_room() -> None:
    found = by_title(
        agenda_of(
            '{"sessions": ['
            '{"id": "t1", "title": "Wheels", "start": "2027-05-06T09:00", "end": "2027-05-06T09:30", "parent": "s1",'
            ' "speakers": ["Orla Tighe"]},'
            '{"id": "t2", "title": "Spindles", "start": "2027-05-06T09:30", "end": "2027-05-06T10:00", "parent": "s1",'
            ' "speakers": ["Bran Quigley"]},'
            '{"id": "s1", "title": "Spinning", "start": "2027-05-06T09:00", "end": "2027-05-06T10:00",'
            ' "room": "Weir Hall", "speakers": []}]}',
            "export.json",
        )
    )
    assert (found["Wheels"].room, found["Spindles"].room) == ("Weir Hall", "Weir Hall")
    assert found["Wheels"].subtitle == "Spinning"
