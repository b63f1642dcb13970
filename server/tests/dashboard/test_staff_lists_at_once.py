"""Two of the staff at one list of registrations: told of each other, and no change without its row in the journal."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from charlotte.congress.importers.attendees.reading import read_attendees
from charlotte.congress.importers.document import Document
from charlotte.database import writing
from charlotte.ledger.registration_changes import MOST_WRITTEN
from charlotte.ledger.staff_log import Program
from support.desk_staff import StaffMember, staff_member
from support.house import EVENT, House, house
from support.postgres import Postgres
from support.registrations import LIST, PATH, loads, says, seen

WITHOUT_ANNA = LIST.replace("AB123XZ;Anna;Rossi;anna.rossi@example.org;Full pass;confermato\n", "")


def sent(given: str) -> dict[str, tuple[str, bytes]]:
    return {"file": ("list.csv", given.encode())}


async def looks(member: StaffMember, given: str) -> dict[str, Any]:
    reply = await member.http.post(f"{PATH}/preview", files=sent(given))
    assert reply.status_code == 200, reply.text
    shown: dict[str, Any] = reply.json()
    return shown


async def uses(member: StaffMember, given: str, looked_at: dict[str, Any], status: int = 200) -> dict[str, Any]:
    reply = await member.http.put(PATH, files=sent(given), params={"version": looked_at["version"]})
    assert reply.status_code == status, reply.text
    shown: dict[str, Any] = reply.json()
    return shown


async def checks_in(here: House, code: str) -> None:
    async with here.visitor() as visitor, visitor.talking(language="en") as talker:
        await says(talker, f"check me in, my code is {code}")
        assert "checked in" in await says(talker, "yes")


async def test_two_who_load_a_list_at_once_are_told_of_each_other(tmp_path: Path, database_url: str | None) -> None:
    async with house(tmp_path, None, database_url=database_url) as here:
        async with staff_member(here, "Anna") as anna, staff_member(here, "Bruno") as bruno:
            for given in (LIST, WITHOUT_ANNA):  # together in earnest: a first list, and a newer one
                version = (await looks(anna, given))["version"]
                tries = [one.http.put(PATH, files=sent(given), params={"version": version}) for one in (anna, bruno)]
                replies = sorted(await asyncio.gather(*tries), key=lambda one: one.status_code)
                assert [one.status_code for one in replies] == [200, 409]
                assert "has loaded" in replies[1].json()["message"]
            gone = {"version": (await seen(here))["loaded"]["version"]}
            assert (await anna.http.delete(PATH, params=gone)).status_code == 204

            first, late = await looks(anna, LIST), await looks(bruno, WITHOUT_ANNA)
            shown = await uses(anna, LIST, first)
            refused = await uses(bruno, WITHOUT_ANNA, late, status=409)
            assert (refused["code"], refused["message"]) == (
                "registrations_changed",
                "Anna has loaded another list meanwhile; yours was not stored.",
            )
            assert "Look at what yours would change" in refused["hint"]
            again = await looks(bruno, WITHOUT_ANNA)
            assert again["changes"]["missing_count"] == 1
            await uses(bruno, WITHOUT_ANNA, again)
            late = await looks(bruno, LIST)

            old = {"version": shown["loaded"]["version"]}
            kept = await anna.http.delete(PATH, params=old)
            assert kept.status_code == 409 and "Bruno has loaded another list" in kept.json()["message"]
            assert (await seen(here))["loaded"]["registered"] == 3
            now = {"version": (await seen(here))["loaded"]["version"]}
            assert (await anna.http.delete(PATH, params=now)).status_code == 204
            assert "was erased meanwhile" in (await uses(bruno, LIST, late, status=409))["message"]
            deeds = (await anna.gets("/api/staff/journal"))["deeds"]
        assert [(deed["who"], deed["action"]) for deed in deeds[:3]] == [
            ("Anna", "registrations_erased"),
            ("Bruno", "registrations_loaded"),
            ("Anna", "registrations_loaded"),
        ]
        assert len(deeds) == 6


async def test_a_first_list_does_not_take_the_place_of_another_that_was_first(
    tmp_path: Path, postgresql_server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path, None, database_url=await postgresql_server.new_database()) as here:
        lists, other = here.installation.dashboard.registration_lists, [WITHOUT_ANNA]
        compare = lists._compared

        async def compared(*against: Any, **how: Any) -> Any:
            found = await compare(*against, **how)
            if other and how.get("locked"):  # there was no row that could have been locked
                await loads(here, other.pop())
            return found

        async with staff_member(here, "Anna") as anna:
            looked_at = await looks(anna, LIST)
            monkeypatch.setattr(lists, "_compared", compared)
            refused = await uses(anna, LIST, looked_at, status=409)
        assert "has loaded a list meanwhile" in refused["message"]
        assert (await seen(here))["loaded"]["registered"] == 3


async def test_a_check_in_that_nobody_saw_going_does_not_go(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, staff_member(here, "Anna") as anna:
        await loads(here)
        looked_at = await looks(anna, WITHOUT_ANNA)
        await checks_in(here, "HJ456TR")  # who stays checked in is no reason to look again
        await uses(anna, WITHOUT_ANNA, looked_at)
        await loads(here)
        looked_at = await looks(anna, WITHOUT_ANNA)
        await checks_in(here, "AB123XZ")
        refused = await uses(anna, WITHOUT_ANNA, looked_at, status=409)
        assert "Other check-ins would go than you saw" in refused["message"]
        assert (await looks(anna, WITHOUT_ANNA))["changes"]["lost_check_ins"] == 1
        assert (await seen(here))["loaded"]["checked_in"] == 2


async def test_who_is_certainly_the_same_stays_checked_in(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here, staff_member(here) as staff:
        await loads(here)
        for code in ("AB123XZ", "HJ456TR", "QW987KL"):
            await checks_in(here, code)
        newer = (
            LIST.replace("anna.rossi@example.org", "a.rossi@example.com")  # another address
            .replace("HJ456TR", "NX234VB")  # another code
            .replace("Luca;D'Amico;luca@", "Ida;Neri;ida@")  # the ticket was given away
        )
        changes = (await looks(staff, newer))["changes"]
        assert {name: changes[name] for name in ("added", "changed", "missing_count", "lost_check_ins")} == {
            "added": 1,
            "changed": 2,
            "missing_count": 1,
            "lost_check_ins": 1,
        }
        shown = await loads(here, newer)
        assert {(one["initials"], one["code_ending"]) for one in shown["check_ins"]} == {
            ("A.R.", "3XZ"),
            ("J.D.", "4VB"),
        }


async def test_the_journal_counts_all_lost_check_ins_and_names_the_first(tmp_path: Path) -> None:
    many = MOST_WRITTEN + 5
    everybody = "Code,Surname,Checked in\n" + "".join(f"K{7919 * at + 104729}Z,N{at},yes\n" for at in range(many))
    async with house(tmp_path, None) as here, staff_member(here) as staff:
        await loads(here, everybody)
        await loads(here)
        details = (await staff.gets("/api/staff/journal"))["deeds"][0]["details"]
    assert (details["missing"], details["lost_check_ins_count"]) == (many, many)
    assert len(details["lost_check_ins"]) == MOST_WRITTEN


async def test_nothing_is_stored_erased_or_taken_back_without_its_row_in_the_journal(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        await checks_in(here, "AB123XZ")
        before = await seen(here)
        [check_in] = before["check_ins"]
        parts, read = here.installation.dashboard, read_attendees(Document("newer.csv", WITHOUT_ANNA.encode()))
        async with writing(here.installation.database) as connection:
            full = "CREATE TRIGGER full BEFORE INSERT ON staff_journal BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            await connection.execute(text(full))
        for change in (
            lambda: parts.registration_lists.put(EVENT, read, Program()),
            lambda: parts.registration_lists.erase(EVENT, Program()),
            lambda: parts.registration_lists.erase_others([]),
            lambda: parts.check_ins.take_back(EVENT, check_in["id"], datetime.fromisoformat(check_in["at"]), Program()),
        ):
            with pytest.raises(DatabaseError):
                await change()
        assert await seen(here) == before


async def test_who_checks_in_while_a_newer_list_is_stored_is_checked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        check_ins, newer = here.installation.dashboard.check_ins, [LIST.replace("Full pass", "Intero")]
        noted = check_ins.note

        async def note(event_id: str, registration_id: str, session_id: str, at: datetime) -> None:
            # Its turn to write comes after the list that is being stored.
            if newer:
                await loads(here, newer.pop())
            await noted(event_id, registration_id, session_id, at)

        monkeypatch.setattr(check_ins, "note", note)
        await checks_in(here, "AB123XZ")
        assert [one["ticket"] for one in (await seen(here))["check_ins"]] == ["Intero"]
