"""Workbooks of old Excel, and what systems and offices call .xls or .doc whatever it is."""

import io
import zipfile
from pathlib import Path

import pytest

from charlotte.congress.importers.attendees.reading import read_attendees
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.material import gather, material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.importers.shapes.sheets.workbooks import grids_in
from charlotte.congress.model import Agenda
from support.workbooks import FACTS, people, told

OLD = Path(__file__).parents[3] / "data" / "workbooks" / "imkertag.xls"
EVENT = b'{"id": "invented", "name": "Api", "timezone": "Europe/Rome", "start_date": "2027-03-05"}'
XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sesiones"><Table>
<Row ss:Index="2"><Cell ss:MergeAcross="3"><Data ss:Type="String">Jornada apícola</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Fecha</Data></Cell><Cell><Data ss:Type="String">Inicio</Data></Cell>
<Cell><Data ss:Type="String">Fin</Data></Cell><Cell><Data ss:Type="String">Título</Data></Cell>
<Cell><Data ss:Type="String">Sala</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2027-03-05T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="DateTime">1899-12-31T09:15:00.000</Data></Cell>
<Cell><Data ss:Type="DateTime">1899-12-31T10:00:00.000</Data></Cell>
<Cell><Data ss:Type="String">Cera, propóleo y otras <B>maravillas</B></Data></Cell>
<Cell><Data ss:Type="String">Aula 2</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2027-03-05T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="String">10:30</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="String">Mieles de altura</Data></Cell></Row>
</Table></Worksheet><Worksheet ss:Name="borrador"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>
</Worksheet></Workbook>"""
PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>
<tr><th>Data</th><th>Dalle</th><th>Alle</th><th>Titolo</th><th>Sala</th></tr>
<tr><td>05/03/2027</td><td>9.15</td><td>10.00</td><td>Il miele di castagno</td><td>Aula Api</td></tr>
<tr><td>05/03/2027</td><td>10.00</td><td>10.45</td><td>Vespe, calabroni e noi</td><td>Aula Api</td></tr>
</table></body></html>"""
LINES = "Datum\tBeginn\tEnde\tTitel\n05.03.2027\t9:15\t10:00\tHonig im Recht\n05.03.2027\t10:00\t10:45\tWachs\n"


def agenda(name: str, raw: bytes) -> Agenda:
    return read_material(material_of([Document(name, raw), Document("event.json", EVENT)])).agenda


def test_a_workbook_of_old_excel() -> None:
    read = read_tables([Document("Programm.xls", OLD.read_bytes())], FACTS).agenda
    first, second, third = read.sessions
    assert told(first) == ("05 09:00", "09:30", "Großer Saal")
    assert (second.title, people(second)[0]) == ("Varroa nach dem warmen Winter", ["Milan Kovač"])
    assert people(third)[0] == ["Rosa Thaler", "Jost Bühler"]
    [grid] = grids_in(Document("Programm.xls", OLD.read_bytes())) or ()
    assert grid.merged == {(0, 1): (0, 0, 1, 5)}
    assert grid.cells[2][:3] == ["", "Datum", "Beginn"]


def test_a_workbook_of_old_excel_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Programm.xls").write_bytes(OLD.read_bytes())
    (tmp_path / "event.json").write_bytes(EVENT)
    assert len(read_material(gather(tmp_path)).agenda.sessions) == 3


def test_a_workbook_that_is_one_xml() -> None:
    for name in ("sesiones.xls", "sesiones.xml"):
        first, second = agenda(name, XML.encode()).sessions
        assert told(first) == ("05 09:15", "10:00", "Aula 2")
        assert (first.title, second.title) == ("Cera, propóleo y otras maravillas", "Mieles de altura")


@pytest.mark.parametrize(
    ("name", "raw", "titles"),
    [
        ("lavori.xls", PAGE.encode(), ["Il miele di castagno", "Vespe, calabroni e noi"]),
        ("lavori.doc", PAGE.encode(), ["Il miele di castagno", "Vespe, calabroni e noi"]),
        ("Liste.xls", LINES.encode("utf-16"), ["Honig im Recht", "Wachs"]),
    ],
)
def test_what_is_called_old_office_is_read_as_what_it_is(
    tmp_path: Path, name: str, raw: bytes, titles: list[str]
) -> None:
    assert [one.title for one in agenda(name, raw).sessions] == titles
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "event.json").write_bytes(EVENT)
    for given in (tmp_path, tmp_path / name):
        assert [one.title for one in read_material(gather(given)).agenda.sessions] == titles


def test_a_registration_list_of_old_excel() -> None:
    rows = "".join(
        f'<Row><Cell><Data ss:Type="String">{code}</Data></Cell><Cell><Data ss:Type="String">{name}</Data></Cell></Row>'
        for code, name in (("Code", "Surname"), ("AB12XZ", "Rossi"))
    )
    namespace = "urn:schemas-microsoft-com:office:spreadsheet"
    raw = (
        f'<Workbook xmlns="{namespace}" xmlns:ss="{namespace}"><Worksheet><Table>{rows}</Table></Worksheet></Workbook>'
    )
    [one] = read_attendees(Document("list.xls", raw.encode())).attendees
    assert (one.code, one.last_name) == ("AB12XZ", "Rossi")
    assert grids_in(Document("Programm.xls", OLD.read_bytes()))


@pytest.mark.parametrize("cut", [600, 2_000, 4_500])
def test_a_damaged_workbook_says_so(cut: int) -> None:
    with pytest.raises(UnreadableFile) as refused:
        grids_in(Document("p.xls", OLD.read_bytes()[:cut]))
    assert refused.value.hint


def test_no_archive_is_taken_for_a_binary_workbook() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("a.txt", "no workbook")
    with pytest.raises(UnreadableFile):
        grids_in(Document("p.xlsb", written.getvalue()))


OLD_WORD = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="urn:wx">
<w:styles><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>
<w:body><wx:sect><wx:sub-section>{}</wx:sub-section></wx:sect></w:body></w:wordDocument>"""
PACKED_WORD = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><r:Relationships
 xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"><r:Relationship r:Id="rId1" Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</r:Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>
</pkg:xmlData></pkg:part></pkg:package>"""


@pytest.mark.parametrize("frame", [OLD_WORD, PACKED_WORD])
@pytest.mark.parametrize("name", ["Programm.xml", "Programm.doc"])
def test_a_letter_of_word_that_is_one_xml(frame: str, name: str) -> None:
    lines = ("Freitag, 5. März 2027", "9:00\tDas Wachs der Kerzen (Saal 1)", "Irma Feld, Linz",
             "9:45\tBienen im Hochbeet (Saal 2)", "Olaf Brandt, Wels", "10:30\tPause")  # fmt: skip
    runs = (f"<w:p><w:r><w:t>{line.replace(chr(9), '</w:t><w:tab/><w:t>')}</w:t></w:r></w:p>" for line in lines)
    first, second, _ = agenda(name, frame.format("".join(runs)).encode()).sessions
    assert told(first) == ("05 09:00", "09:45", "Saal 1")
    assert (second.title, people(second)[0]) == ("Bienen im Hochbeet", ["Olaf Brandt"])


def test_a_letter_of_word_that_breaks_off_says_so() -> None:
    with pytest.raises(UnreadableFile) as refused:
        agenda("Programm.xml", OLD_WORD[:300].encode())
    assert refused.value.hint
