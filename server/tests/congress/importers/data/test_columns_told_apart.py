"""Tables that tell their columns once: answers of a sheet on the web, exports of FileMaker, rows of a warehouse."""

import json

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session

FACTS = Facts(id="kelp", timezone="Europe/Madrid", start_date=day("2027-11-04"), end_date=day("2027-11-05"))
COLUMNS = (
    ("Day", "date"),
    ("Start", "timeofday"),
    ("Min", "number"),
    ("Room", "string"),
    ("Title", "string"),
    ("Who", "string"),
)
ROWS = (
    ("Date(2027,10,4)", [9, 0, 0, 0], 30.0, "Hall Brine", "Who farms the tide?", "Ada Orr"),
    ("Date(2027,10,4)", [9, 30, 0, 0], 45.0, "Hall Brine", "Kelp, counted by divers", "Bo Lie"),
    ("Date(2027,10,5)", [14, 0, 0, 0], 60.0, "Room 2", "Soup for forty", "Eva Moss"),
)


def answer(*, labelled: bool = True, shown: bool = False) -> str:
    columns = [
        {"id": "ABCDEF"[at], "label": name if labelled else "", "type": kind} for at, (name, kind) in enumerate(COLUMNS)
    ]
    rows = [
        {"c": [{"v": cell, **({"f": str(cell)[:4]} if shown and at == 2 else {})} for at, cell in enumerate(row)]}
        for row in ROWS
    ]
    head = [] if labelled else [{"c": [{"v": name} for name, _ in COLUMNS]}]
    told = {"version": "0.6", "status": "ok", "table": {"cols": columns, "rows": [*head, *rows]}}
    return f"/*O_o*/\ngoogle.visualization.Query.setResponse({json.dumps(told)});"


def read(*files: tuple[str, str]) -> dict[str, Session]:
    agenda = read_tables([Document(name, text.encode()) for name, text in files], FACTS).agenda
    return {one.title: one for one in agenda.sessions}


def told(one: Session) -> tuple[str, str, str | None, list[str]]:
    assert one.start is not None and one.end is not None
    return f"{one.start:%d %H:%M}", f"{one.end:%H:%M}", one.room, [person.name for person in one.speakers]


@pytest.mark.parametrize("name", ["tq.txt", "gviz.js", "sheet.json"])
@pytest.mark.parametrize("labelled", [True, False])
def test_a_sheet_s_answer_is_read_whatever_it_is_saved_as(name: str, labelled: bool) -> None:
    found = read((name, answer(labelled=labelled, shown=name == "tq.txt")))
    assert {title: told(one) for title, one in found.items()} == {
        "Who farms the tide?": ("04 09:00", "09:30", "Hall Brine", ["Ada Orr"]),
        "Kelp, counted by divers": ("04 09:30", "10:15", "Hall Brine", ["Bo Lie"]),
        "Soup for forty": ("05 14:00", "15:00", "Room 2", ["Eva Moss"]),
    }


def test_rows_of_a_warehouse_under_their_schema() -> None:
    fields = [{"name": name, "type": "STRING"} for name in ("title", "starts_at", "ends_at", "room", "speaker")]
    rows = [
        ("Who farms the tide?", "2027-11-04T09:00:00+01:00", "2027-11-04T09:30:00+01:00", "Hall Brine", "Ada Orr"),
        ("Soup for forty", "2027-11-05T14:00:00+01:00", "2027-11-05T15:00:00+01:00", "Room 2", "Eva Moss"),
    ]
    table = {
        "kind": "result",
        "schema": {"fields": fields},
        "rows": [{"f": [{"v": cell} for cell in row]} for row in rows],
    }
    found = read(("rows.json", json.dumps(table)))
    assert told(found["Soup for forty"]) == ("05 14:00", "15:00", "Room 2", ["Eva Moss"])


def layout(fields: str, rows: list[list[str | list[str]]]) -> str:
    told = "".join(f'<FIELD EMPTYOK="YES" MAXREPEAT="1" NAME="{name}" TYPE="TEXT"/>' for name in fields.split(","))
    made = ""
    for at, row in enumerate(rows):
        cells = "".join(
            f"<COL>{''.join(f'<DATA>{one}</DATA>' for one in ([cell] if isinstance(cell, str) else cell))}</COL>"
            for cell in row
        )
        made += f'<ROW MODID="2" RECORDID="{at}">{cells}</ROW>'
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><FMPXMLRESULT xmlns="http://www.filemaker.com/fmpxmlresult">'
        '<ERRORCODE>0</ERRORCODE><PRODUCT BUILD="1" NAME="FileMaker" VERSION="19"/>'
        '<DATABASE DATEFORMAT="d.m.yyyy" LAYOUT="Export" NAME="Kelp.fmp12" RECORDS="2" TIMEFORMAT="k:mm:ss "/>'
        f'<METADATA>{told}</METADATA><RESULTSET FOUND="{len(rows)}">{made}</RESULTSET></FMPXMLRESULT>'
    )


def test_layouts_of_filemaker_and_their_portals() -> None:
    sessions = layout(
        "SessionNo,Title,Date,Start,End,Rooms::Name,Chair",
        [
            ["S1", "Morning tide", "4.11.2027", "9:00:00", "10:30:00", "Hall Brine", "Rita Salis"],
            ["S2", "Closing", "5.11.2027", "16:00:00", "16:15:00", "Room 2", ""],
        ],
    )
    papers = layout(
        "PaperID,SessionNo_f,Paper title,Start,Minutes,People::First name,People::Last name",
        [
            ["11", "S1", "Who farms the tide?", "9:00:00", "30", ["Ada", "Bo"], ["Orr", "Lie"]],
            ["12", "S1", "Kelp, counted by divers", "9:30:00", "45", ["Eva"], ["Moss"]],
        ],
    )
    found = read(("Papers.xml", papers), ("Sessions.xml", sessions))
    assert told(found["Morning tide"]) == ("04 09:00", "10:30", "Hall Brine", [])
    assert [one.name for one in found["Morning tide"].chairs] == ["Rita Salis"]
    assert told(found["Who farms the tide?"]) == ("04 09:00", "09:30", "Hall Brine", ["Ada Orr", "Bo Lie"])
    assert told(found["Kelp, counted by divers"]) == ("04 09:30", "10:15", "Hall Brine", ["Eva Moss"])


def test_records_beside_a_list_of_fields_are_no_rows_of_it() -> None:
    records = [
        {"title": "Who farms the tide?", "start": "2027-11-04T09:00", "end": "2027-11-04T09:30", "values": ["salt"]},
        {"title": "Soup for forty", "start": "2027-11-05T14:00", "end": "2027-11-05T15:00", "values": ["soup", "oil"]},
    ]
    found = read(("x.json", json.dumps({"fields": [{"name": "Salt"}, {"name": "Oil"}], "data": records})))
    assert [told(one)[0] for one in found.values()] == ["04 09:00", "05 14:00"]
