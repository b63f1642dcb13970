"""Rich text as offices save it, also under the ending of Word."""

from pathlib import Path

import pytest

from charlotte.congress.importers.material import gather
from charlotte.congress.importers.reading import read_material
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.office.rich_text import read

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Calibri;}}{\colortbl ;\red255\green0\blue0;}"
    r"{\*\generator Riched20 10.0;}{\info{\author Nobody}}\viewkind4\uc1 "
)
TEXT = (
    HEAD + r"\pard\outlinelevel0\b Freitag, 5. M\'e4rz 2027\b0\par\pard "
    r"9:00\tab\b Torf und Wasser\b0 (Saal 1)\par Dr. Ute Brok\par "
    r"10:00\tab\b\u8222?Nasse\u8220? Wiesen\b0 (Saal 2)\par {\strike entf\'e4llt}{\v geheim}\par"
    "\n"
    r"\trowd\cellx900\cellx4000\pard\intbl 11:00\cell Kraniche \{grus\}\cell\row"
    "\n"
    r"\trowd\cellx900\cellx4000\pard\intbl 12:00\cell Mittag\cell\row\pard\par {\pict 89504e47}}"
)


def test_what_rich_text_says() -> None:
    blocks = [block.text for block in read(TEXT.encode("ascii")).blocks]
    said = "\n".join(blocks)
    assert "Freitag, 5. März 2027" in said
    assert "„Nasse“ Wiesen" in said
    assert "Kraniche {grus}" in said
    assert not [word for word in ("Calibri", "Riched", "Nobody", "geheim", "8950") if word in said]


@pytest.mark.parametrize("name", ["Programm.rtf", "Programm.doc"])
def test_a_programme_in_rich_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TEXT.replace(r"{\strike entf\'e4llt}", "").encode("ascii"))
    (tmp_path / "event.json").write_text(
        '{"id": "moor", "name": "Moor", "timezone": "Europe/Berlin", "start_date": "2027-03-05"}'
    )
    found = {one.title: one for one in read_material(gather(tmp_path)).agenda.sessions}
    peat, cranes = found["Torf und Wasser"], found["Kraniche {grus}"]
    assert (peat.room, [one.name for one in peat.speakers]) == ("Saal 1", ["Dr. Ute Brok"])
    assert found["„Nasse“ Wiesen"].room == "Saal 2"
    assert cranes.start is not None and f"{cranes.start:%H:%M}" == "11:00"


def test_a_footnote_stands_where_it_is_called_and_a_row_that_breaks_off_is_told() -> None:
    noted = r"Kraniche{\super{\footnote \pard\plain nur mit Stiefeln\par}}"
    rows = HEAD + rf"\trowd\cellx900\cellx4000\pard\intbl 11:00\cell {noted}\cell\row 12:00\cell Torfstich"
    blocks = read(rows.encode("ascii")).blocks
    assert [block.cells for block in blocks] == [("11:00", "Kraniche [nur mit Stiefeln]"), ("12:00", "Torfstich")]


@pytest.mark.parametrize("raw", [b"no rich text", b"{\\rtf1" + b"{" * 500])
def test_what_is_none_says_so(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read(raw)


def test_what_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = TEXT.encode("ascii")
    for cut in range(0, len(whole), 37):
        if cut > len(HEAD):
            assert read(whole[:cut]) is not None
