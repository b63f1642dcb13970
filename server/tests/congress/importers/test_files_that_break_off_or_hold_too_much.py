"""Files that break off, lie where they should not or say too much: named, and nothing of them imported by half."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.folder import read_path
from charlotte.congress.importers.material import gather, material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda
from charlotte.errors import BadInput
from support.invented import EVENT

EVENT_FILE = Document("event.json", json.dumps(EVENT).encode())
ROWS = "Date;Start;Title;Room\n" + "".join(
    f"22/10/2026;{hour}:00;On the use of lamps {hour};Aula Magna\n" for hour in range(9, 13)
)


def archive(files: dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as held:
        for name, content in files.items():
            held.writestr(name, content)
    return raw.getvalue()


def read(*documents: Document) -> Agenda:
    return read_material(material_of([*documents, EVENT_FILE])).agenda


def refused(name: str, raw: bytes) -> str:
    with pytest.raises(BadInput) as error:
        read(Document(name, raw))
    assert error.value.hint
    return error.value.message


def page(rows: int, end: str) -> bytes:
    told = "".join(f"<tr><td>22/10/2026 {9 + n}:00</td><td>On lamps, part {n}</td></tr>" for n in range(rows))
    return f"<html><body><table><tr><th>Time</th><th>Title</th></tr>{told}{end}".encode()


def test_a_page_that_breaks_off_is_no_programme() -> None:
    assert len(read(Document("p.html", page(4, "</table></body></html>"))).sessions) == 4
    assert len(read(Document("p.html", page(4, "</table>"))).sessions) == 4, "a page may go without its last tags"
    for end in ("", "<tr><td>22/10/2026 13:00</td><td cla", "<!-- </table></html"):
        assert refused("p.html", page(4, end)) == "p.html breaks off before its end: line 1."


def test_a_table_that_is_too_wide_or_has_an_endless_line_says_so() -> None:
    wide = ";".join(f"c{n}" for n in range(50_000))
    assert refused("p.csv", f"{wide}\n{wide}\n{wide}\n".encode()) == (
        "p.csv has more than 200 columns: line 1 has 50000."
    )
    assert "line 2 holds a field larger than 100000 letters" in refused(
        "p.csv", f"Date;Start;Title\n22/10/2026;9:00;{'x' * 300_000}".encode()
    )


def test_a_paper_that_cannot_be_read_is_named() -> None:
    entity = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    odt = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": entity.encode()})
    assert "p.odt" in refused("p.odt", odt)
    letter = "\n".join(["# Dear colleagues", "", "We look forward to seeing you.", ""])
    assert "holds no sessions" in refused("letter.md", letter.encode())


def test_a_title_without_an_end_is_cut_and_staff_know() -> None:
    talks = [{"title": "L" * 9_000, "start": "2026-10-22T09:00"}, {"title": "Short", "start": "2026-10-22T10:00"}]
    for name, raw in (
        ("p.json", json.dumps(talks).encode()),
        ("p.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261022T090000\r\nSUMMARY:" + b"L" * 9_000
         + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
    ):  # fmt: skip
        agenda = read(Document(name, raw))
        assert max(len(one.title) for one in agenda.sessions) <= 500
        assert "text_cut" in {one.code for one in agenda.warnings}


def test_an_archive_in_an_archive_and_a_way_out_of_it_are_told() -> None:
    inner = archive({"q.csv": ROWS.encode()})
    packed = archive({"p.csv": ROWS.encode(), "more.zip": inner, "../../out.csv": ROWS.encode()})
    told = [one.message for one in read(Document("all.zip", packed)).warnings if one.code == "unreadable"]
    assert told == [
        "more.zip in all.zip is an archive among other files and was not opened.",
        "../../out.csv in all.zip lies outside of the archive and was left out.",
    ]
    assert "more.zip in alone.zip is an archive" in refused("alone.zip", archive({"more.zip": inner}))


def test_names_that_would_command_a_terminal_are_shown_as_they_are() -> None:
    reading = read_material(
        material_of([EVENT_FILE, Document("all.zip", archive({"p\x1b[31m\n\u202e.csv": ROWS.encode()}))])
    )
    assert reading.files == ("p_[31m__.csv",)
    turned = ROWS.replace("lamps 9", "lamps\u202e 9\x07")
    assert read(Document("p.csv", turned.encode())).sessions[0].title == "On the use of lamps 9"


def test_a_folder_is_read_without_links_out_of_it_and_never_in_part(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.csv", tmp_path / "folder"
    folder.mkdir()
    outside.write_text(ROWS.replace("lamps", "secrets"))
    (folder / "event.json").write_text(json.dumps(EVENT))
    (folder / "p.csv").write_text(ROWS)
    (folder / "q.csv").symlink_to(outside)
    (folder / "old.zip").write_bytes(archive({"p.csv": ROWS.encode()}))
    agenda = read_path(folder).agenda
    assert [one.title for one in agenda.sessions] == [f"On the use of lamps {hour}" for hour in range(9, 13)]
    assert [one.message.split()[0] for one in agenda.warnings if one.code == "unreadable"] == ["q.csv", "old.zip"]
    for number in range(250):
        (folder / f"a{number}.md").write_text(f"# Hint {number}\n\nBring a lamp.\n")
    many = read_path(folder).agenda
    assert len(many.sessions) == 4, "the programme counts, however many documents lie before it"
    assert "52 of its documents were not looked through for sessions." in {one.message for one in many.warnings}
    for number in range(250):
        (folder / f"a{number}.csv").write_text(ROWS)
    with pytest.raises(UnreadableFile, match="251 files that may be a programme|252 files that may be a programme"):
        gather(folder)


@pytest.mark.timeout(100)
def test_thousands_of_sessions_of_one_day_end_where_the_next_of_their_room_begins() -> None:
    rows = "".join(
        f"22/10/2026;{8 + n // 600:02}:{n // 50 % 12 * 5:02};On the use of lamp {n};Hall {n % 50}\n"
        for n in range(5_000)
    )
    sessions = read(Document("p.csv", f"Date;Start;Title;Room\n{rows}".encode())).sessions
    assert len(sessions) == 5_000
    ended = [one for one in sessions if one.start and one.end]
    assert len(ended) == 4_950 and all(one.end == one.start + timedelta(minutes=5) for one in ended if one.start)


def test_one_huge_file_beside_the_programme_is_left_out_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    (tmp_path / "p.csv").write_text(ROWS)
    with (tmp_path / "dump.json").open("wb") as file:
        file.truncate(200 * 1024**2)
    agenda = read_path(tmp_path).agenda
    assert len(agenda.sessions) == 4
    assert ["dump.json has 200 MB" in one.message for one in agenda.warnings if one.code == "unreadable"] == [True]


def test_a_calendar_that_repeats_without_measure_is_refused_before_it_is_unfolded() -> None:
    rule = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:S{n}\r\nDTSTART:20261022T090000Z\r\nRRULE:FREQ=DAILY;COUNT=90\r\nEND:VEVENT\r\n"
        for n in range(300)
    )
    assert "more than 20000 sessions" in refused("p.ics", f"BEGIN:VCALENDAR\r\n{rule}END:VCALENDAR\r\n".encode())
