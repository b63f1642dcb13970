"""What the review of an upload tells about its columns and its warnings, so that it reads in any language."""

import json
from pathlib import Path

from test_staff_imports import EVENT, ROWS, uploads

from support.desk_staff import StaffMember, staff_member
from support.house import house
from support.minds import ScriptedMind

PAGE = """<h2>Sabato 18 aprile 2026</h2>
<table><tr><th>Ora</th><th>Aula</th><th>Titolo</th><th></th></tr>
<tr><td>9:30</td><td>Sala Verdi</td><td>Il cuore che invecchia</td><td>ECM</td></tr>
<tr><td>11:00</td><td>Sala Rossi</td><td>Lo scompenso in ambulatorio</td><td>ECM</td></tr>
<tr><td>12:00</td><td>Sala Verdi</td><td>Le valvole</td><td></td></tr></table>
"""
PROSE = """Samstag, 18. April 2026

9.00 Begrüßung (Saal A)
9.30 Das alternde Herz, Vera Lindner (Saal A)
11.00 Herzschwäche in der Praxis, Jonas Albers (Saal B)
"""
WALL = """;Saal A;Saal B
Samstag, 18. April 2026;;
9:00;Das alternde Herz;Klappen
10:00;Rhythmus;Herzschwäche
11:00;Rückblick;Ausblick
"""


async def called(staff: StaffMember, **files: str) -> dict[str, str | None]:
    draft = await uploads(staff, event__json=json.dumps(EVENT), **files)
    return {column["name"]: column["called"] for table in draft["tables"] for column in table["columns"]}


async def test_columns_without_a_name_of_their_own_say_what_they_are(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        of_page = await called(staff, programma__html=PAGE)
        assert of_page["Ora"] is None and of_page["Titolo"] is None
        assert of_page["column D"] == "letter" and of_page["heading (day)"] == "heading_day"
        of_prose = await called(staff, programm__txt=PROSE)
        assert (of_prose["time"], of_prose["title"], of_prose["speakers"]) == ("time", "title", "speakers")
        of_wall = await called(staff, wand__csv=WALL)
        assert (of_wall["time"], of_wall["room"], of_wall["title"]) == ("time", "room", "title")
        # The same word in a header is the file's own.
        assert (await called(staff, programme__csv=ROWS.replace("Titolo", "title")))["title"] is None


async def test_many_warnings_of_one_kind_hide_no_other(tmp_path: Path) -> None:
    many = "".join(f"{9 + n // 60}.{n % 60:02};Poster {n};Anna Rossi;\n" for n in range(120))
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        rows = f"{ROWS.splitlines()[0]}\n{many}14.00;Fuori;Luca Bianchi;Sala Z\n"
        draft = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=rows)
        codes = [warning["code"] for warning in draft["warnings"]]
        assert draft["warnings_by_code"]["no_room"] == 120 and codes.count("no_room") == 50
        assert draft["warnings_count"] == sum(draft["warnings_by_code"].values())
        assert set(codes) == set(draft["warnings_by_code"]) > {"no_room"}
