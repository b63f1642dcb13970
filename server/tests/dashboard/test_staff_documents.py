"""Documents that staff add, replace and remove: shown before, told at once, taken back, and written down."""

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy import text

from charlotte.database import writing
from support.desk_staff import StaffMember, staff_member
from support.house import EVENT, house
from support.registrations import says

PATH = f"/api/staff/events/{EVENT}/documents"
TWO, THREE = "Il parcheggio costa 2 euro all'ora.", "Il parcheggio costa 3 euro all'ora."
ORARI = ("orari.md", b"# Orari\n\nIl bar apre alle 8:30.\n")
QUESTION = "Quanto costa il parcheggio?"


def faq(sentence: str, name: str = "faq.it.md") -> tuple[str, bytes]:
    return name, f"# Domande\n\n## Parcheggio\n\n{sentence}\n\n## Cani\n\nI cani sono ammessi.\n".encode()


async def puts(member: StaffMember, *files: tuple[str, bytes]) -> dict[str, Any]:
    reply = await member.http.put(PATH, files=[("files", file) for file in files], params=await seen(member))
    assert reply.status_code == 200, reply.text
    shown: dict[str, Any] = reply.json()
    return shown


async def seen(member: StaffMember) -> dict[str, int]:
    """Return the version that a page shows now, as it is given back."""
    return {"version": (await member.gets(PATH))["version"]}


async def previews(member: StaffMember, *files: tuple[str, bytes]) -> dict[str, Any]:
    reply = await member.http.post(f"{PATH}/preview", files=[("files", file) for file in files])
    assert reply.status_code == 200, reply.text
    shown: dict[str, Any] = reply.json()
    return shown


async def test_a_document_is_looked_at_told_replaced_and_taken_back(tmp_path: Path, database_url: str | None) -> None:
    async with (
        house(tmp_path, None, database_url=database_url) as here,
        here.visitor() as visitor,
        staff_member(here, "Anna") as anna,
        visitor.talking(language="it") as talker,
    ):
        looked_at = await previews(anna, faq(TWO))
        [added] = looked_at["changes"]
        assert (added["kind"], added["gains_count"], looked_at["version"]) == ("added", 2, 0)
        assert (await anna.gets(PATH))["documents"] == []
        shown = await puts(anna, faq(TWO))
        assert [(one["name"], one["passages"]) for one in shown["documents"]] == [("faq.it.md", 2)]
        assert "2 euro" in await says(talker, QUESTION)

        [edited] = (await previews(anna, faq(THREE)))["changes"]
        assert edited["kind"] == "edited"
        assert [(one["heading"], one["text"]) for one in edited["gains"]] == [("Parcheggio", THREE)]
        assert [one["text"] for one in edited["loses"]] == [TWO]
        late = await anna.http.put(PATH, files={"files": faq(THREE)}, params={"version": 0})
        assert (late.status_code, late.json()["code"]) == (409, "documents_changed")
        await puts(anna, faq(THREE), ORARI)
        assert "3 euro" in await says(talker, QUESTION)
        assert (await previews(anna, faq(THREE)))["changes"] == []

        removed = await anna.http.delete(PATH, params={"name": "faq.it.md", **await seen(anna)})
        assert [one["name"] for one in removed.json()["documents"]] == ["orari.md"]
        assert "3 euro" not in await says(talker, QUESTION)
        assert (await anna.http.delete(PATH, params={"name": "faq.it.md", **await seen(anna)})).status_code == 404

        for expected in ("3 euro", "2 euro"):
            assert (await anna.http.post(f"{PATH}/undo", params=await seen(anna))).status_code == 200
            assert expected in await says(talker, QUESTION)
        shown = (await anna.http.post(f"{PATH}/undo", params=await seen(anna))).json()
        assert shown["documents"] == [] and {one["undone_by"] for one in shown["changes"]} == {"Anna"}
        nothing = await anna.http.post(f"{PATH}/undo", params=await seen(anna))
        assert (nothing.status_code, nothing.json()["code"]) == (409, "nothing_to_take_back")
        deeds = (await anna.gets("/api/staff/journal"))["deeds"]
    assert [deed["action"] for deed in deeds] == ["documents_undone"] * 3 + ["documents_changed"] * 3
    assert deeds[4]["details"] == {"added": ["orari.md"], "edited": ["faq.it.md"], "removed": []}


