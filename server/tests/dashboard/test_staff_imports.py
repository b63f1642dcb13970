"""Staff upload a programme, look at it, correct it, apply it, and take it back."""

import asyncio
import json
import zipfile
from gc import collect
from io import BytesIO
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from sqlalchemy import text
from starlette.types import Message

from charlotte.database import writing
from charlotte.wire.api.bodies import MAX_UPLOAD_BYTES, BodyTooLarge, _counted
from support.clocks import ManualClock
from support.desk_staff import StaffMember, staff_member
from support.house import EVENT as HOUSE
from support.house import house
from support.minds import ScriptedMind

EVENT = {
    "id": "cuore",
    "name": "Cuore 2026",
    "timezone": "Europe/Rome",
    "start_date": "2026-10-22",
    "rooms": [{"name": "Sala B", "aliases": ["Sala blu"]}],
}
ROWS = (
    "Ora;Titolo;Relatori;Sala\n9.00;Apertura dei lavori;Anna Rossi;Aula Magna\n"
    "10.00;Il fegato nuovo;Luca Bianchi;Sala B\n"
)
LATER = ROWS.replace("10.00;Il fegato", "10.30;Il fegato") + "11.00;Le mani pulite;Elena Conti;Sala B\n"
PATIENCE_S = 60
"""A process is started for every reading; a loaded machine takes its time."""
FAQ = "# Parcheggio\n\nIl parcheggio è gratuito fino alle 19 per chi partecipa al congresso."


async def uploads(staff: StaffMember, status: int = 200, event: str | None = None, **files: str) -> dict[str, Any]:
    staff.http.timeout = PATIENCE_S
    sent = [("files", (name.replace("__", "."), text.encode(), "text/plain")) for name, text in files.items()]
    response = await staff.http.post("/api/staff/imports", files=sent, data={"event": event} if event else {})
    assert response.status_code == status, response.text
    found: dict[str, Any] = response.json()
    return found


async def applies(staff: StaffMember, draft: dict[str, Any], status: int = 200) -> dict[str, Any]:
    response = await staff.http.post(f"/api/staff/imports/{draft['id']}/apply")
    assert response.status_code == status, response.text
    found: dict[str, Any] = response.json()
    return found


async def test_upload_look_apply_move_upload_again_and_undo(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        programmes = here.installation.congresses
        first = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS, faq__md=FAQ)
        assert (first["event"], first["is_new"], first["sessions"], first["documents"]) == ("cuore", True, 2, 1)
        assert first["mapping"]["tables"][0]["columns"]["Titolo"] == "title"
        assert await programmes.version("cuore") is None
        applied = await applies(staff, first)
        assert (applied["version"], applied["changes"]["counts"]["added"]) == (1, 2)
        assert (await here.installation.shelves.version("cuore")) == 1
        talk = (await programmes.programme("cuore")).sessions[1]
        moved = await staff.http.put(
            f"/api/staff/events/cuore/sessions/{talk.id}", json={"action": "move", "room": "Aula Magna"}
        )
        assert moved.status_code == 200
        second = await uploads(staff, event="cuore", programma__csv=LATER)
        counts = second["changes"]["counts"]
        assert (second["is_new"], counts["added"], counts["moved"], counts["kept"]) == (False, 1, 1, 1)
        await applies(staff, second)
        held = {session.title: session for session in (await programmes.programme("cuore")).sessions}
        assert held["Il fegato nuovo"].room == "Aula Magna" and "Le mani pulite" in held
        rooms = {room.name: room.aliases for room in (await programmes.programme("cuore")).rooms}
        assert rooms["Sala B"] == ("Sala blu",), "what is known of the rooms stays"
        assert (await here.installation.shelves.version("cuore")) == 1, "documents stay when none were sent"
        undone = await staff.http.post("/api/staff/events/cuore/imports/undo")
        assert undone.status_code == 200 and undone.json()["changes"]["counts"]["removed"] == 1
        past = (await staff.gets("/api/staff/events/cuore/imports"))["imports"]
        assert [(row["file"], row["undone_by"]) for row in past] == [("programma.csv", "Anna"), ("programma.csv", None)]


