"""Files that are damaged or mean harm: a clear message, bounded work, and the stored programme as it was."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from charlotte.cli.import_ import command
from charlotte.congress.importers.confined.sandbox import read_confined
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.material import gather, material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.importers.shapes.sheets.xlsx import grids_in
from charlotte.documents.confined.sandbox import MIB, Limits
from charlotte.errors import BadInput
from support.agendas import DEMO, congresses
from support.invented import EVENT, as_xlsx
from support.sheets import ENTITY, SHEET, with_part

EVENT_FILE = Document("event.json", json.dumps(EVENT).encode())
ROW = "22/10/2026;9:00;Talk number {};Aula Magna\n"


def rows(count: int) -> bytes:
    return ("Date;Start;Title;Room\n" + "".join(ROW.format(number) for number in range(count))).encode()


LAUGHS = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + n, 98 + n, b", ".join([b"*%c" % (97 + n)] * 9)) for n in range(9)
)
WIDE = (
    f'<worksheet xmlns="{SHEET}"><sheetData>'.encode()
    + (b"<row>" + b'<c t="inlineStr"><is><t>x</t></is></c>' * 200 + b"</row>") * 100
)

HOSTILE = {
    "more sessions than any congress has": ("p.csv", rows(20_001), "more than 20000 sessions"),
    "a spreadsheet cut off": ("p.xlsx", as_xlsx(["Title", "Start"], [["A", "9:00"]] * 50)[:3000], "damaged or cut off"),
    "a table cut off": ("p.csv", rows(50)[:-12], "ends in the middle of a row: line 51"),
    "a tree cut off": ("p.json", b'[{"title": "A", "start": "9:', "not valid JSON: line 1"),
    "a list cut off": ("p.yml", b"- title: A\n  start: '9:00\n", "not valid YAML: line"),
    "an archive of zeros": ("p.xlsx", with_part("xl/worksheets/sheet1.xml", b"0" * (260 * MIB)), "unpack to more than"),
    "an entity in a sheet": ("p.xlsx", with_part("xl/worksheets/sheet1.xml", ENTITY), "not safe to read"),
    "a sheet that breaks off": (
        "p.xlsx",
        with_part("xl/worksheets/sheet1.xml", WIDE),
        "no spreadsheet that can be read",
    ),
    "references to references": ("p.yml", LAUGHS, "refers to itself too often"),
    "brackets without end": ("p.yml", b"[" * 100_000, "nested too deeply"),
    "lists in lists beside links": (
        "p.json",
        b'{"items": [{"_id": "session-1", "title": "A", "x": '
        + b"[" * 900
        + b"]" * 900
        + b'}], "includes": [{"_id": 1}]}',
        "nested too deeply",
    ),
    "elements in elements": ("p.xml", b"<a>" * 3_000 + b"</a>" * 3_000, "nested too deeply"),
    "one endless cell": ("p.csv", b'Title;Start\n"' + b"x" * 200_000 + b'";9:00\nA;9:00\n', "field larger than"),
    "a quotation mark too many": (
        "p.csv",
        b'Title;Start\n"A;9:00\n' + b"B;9:30\n" * 2_000,
        "never closed, maybe that of line 2",
    ),
    "an old spreadsheet": ("p.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 5000, "old Office format"),
    "a picture": ("p.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not a text file"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_says_what_is_wrong_with_it(name: str) -> None:
    file, raw, said = HOSTILE[name]
    with pytest.raises(BadInput, match=said) as refused:
        read_material(material_of([Document(file, raw), EVENT_FILE]))
    assert refused.value.hint


def with_notes(notes: str) -> Document:
    told = "".join(f'22/10/2026;{hour}:00;Talk number {hour};Aula Magna;"{notes}"\n' for hour in range(9, 14))
    return Document("p.csv", f"Date;Start;Title;Room;Notes\n{told}".encode())


def lines_with(line: str) -> Document:
    talks = "\n\n".join(f"{hour}:00 Talk number {hour}\nAda Orr" for hour in range(9, 13))
    return Document("p.txt", f"22 October 2026\n\n{talks}\n\n13:00 {line}\nBo Lie".encode())


WEARING = {
    "a rule of signs": with_notes("-" * 20_000),
    "signs in a row": with_notes("; " * 10_000),
    "a gap without end": with_notes("Bring boots" + " " * 20_000 + "(or not"),
    "a line of names": lines_with("Aa Bb, " * 3_000),
    "a line of brackets": lines_with("(" * 20_000),
    "a place in a thousand parts": Document(
        "p.csv",
        b"Date;Start;Title;Room\n"
        + "".join(f"22/10/2026;{hour}:00;Talk {hour};{'a, ' * 20_000}{hour}\n" for hour in range(9, 14)).encode(),
    ),
    "a cell across all of a table": Document(
        "p.xml",
        b'<r xmlns:a="b"><t a:tcols="3"><c a:crows="99999" a:ccols="99999">Time</c>'
        + b"".join(b"<c>%d:00</c><c>Talk %d</c><c>Hall</c>" % (hour, hour) for hour in range(9, 14))
        + b"</t></r>",
    ),
    "remarks without end": Document("p.xls", b"<!--a-->" * 5_000 + b"x"),
    "a script that ends late": Document("p.js", b"var talks = []" + b" " * 50_000 + b"x"),
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", WEARING)
def test_no_pattern_wears_itself_out(name: str) -> None:
    with suppress(BadInput):
        read_material(material_of([WEARING[name], EVENT_FILE]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_an_office(encoding: str) -> None:
    raw = "Ora;Titolo;Sala\n9.00;Caffè e città;Aula è\n10.00;Perché no;Aula è\n".encode(encoding)
    event = Document("event.json", json.dumps({**EVENT, "end_date": EVENT["start_date"]}).encode())
    read = read_material(material_of([Document("p.csv", raw), event])).agenda
    assert [(session.title, session.room) for session in read.sessions] == [
        ("Caffè e città", "Aula è"),
        ("Perché no", "Aula è"),
    ]


def test_a_long_sheet_is_no_wide_one() -> None:
    (grid,) = grids_in(Document("p.xlsx", as_xlsx(["Title", "Start"], [["A talk", "9:00"]] * 4_200)))
    assert (len(grid.cells), len(grid.cells[0])) == (4_201, 2)


def test_whatever_takes_too_much_ends_by_itself() -> None:
    material = material_of([Document("p.csv", rows(20_000)), EVENT_FILE])
    with pytest.raises(UnreadableFile, match="takes more|took too long") as refused:
        read_confined(material, limits=Limits(memory_bytes=400 * MIB, cpu_s=1, wall_s=60))
    assert refused.value.hint


def test_a_confined_reading_is_the_same() -> None:
    assert read_confined(gather(DEMO)).agenda == read_material(gather(DEMO)).agenda


def test_a_fault_comes_out_of_the_confined_process_as_it_is() -> None:
    for material in (
        material_of([Document("p.csv", rows(3))]),
        material_of([Document("p.csv", b"a,b\n1,2\n"), EVENT_FILE]),
    ):
        with pytest.raises(BadInput) as inside:
            read_material(material)
        with pytest.raises(BadInput) as outside:
            read_confined(material)
        assert type(outside.value) is type(inside.value)
        assert (outside.value.message, outside.value.hint) == (inside.value.message, inside.value.hint)


async def test_the_stored_programme_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(HOSTILE["an entity in a sheet"][1])
    (tmp_path / "event.json").write_text(json.dumps({**EVENT, "id": "devfest-pisa-2026"}))
    async with congresses(tmp_path / "data") as opened:
        await opened.save(read_material(gather(DEMO)))
        before = await opened.programme("devfest-pisa-2026")
        result = CliRunner().invoke(command, [str(tmp_path), "--data", str(tmp_path / "data")])
        assert result.exit_code != 0
        assert await opened.programme("devfest-pisa-2026") is before