async def test_what_cannot_be_read_says_so_and_nothing_is_stored(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, staff_member(here) as member:
        for name, raw, said in (
            ("list.xlsx", b"PK", "is no document that can be read"),
            ("empty.md", b"", "is empty"),
            ("broken.docx", b"PK\x03\x04", "damaged or cut off"),
        ):
            files = [("files", faq(TWO)), ("files", (name, raw))]
            refused = await member.http.put(PATH, files=files, params={"version": 0})
            assert refused.status_code == 422 and said in refused.json()["message"] and refused.json()["hint"]
        twice = [("files", faq(TWO)), ("files", faq(TWO))]
        assert (await member.http.put(PATH, files=twice, params={"version": 0})).status_code == 422
        assert (await member.http.put(PATH, params={"version": 0})).status_code == 422
        assert (await member.gets(PATH))["documents"] == []


async def test_only_staff_change_documents(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, here.visitor() as visitor:
        for method, path in (("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/undo"), ("POST", "/preview")):
            known = {"version": 0, "name": "x"}
            assert (await visitor.http.request(method, PATH + path, params=known)).status_code == 401


async def test_two_at_once_are_told_of_each_other(tmp_path: Path, database_url: str | None) -> None:
    async with house(tmp_path, None, database_url=database_url) as here:
        async with staff_member(here, "Anna") as anna, staff_member(here, "Bruno") as bruno:
            await puts(anna, faq(TWO))
            await puts(anna, ORARI)
            both = await seen(bruno)
            assert (await anna.http.post(f"{PATH}/undo", params=both)).status_code == 200
            # Both press "Take it back": one change is taken back, and not the one before it.
            again = await bruno.http.post(f"{PATH}/undo", params=both)
            assert (again.status_code, again.json()["code"]) == (409, "documents_changed")
            assert again.json()["message"].startswith("Anna has changed the documents") and again.json()["hint"]
            removed = await bruno.http.delete(PATH, params={"name": "faq.it.md", **both})
            replaced = await bruno.http.put(PATH, files={"files": faq(THREE)}, params=both)
            assert (removed.status_code, replaced.status_code) == (409, 409)
            assert [one["name"] for one in (await bruno.gets(PATH))["documents"]] == ["faq.it.md"]
            for method, path in (("PUT", ""), ("DELETE", "?name=x"), ("POST", "/undo")):
                assert (await anna.http.request(method, PATH + path)).status_code == 422, "without a version"
            # Together in earnest: of several first or next changes one is stored, of several take-backs one is done.
            for _ in range(2):
                known = await seen(anna)
                names = [f"page-{number}.md" for number in range(4)]
                tries = [anna.http.put(PATH, files={"files": faq(TWO, name)}, params=known) for name in names]
                assert sorted(one.status_code for one in await asyncio.gather(*tries)) == [200, 409, 409, 409]
                known = await seen(anna)
                tries = [one.http.post(f"{PATH}/undo", params=known) for one in (anna, bruno, anna)]
                assert sorted(one.status_code for one in await asyncio.gather(*tries)) == [200, 409, 409]
                await bruno.http.post(f"{PATH}/undo", params=await seen(bruno))


async def test_no_document_changes_without_its_row_in_the_journal(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, staff_member(here) as member:
        await puts(member, faq(TWO))
        before = await member.gets(PATH)
        async with writing(here.installation.database) as connection:
            full = "CREATE TRIGGER full BEFORE INSERT ON staff_journal BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            await connection.execute(text(full))
        for method, path, sent in (("PUT", "", {"files": faq(THREE)}), ("DELETE", "", None), ("POST", "/undo", None)):
            known = {"version": before["version"], "name": "faq.it.md"}
            assert (await member.http.request(method, PATH + path, files=sent, params=known)).status_code == 500
        assert await member.gets(PATH) == before