async def test_a_session_with_another_title_is_told_as_renamed_and_keeps_what_staff_decided(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        programmes = here.installation.congresses
        await applies(staff, await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS))
        talk = (await programmes.programme("cuore")).sessions[1]
        path = f"/api/staff/events/cuore/sessions/{talk.id}"
        assert (await staff.http.put(path, json={"action": "move", "room": "Aula Magna"})).status_code == 200
        other = ROWS.replace("Il fegato nuovo", "Trapianti: che cosa cambia")
        draft = await uploads(staff, event="cuore", programma__csv=other)
        counts = draft["changes"]["counts"]
        assert (counts["renamed"], counts["added"], counts["removed"]) == (1, 0, 0)
        (renamed,) = draft["changes"]["renamed"]
        assert (renamed["title"], renamed["previous_title"]) == ("Trapianti: che cosa cambia", "Il fegato nuovo")
        await applies(staff, draft)
        held = {one.title: one for one in (await programmes.programme("cuore")).sessions}
        assert (len(held), held["Trapianti: che cosa cambia"].room) == (2, "Aula Magna")
        assert (await staff.http.post("/api/staff/events/cuore/imports/undo")).status_code == 200
        back = {one.title: one for one in (await programmes.programme("cuore")).sessions}
        assert (set(back), back["Il fegato nuovo"].room) == ({"Apertura dei lavori", "Il fegato nuovo"}, "Aula Magna")


async def test_what_was_taken_for_what_can_be_corrected(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        draft = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS)
        mapping = draft["mapping"]
        mapping["tables"][0]["columns"]["Sala"] = "track"
        path = f"/api/staff/imports/{draft['id']}"
        corrected = await staff.http.put(f"{path}/mapping", json={"mapping": mapping})
        assert corrected.status_code == 200 and (corrected.json()["rooms"], draft["rooms"]) == (1, 2)
        assert (await staff.gets(path))["rooms"] == 1, "only the one of event.json"
        mapping["tables"][0]["columns"]["Sala"] = "colour"
        wrong = await staff.http.put(f"{path}/mapping", json={"mapping": mapping})
        assert wrong.status_code == 422 and "A column may be" in wrong.json()["hint"]
        assert (await staff.http.delete(path)).status_code == 204
        assert (await staff.http.get(path)).status_code == 404


async def test_columns_that_nobody_took_are_shown_with_examples_and_can_be_taken(tmp_path: Path) -> None:
    head, first, second = ROWS.replace("Titolo", "Qwx").splitlines()  # a name that says nothing
    rows = f"{head};Vwx\n{first};portare camice\n{second};\n"
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        draft = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=rows)
        (table,) = draft["tables"]
        seen = {one["name"]: one for one in table["columns"]}
        assert (table["role"], seen["Sala"]["field"], seen["Vwx"]["field"]) == ("sessions", "room", None)
        assert seen["Vwx"]["examples"] == ["portare camice"]
        assert len(seen["Qwx"]["examples"]) >= 2
        mapping = draft["mapping"]
        mapping["tables"][0]["columns"]["Vwx"] = "abstract"
        path = f"/api/staff/imports/{draft['id']}/mapping"
        corrected = (await staff.http.put(path, json={"mapping": mapping})).json()
        columns = corrected["tables"][0]["columns"]
        assert {one["name"]: one["field"] for one in columns}["Vwx"] == "abstract"
        mapping["tables"][0]["role"] = "left_out"
        nothing = await staff.http.put(path, json={"mapping": mapping})
        assert nothing.status_code == 422, "a programme without sessions is none"
        mapping["tables"][0]["role"] = "sessions"
        untitled = {name: field for name, field in mapping["tables"][0]["columns"].items() if field != "title"}
        mapping["tables"][0]["columns"] = untitled
        titles = await staff.http.put(path, json={"mapping": mapping})
        for refused, why in ((nothing, "no table holds sessions"), (titles, "no row has a title")):
            problem = refused.json()
            assert (problem["code"], why in problem["message"]) == ("mapping_refused", True)
            assert "Publish" not in problem["hint"] and "title" in problem["hint"]


async def test_sessions_without_a_start_are_counted_whatever_column_is_left_out(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        draft = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS)
        mapping = draft["mapping"]
        del mapping["tables"][0]["columns"]["Ora"]
        path = f"/api/staff/imports/{draft['id']}/mapping"
        corrected = (await staff.http.put(path, json={"mapping": mapping})).json()
        assert (draft["without_start"], corrected["without_start"], corrected["sessions"]) == (0, 2, 2)
        rows = [(row["start"], row["room"], row["speakers"]) for row in corrected["preview"]]
        assert rows == [(None, "Aula Magna", ["Anna Rossi"]), (None, "Sala B", ["Luca Bianchi"])]


