"""Programmes as programmers keep them: scripts with nothing but data, and dumps of databases."""

import json
from pathlib import Path

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnknownFormat
from charlotte.congress.importers.files.script_literals import literal
from charlotte.congress.importers.material import gather, material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.importers.shapes.trees import sql_text
from charlotte.congress.model import Agenda
from support.workbooks import people, told

EVENT = b'{"id": "moor", "name": "Moor", "timezone": "Europe/Berlin", "start_date": "2027-03-05"}'
TALKS = """[
  { id: 1, day: '2027-03-05', from: '09:00', to: '09:45', title: "Peat isn\\u2019t soil", room: 'Torfsaal', speakers: ['Ute Brok'] },
  { id: 2, day: '2027-03-05', from: '10:00', to: '10:45', title: 'Sundew\\'s lunch', room: 'Torfsaal', speakers: ['Jan Ohlsen', 'Ida Wien'], }, // long
  /* the last one */
  { id: 3, day: '2027-03-05', from: '11:00', to: '11:45', title: `Cranes`, room: 'Moorhof', speakers: [], draft: false },
]"""  # noqa: E501
DUMP = """-- dump of 2026
CREATE TABLE `rooms` (
  `id` int(11) NOT NULL,
  `name` varchar(80) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `rooms` VALUES (1,'Torfsaal'),(2,'Moor; hof');
INSERT INTO talks (id, title, starts_at, ends_at, room_id, speakers) VALUES
(1,'Peat isn''t soil','2027-03-05 09:00:00','2027-03-05 09:45:00',1,'Ute Brok'),
(2,'Sundew\\'s (late) lunch','2027-03-05 10:00:00','2027-03-05 10:45:00',1,'Jan Ohlsen, Ida Wien'),
(3,'Cranes','2027-03-05 11:00:00','2027-03-05 11:45:00',2,NULL);
"""


def read(name: str, text: str) -> Agenda:
    return read_material(material_of([Document(name, text.encode()), Document("event.json", EVENT)])).agenda


@pytest.mark.parametrize(
    ("name", "frame"),
    [
        ("talks.js", "export const talks = {};\n"),
        ("talks.mjs", "/* by hand */\nconst talks = {}\nexport default talks;"),
        ("talks.ts", "// typed\nexport const talks: Talk[] = {} as const;"),
        ("talks.js", "module.exports = {}"),
        ("talks.json", "window.talks = {};"),
    ],
)
def test_a_script_that_is_nothing_but_data(name: str, frame: str) -> None:
    first, second, third = read(name, frame.replace("{}", TALKS)).sessions
    assert told(first) == ("05 09:00", "09:45", "Torfsaal")
    assert [first.title, second.title, third.title] == ["Peat isn’t soil", "Sundew's lunch", "Cranes"]
    assert people(second)[0] == ["Jan Ohlsen", "Ida Wien"]


def test_code_is_no_data() -> None:
    assert literal("[{a: 1, b: call(2)}]") is None
    assert literal("[1, 2 + x]") is None
    assert literal("{a: null, b: [true, -1.5], 'c d': undefined,}") == {"a": None, "b": [True, -1.5], "c d": None}
    with pytest.raises(UnknownFormat):
        read("app.js", "function go() { return 1 }\nwindow.addEventListener('load', () => { go() });\n")


def test_a_dump_of_a_database() -> None:
    tables = sql_text.tables_in(DUMP)
    assert tables["rooms"] == [{"id": "1", "name": "Torfsaal"}, {"id": "2", "name": "Moor; hof"}]
    assert tables["talks"][2]["speakers"] is None
    first, second, third = read("moor.sql", DUMP).sessions
    assert (first.title, second.title) == ("Peat isn't soil", "Sundew's (late) lunch")
    assert told(third) == ("05 11:00", "11:45", "Moor; hof")
    assert people(second)[0] == ["Jan Ohlsen", "Ida Wien"]


def test_code_in_a_folder_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "app.js").write_text("const x = () => 1;\n")
    (folder / "event.json").write_bytes(EVENT)
    talk = {"title": "Peat", "start": "2027-03-05T09:00", "end": "2027-03-05T09:45", "room": "Torfsaal"}
    (folder / "talks.json").write_text(json.dumps([talk, {**talk, "title": "Moss", "start": "2027-03-05T10:00"}]))
    assert [one.title for one in read_material(gather(folder)).agenda.sessions] == ["Peat", "Moss"]
