"""Who changed what about an event: imports, sessions, documents, answers and facts in one list, the latest first."""

import json
from pathlib import Path
from typing import Any

from support.desk_staff import StaffMember, staff_member
from support.house import house
from support.minds import ScriptedMind

EVENT = {"id": "cuore", "name": "Cuore 2026", "timezone": "Europe/Rome", "start_date": "2026-10-22"}
ROWS = (
    "Ora;Titolo;Relatori;Sala\n9.00;Apertura dei lavori;Anna Rossi;Aula Magna\n"
    "10.00;Il fegato nuovo;Luca Bianchi;Sala B\n"
)
LATER = ROWS.replace("10.00;Il fegato", "10.30;Il fegato") + "11.00;Le mani pulite;Elena Conti;Sala B\n"
HERE = "/api/staff/events/cuore"


async def imports(staff: StaffMember, rows: str, **others: str) -> None:
    files = {"event.json": json.dumps(EVENT), "programma.csv": rows, **others}
    sent = [("files", (name, text.encode(), "text/plain")) for name, text in files.items()]
    staff.http.timeout = 60
    draft = (await staff.http.post("/api/staff/imports", files=sent)).json()
    assert (await staff.http.post(f"/api/staff/imports/{draft['id']}/apply")).status_code == 200


async def decides(staff: StaffMember, session: str, **body: Any) -> None:
    response = await staff.http.put(f"{HERE}/sessions/{session}", json=body)
    assert response.status_code == 200, response.text


async def test_everything_that_staff_change_is_told_with_who_and_what_it_did(tmp_path: Path) -> None:
    async with (
        house(tmp_path, ScriptedMind()) as here,
        staff_member(here) as anna,
        staff_member(here, "Bruno") as bruno,
    ):
        await imports(anna, ROWS, **{"faq.md": "# Parcheggio\n\nIl parcheggio è gratuito fino alle 19."})
        talk = (await anna.gets(f"{HERE}/sessions"))["sessions"][1]
        await decides(bruno, talk["id"], action="delay", minutes=15)
        await decides(anna, talk["id"], action="cancel")
        await imports(bruno, LATER)
        assert (await anna.http.post(f"{HERE}/imports/undo")).status_code == 200
        removed = await bruno.http.delete(f"{HERE}/documents", params={"name": "faq.md", "version": 1})
        assert removed.status_code == 200, removed.text
        body = {"question": "Si può entrare con il cane?", "answer": "Sì.", "language": "it"}
        kept = (await anna.http.post(f"{HERE}/answers", json=body)).json()
        told = StaffMember(anna.http, "cuore")
        await told.tells(wifi="Cuore-Ospiti")
        await told.tells(wifi="Cuore-Ospiti", city="Pisa")
        found = await anna.gets(f"{HERE}/deeds")
    deeds = found["deeds"]
    assert not found["more"]
    assert [(deed["action"], deed["who"]) for deed in deeds] == [
        ("brief_saved", "Anna"),
        ("brief_saved", "Anna"),
        ("answer_given", "Anna"),
        ("documents_changed", "Bruno"),
        ("import_undone", "Anna"),
        ("import_applied", "Bruno"),
        ("session_cancel", "Anna"),
        ("session_delay", "Bruno"),
        ("import_applied", "Anna"),
    ]
    city, wifi, answer, documents, undone, again, cancelled, delayed, first = deeds
    assert (first["file"], first["counts"]["added"], first["documents"]["added"]) == ("programma.csv", 2, ["faq.md"])
    assert (again["counts"]["added"], again["counts"]["kept"], again["documents"]) == (1, 1, None)
    assert (undone["file"], undone["counts"]["removed"]) == ("programma.csv", 1)
    slots = [delayed["session"][name]["start"] for name in ("before", "after")]
    assert slots == ["2026-10-22T10:00:00+02:00", "2026-10-22T10:15:00+02:00"]
    assert (delayed["session"]["title"], cancelled["session"]["after"]["status"]) == ("Il fegato nuovo", "cancelled")
    assert documents["documents"]["removed"] == ["faq.md"]
    assert answer["answer"] == {"question": kept["question"], "language": "it"}
    assert [change["name"] for change in city["brief"]["changes"]] == ["city"]
    assert (city["brief"]["earlier_version"], city["brief"]["earlier"]["variables"]) == (1, {"wifi": "Cuore-Ospiti"})
    assert (wifi["brief"]["version"], wifi["brief"]["earlier_version"]) == (1, 0)


async def test_the_list_is_of_one_event_and_goes_back_page_by_page(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as anna:
        await imports(anna, ROWS)
        talk = (await anna.gets(f"{HERE}/sessions"))["sessions"][1]
        for _ in range(11):
            await decides(anna, talk["id"], action="cancel")
            await decides(anna, talk["id"], action="restore")
        page = await anna.gets(f"{HERE}/deeds")
        rest = await anna.gets(f"{HERE}/deeds", before=page["deeds"][-1]["id"])
        assert (len(page["deeds"]), page["more"], len(rest["deeds"]), rest["more"]) == (20, True, 3, False)
        assert rest["deeds"][-1]["action"] == "import_applied"
        assert (await anna.gets(f"/api/staff/events/{anna.event}/deeds"))["deeds"] == []
        assert (await anna.gets("/api/staff/journal", event=anna.event))["deeds"] == []
        assert len((await anna.gets("/api/staff/journal", event="cuore"))["deeds"]) == 23
        assert (await anna.http.get("/api/staff/events/nowhere/deeds")).status_code == 404