async def test_an_event_file_with_another_id_is_another_congress(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        programmes = here.installation.congresses
        demo = await programmes.programme(HOUSE)
        draft = await uploads(staff, event=HOUSE, event__json=json.dumps(EVENT), programma__csv=ROWS)
        assert (draft["event"], draft["is_new"], draft["changes"]["counts"]["removed"]) == ("cuore", True, 0)
        await applies(staff, draft)
        assert (await programmes.programme(HOUSE)).sessions == demo.sessions
        unnamed = {key: value for key, value in EVENT.items() if key != "id"}
        same = await uploads(staff, event="cuore", event__json=json.dumps(unnamed), programma__csv=LATER)
        assert (same["event"], same["is_new"], same["changes"]["counts"]["added"]) == ("cuore", False, 1)


async def test_no_import_without_its_row_in_the_journal(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        programmes = here.installation.congresses
        await applies(staff, await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS))
        later = await uploads(staff, event="cuore", programma__csv=LATER)
        async with writing(here.installation.database) as connection:
            full = "CREATE TRIGGER full BEFORE INSERT ON staff_journal BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            await connection.execute(text(full))
        assert (await staff.http.post(f"/api/staff/imports/{later['id']}/apply")).status_code == 500
        assert (await staff.http.post("/api/staff/events/cuore/imports/undo?erases=true")).status_code == 500
        talk = (await programmes.programme("cuore")).sessions[0]
        cancel = await staff.http.put(f"/api/staff/events/cuore/sessions/{talk.id}", json={"action": "cancel"})
        assert cancel.status_code == 500 and not (await here.installation.dashboard.edits.in_force("cuore")).own
        assert (await programmes.version("cuore"), len((await programmes.programme("cuore")).sessions)) == (1, 2)


async def test_two_who_import_at_once_do_not_undo_each_other_s_work(tmp_path: Path, database_url: str | None) -> None:
    async with house(tmp_path, ScriptedMind(), database_url=database_url) as here:
        async with staff_member(here, "Anna") as anna, staff_member(here, "Bruno") as bruno:
            one = await uploads(anna, event__json=json.dumps(EVENT), programma__csv=ROWS)
            other = await uploads(bruno, event__json=json.dumps(EVENT), programma__csv=LATER)
            await applies(anna, one)
            late = await applies(bruno, other, status=409)
            assert late["code"] == "programme_changed"
            seen = await bruno.gets(f"/api/staff/imports/{other['id']}")
            assert (seen["is_new"], seen["changes"]["counts"]["added"]) == (False, 1)
            assert (await applies(bruno, other))["version"] == 2


async def test_a_first_import_is_not_taken_back_without_a_word_on_all_that_goes(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        await applies(staff, await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS, faq__md=FAQ))
        await applies(staff, await uploads(staff, event="cuore", programma__csv=LATER))
        path = "/api/staff/events/cuore/imports"
        assert [row["is_first"] for row in (await staff.gets(path))["imports"]] == [False, True]
        assert (await staff.http.post(f"{path}/undo")).status_code == 200
        refused = await staff.http.post(f"{path}/undo")
        assert (refused.status_code, refused.json()["code"]) == (409, "erases_congress")
        assert await here.installation.congresses.version("cuore") == 3, "all is there still"
        assert len((await staff.gets("/api/staff/events/cuore/documents"))["documents"]) == 1
        assert (await staff.http.post(f"{path}/undo?erases=true")).json()["version"] is None


async def test_an_import_that_says_what_is_there_is_no_step_to_take_back(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        first = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS, faq__md=FAQ)
        assert not first["changes_nothing"]
        await applies(staff, first)
        for rows in (ROWS, ROWS + "\n"):  # the same file, and another that says the same
            again = await uploads(staff, event="cuore", programma__csv=rows, faq__md=FAQ)
            assert again["changes_nothing"]
            assert (await applies(staff, again))["version"] == 1
        alone = await uploads(staff, event="cuore", programma__csv=ROWS, faq__md=f"{FAQ} Anche di notte.")
        assert not alone["changes_nothing"] and (await applies(staff, alone))["version"] == 1
        assert len((await staff.gets("/api/staff/events/cuore/imports"))["imports"]) == 1
        assert (await here.installation.shelves.version("cuore")) == 2, "but its documents are stored"


async def test_two_who_take_the_same_import_back_take_one_back(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here:
        async with staff_member(here, "Anna") as anna, staff_member(here, "Bruno") as bruno:
            await applies(anna, await uploads(anna, event__json=json.dumps(EVENT), programma__csv=ROWS))
            await applies(anna, await uploads(anna, event="cuore", programma__csv=LATER))
            path = "/api/staff/events/cuore/imports/undo"
            for latest in (2, 1):  # a newer one, and the first, with which the congress goes
                tries = [one.http.post(path, params={"latest": latest, "erases": True}) for one in (anna, bruno)]
                replies = sorted(await asyncio.gather(*tries), key=lambda one: one.status_code)
                assert [one.status_code for one in replies] == [200, 409]
                assert replies[1].json()["code"] in ("import_changed", "nothing_to_undo")
                there = await here.installation.congresses.version("cuore")
                assert (there is None) == (latest == 1)


async def test_documents_that_an_import_takes_away_are_shown_before(tmp_path: Path) -> None:
    async with (
        house(tmp_path, ScriptedMind()) as here,
        staff_member(here) as anna,
        staff_member(here, "Bruno") as bruno,
    ):
        first = await uploads(anna, event__json=json.dumps(EVENT), programma__csv=ROWS, faq__md=FAQ, cani__md=FAQ)
        assert first["document_changes"] == {"added": ["cani.md", "faq.md"], "edited": [], "removed": []}
        await applies(anna, first)
        alone = await uploads(anna, event="cuore", programma__csv=LATER)
        assert alone["document_changes"] == {"added": [], "edited": [], "removed": []}
        second = await uploads(anna, event="cuore", programma__csv=LATER, faq__md=f"{FAQ} Anche di notte.")
        assert second["document_changes"] == {"added": [], "edited": ["faq.md"], "removed": ["cani.md"]}

        path = "/api/staff/events/cuore/documents"
        file = {"files": ("cibo.md", b"# Pranzo\n\nSi mangia nel foyer.")}
        assert (await bruno.http.put(path, files=file, params={"version": 1})).status_code == 200
        late = await applies(anna, second, status=409)
        assert (late["code"], late["who"]) == ("documents_changed", "Bruno")
        assert await here.installation.congresses.version("cuore") == 1, "nothing of it was stored"
        await applies(anna, second)
        shown = (await anna.gets(path))["documents"]
        assert sorted(one["name"] for one in shown) == ["cibo.md", "faq.md"]


async def test_documents_beside_a_programme_that_is_a_page_are_documents(tmp_path: Path) -> None:
    rows = [row.split(";") for row in ROWS.strip().split("\n")]
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        draft = await uploads(
            staff, event__json=json.dumps(EVENT), programma__html=f"<table>{page}</table>", faq__md=FAQ, guida__md=FAQ
        )
        assert (draft["sessions"], draft["document_changes"]["added"]) == (2, ["faq.md", "guida.md"])


async def test_what_cannot_be_read_says_why_and_changes_nothing(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        zone = await uploads(staff, 422, programma__csv=ROWS)
        assert zone["code"] == "missing_zone" and "event.json" in zone["hint"]
        broken = await uploads(staff, 422, event__json=json.dumps(EVENT), programma__json='[{"title": "A')
        assert broken["code"] == "unreadable_file" and "line 1" in broken["message"]
        assert (await staff.http.post("/api/staff/imports", data={"event": "x"})).status_code == 422
        assert (
            await staff.http.post("/api/staff/events/devfest-pisa-2026/imports/undo?erases=true")
        ).status_code == 200
        assert (await staff.http.post("/api/staff/events/nowhere/imports/undo")).json()["code"] == "nothing_to_undo"
        async with here.visitor() as visitor:
            stranger = await visitor.http.post("/api/staff/imports", files=[("files", ("p.csv", b"a", "text/csv"))])
            assert stranger.status_code == 401


async def test_an_upload_without_end_is_refused_as_it_comes() -> None:
    async def endless() -> Message:
        return {"type": "http.request", "body": b"x" * 1024 * 1024, "more_body": True}

    receive = _counted(endless)
    for _ in range(MAX_UPLOAD_BYTES // 1024**2):
        await receive()
    with pytest.raises(BodyTooLarge, match="64 MB"):
        await receive()


async def test_a_warning_tells_what_it_speaks_of_and_earlier_ones_stay_readable(tmp_path: Path) -> None:
    odd = ROWS + "10.00;Le mani pulite;Elena Conti;Sala B\n11.00;Dialogo aperto;Anna Rossi;\n"
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        draft = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=odd)
        told = {warning["code"]: warning["values"] for warning in draft["warnings"]}
        assert told["no_room"] == {"title": "Dialogo aperto"}
        await applies(staff, draft)
        past = (await staff.gets("/api/staff/events/cuore/imports"))["imports"][0]
        assert past["warnings"] == draft["warnings"]
        async with writing(here.installation.database) as connection:
            stored = json.dumps([{"row": "7", "code": "no_room", "message": "'Dialogo aperto' has no room."}])
            await connection.execute(text("UPDATE congress_import SET warnings = :stored"), {"stored": stored})
        before = (await staff.gets("/api/staff/events/cuore/imports"))["imports"][0]["warnings"]
        assert before[0]["values"] is None and before[0]["message"] == "'Dialogo aperto' has no room."


async def test_an_upload_that_nobody_applies_is_let_go(tmp_path: Path) -> None:
    clock = ManualClock()
    async with house(tmp_path, ScriptedMind(), clock=clock) as here, staff_member(here) as staff:
        imports = here.installation.dashboard.imports
        first = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=ROWS)
        clock.advance(3600)
        second = await uploads(staff, event__json=json.dumps(EVENT), programma__csv=LATER)
        clock.advance(3600)
        refused = await staff.http.post(f"/api/staff/imports/{first['id']}/apply")
        assert (refused.status_code, refused.json()["code"]) == (404, "import_gone")
        assert "two hours" in refused.json()["message"] and refused.json()["hint"] == "Upload the files again."
        held = ref(imports.get(second["id"]))
        clock.advance(3600)
        imports.let_go()
        collect()
        assert held() is None, "nothing keeps its files"


SITE = {
    "event.json": json.dumps(EVENT),
    "sessioni/fegato/index.md": (
        "---\ntitolo: Il fegato nuovo\ninizio: 2026-10-22 10:00\nfine: 2026-10-22 10:45\nsala: Sala B\n"
        "relatori: [luca-bianchi]\n---\nChe cosa cambia.\n"
    ),
    "sessioni/mani/index.md": (
        "---\ntitolo: Le mani pulite\ninizio: 2026-10-22 11:00\nfine: 2026-10-22 11:45\nsala: Aula Magna\n"
        "relatori: [luca-bianchi, elena-conti]\n---\nDa vicino.\n"
    ),
    "relatori/luca-bianchi.md": "---\nnome: Luca Bianchi\nente: Policlinico\n---\n",
    "relatori/elena-conti.md": "---\nnome: Elena Conti\nente: Policlinico\n---\n",
    "info/parcheggio.md": f"---\ntitle: Parcheggio\n---\n{FAQ}\n",
}


@pytest.mark.parametrize("is_zipped", [True, False])
async def test_a_site_of_markdown_is_uploaded_as_an_archive_or_file_by_file(tmp_path: Path, is_zipped: bool) -> None:
    sent = [("files", (name, text.encode(), "text/plain")) for name, text in SITE.items()]
    if is_zipped:
        raw = BytesIO()
        with zipfile.ZipFile(raw, "w") as archive:
            for name, text in SITE.items():
                archive.writestr(f"cuore-main/{name}", text)
        sent = [("files", ("cuore.zip", raw.getvalue(), "application/zip"))]
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        staff.http.timeout = PATIENCE_S
        response = await staff.http.post("/api/staff/imports", files=sent)
        assert response.status_code == 200, response.text
        draft = response.json()
        assert (draft["event"], draft["sessions"], draft["speakers"], draft["documents"]) == ("cuore", 2, 2, 1)
        assert {table["name"]: table["role"] for table in draft["tables"]} == {
            "sessioni: []": "sessions",
            "relatori: []": "lookup",
        }
        await applies(staff, draft)
        held = {session.title: session for session in (await here.installation.congresses.programme("cuore")).sessions}
        speakers = [(person.name, person.affiliation) for person in held["Le mani pulite"].speakers]
        assert speakers == [("Luca Bianchi", "Policlinico"), ("Elena Conti", "Policlinico")]


@pytest.mark.parametrize("name", ["info/parcheggio.md/orari.md", f"info/{'lungo' * 55}.md"])
async def test_a_file_that_no_folder_can_hold_is_named_and_nothing_is_read(tmp_path: Path, name: str) -> None:
    sent = [
        ("files", (path, text.encode(), "text/plain"))
        for path, text in {**SITE, name: SITE["info/parcheggio.md"]}.items()
    ]
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        staff.http.timeout = PATIENCE_S
        response = await staff.http.post("/api/staff/imports", files=sent)
        assert 400 <= response.status_code < 500 and name in response.text, response.text
        assert (await staff.http.get("/api/events/cuore")).status_code == 404
