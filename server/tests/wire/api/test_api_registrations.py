"""Check-in through the gateway: one's own registration, a yes first, staff see it, sealed on disk, erased."""

import json
from pathlib import Path

import pytest
from httpx2 import AsyncClient

from charlotte.database import fold_log
from charlotte.errors import NotFound
from charlotte.ledger.check_ins import CheckIns
from charlotte.ledger.staff_log import Program
from charlotte.ledger.tries import OF_A_DEVICE
from charlotte.ledger.vault import Vault, WordsUnreadable
from support.desk_staff import staff_member
from support.house import EVENT, House, house
from support.registrations import COUNTED, LIST, PATH, find, list_as_xlsx, loads, says, seen
from support.sheets import ENTITY, with_part

CAME_ALREADY = """Codice iscrizione;Nome;Cognome;Presente
AB123XZ;Anna;Rossi;no
QW987KL;Luca;D'Amico;sì
"""
TALKS = {
    "it": ("Vorrei fare il check-in", "A B 1 2 3 X Z", "Sì, grazie", "finisce per 3 X Z?", "il check-in è registrato"),
    "en": ("Can I check in?", "my code is ab123xz", "yes please", "ends in 3 X Z?", "you are checked in"),
    "fr": ("Je voudrais m'enregistrer", "mon code est A B 1 2 3 X Z", "oui", "finit par 3 X Z ?", "est enregistrée"),
    "de": ("Ich möchte einchecken", "A B eins zwei drei X Z", "Ja, bitte", "auf 3 X Z endet?", "Sie sind eingecheckt"),
    "es": (
        "Quiero hacer el check-in",
        "es A B 1 2 3 X Z",
        "Sí, por favor",
        "termina en 3 X Z?",
        "check-in está registrado",
    ),
}


async def test_she_checks_in_in_five_languages_after_a_yes(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        for language, (wish, code, yes, question, done) in TALKS.items():
            async with here.visitor() as visitor, visitor.talking(language=language) as talker:
                asked = await says(talker, wish)
                assert "3 X Z" not in asked
                assert question in await says(talker, code)
                assert (await seen(here))["check_ins"] == []
                assert done in await says(talker, yes)
            [entry] = (await seen(here))["check_ins"]
            assert (entry["initials"], entry["code_ending"], entry["ticket"]) == ("A.R.", "3XZ", "Full pass")
            assert entry["session_id"] == visitor.session_id
            async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
                taking_back, earlier = f"{PATH}/check-ins/{entry['id']}/undo", "2020-01-01T00:00:00Z"
                assert (await http.post(taking_back, params={"at": earlier})).status_code == 404
                assert (await http.post(taking_back, params={"at": entry["at"]})).status_code == 204
                assert (await http.post(taking_back, params={"at": entry["at"]})).status_code == 404


async def test_a_no_leaves_it_and_a_second_time_it_is_done_already(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            await says(talker, "check me in, my code is AB123XZ")
            assert "won't check you in" in await says(talker, "no thanks")
            assert (await seen(here))["loaded"]["checked_in"] == 0
            # What was told stays told.
            assert "ends in 3 X Z" in await says(talker, "check me in")
            await says(talker, "yes")
            assert "checked in already" in await says(talker, "am I registered?")
        assert (await seen(here))["loaded"]["checked_in"] == 1


async def test_it_is_told_and_shown_when_somebody_came_by_the_clock_of_the_event(tmp_path: Path) -> None:
    async with house(tmp_path, None, now="2026-04-11T08:20") as here:
        await loads(here, CAME_ALREADY)
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            await says(talker, "check me in, my code is AB123XZ")
            await says(talker, "yes")
            for code in ("ab123xz", "qw987kl"):
                found = await find(visitor, f"call_{code}", code=code)
                assert found["checked_in_at"].startswith("2026-04-11T08:2"), code
        assert {one["at"][:15] for one in (await seen(here))["check_ins"]} == {"2026-04-11T06:2"}


async def test_what_only_a_name_is_known_of_is_not_told(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            for words in ("Is Anna Rossi registered?", "list the registered people", "What is Anna Rossi's e-mail?"):
                assert "Full pass" not in (told := await says(talker, words)) and "example.org" not in told
            await says(talker, "am I registered?")
            assert "registration code" in await says(talker, "Anna Rossi")
            assert "surname" in await says(talker, "anna.rossi@example.org")
            assert "no registration" in await says(talker, "Bianchi")
            assert "surname" in await says(talker, "anna.rossi@example.org")
            assert "Ticket: Full pass." in await says(talker, "Rossi")
            # Found, and nothing about the person is said back.
            assert "Anna" not in await says(talker, "am I registered?")


async def test_codes_that_can_be_guessed_need_the_surname_and_void_ones_the_desk(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        assert (await loads(here, COUNTED))["loaded"]["code_is_enough"] is False
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            assert "surname" in await says(talker, "am I registered? My code is 1001")
            assert "no registration" in await says(talker, "Bianchi")
            assert "found your registration" in await says(talker, "1002")
        await loads(here)
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
            brief = f"/api/staff/events/{EVENT}/brief"
            told = {"base_version": 0, "variables": {"registration": "foyer, left of the stairs"}}
            assert (await http.put(brief, json=told)).status_code == 200
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            void = await says(talker, "check me in, my code is ZZ111PP")
            assert "not valid" in void and "foyer, left of the stairs" in void
            assert "foyer, left of the stairs" in await says(talker, "check me in, my code is ZZ999PP")
            assert "unconscious" not in await says(talker, "I can't check in, somebody is unconscious, call 112!")
        assert (await seen(here))["check_ins"] == []


async def test_who_guesses_is_stopped_by_device_even_in_new_conversations(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        async with here.visitor() as guesser, here.visitor() as honest:
            await honest.ticket()
            for number in range(OF_A_DEVICE):
                guesser.session_id = None
                await guesser.ticket()
                found = await find(guesser, f"call_{number}", code=f"CD{number + 100}XZ")
                assert found["state"] == "not_found"
            refused = await find(guesser, "call_9", code="AB123XZ")
            assert refused["error"]["code"] == "too_many_tries"
            assert (await find(honest, "call_1", code="ab-123-xz"))["state"] == "found"


async def test_a_model_that_obeys_everything_gets_no_list_and_writes_nothing(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        async with here.visitor() as visitor:
            await visitor.ticket()
            assert (await find(visitor, "call_1"))["state"] == "code_needed"
            assert (await find(visitor, "call_2", surname="Rossi"))["state"] == "code_needed"
            assert (await find(visitor, "call_3", code="*"))["state"] in ("code_needed", "not_found")
            assert (await find(visitor, "call_4", code="AB123XZ", all=True))["error"]["code"] == "bad_tool_call"
            found = await find(visitor, "call_5", code="AB123XZ")
            frame = {"event_id", "timezone", "now", "match", "notes", "type", "state"}
            assert set(found) <= {*frame, "ticket", "code_ending", "desk"} and found["code_ending"] == "3XZ"
            asked = await find(visitor, "call_6", "check_in", code="AB123XZ")
            assert asked["state"] == "pending"
        assert (await seen(here))["check_ins"] == []


async def test_without_a_list_it_is_not_offered(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:

        async def answer() -> str:
            async with here.visitor() as visitor, visitor.talking(language="en") as talker:
                return await says(talker, "check me in")

        assert "registration code" not in await answer()
        await loads(here)
        assert "registration code" in await answer()
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
            version = (await seen(here))["loaded"]["version"]
            assert (await http.delete(PATH, params={"version": version})).status_code == 204
        assert "registration code" not in await answer()
        assert (after := await seen(here))["loaded"] is None and after["check_ins"] == []


async def test_a_list_is_looked_at_first_and_a_newer_one_keeps_who_is_here(
    tmp_path: Path, database_url: str | None
) -> None:
    async with house(tmp_path, None, database_url=database_url) as here:
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
            file = {"file": ("iscritti.csv", LIST.encode(), "text/csv")}
            read = (await http.post(f"{PATH}/preview", files=file)).json()
            assert (read["registered"], read["not_valid"], read["with_code"], read["code_is_enough"]) == (4, 1, 4, True)
            assert read["mapping"]["Codice iscrizione"] == "code" and "example.org" not in json.dumps(read)
            assert (await seen(here))["loaded"] is None
            mapping = {"Cognome": "last_name", "E-mail": "email"}
            read = (await http.post(f"{PATH}/preview", files=file, data={"mapping": json.dumps(mapping)})).json()
            assert (read["with_code"], read["code_is_enough"]) == (0, False)
            wrong = await http.post(f"{PATH}/preview", files=file, data={"mapping": "[1]"})
            assert wrong.status_code == 422
            hello, version = {"file": ("x.csv", b"hello", "text/csv")}, {"version": read["version"]}
            assert (await http.put(PATH, files=hello, params=version)).status_code == 422
            assert (await http.put(PATH, files=file)).status_code == 422, "without a version"
        assert (await http_status(here, "GET")) == 401 and (await http_status(here, "DELETE")) == 401
        await loads(here)
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            await says(talker, "check me in, my code is AB123XZ")
            await says(talker, "yes")
        shown = await loads(here, LIST + "NEW77QX;Ida;Neri;ida@example.org;Full pass;confermato\n")
        assert (shown["loaded"]["registered"], shown["loaded"]["checked_in"]) == (5, 1)
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
            exported = (await http.get(f"{PATH}/check-ins.csv")).text.splitlines()
        assert exported[0] == "code,email,checked_in_at" and exported[1].startswith("AB123XZ,,")


NEWER = """Codice iscrizione;Nome;Cognome;E-mail;Tipo biglietto;Stato
QW987KL;Luca;D'Amico;luca@example.org;Full pass;confermato
HJ456TR;Jean;Dupont;jd@example.org;Full pass;confermato
NEW77QX;Ida;Neri;ida@example.org;Full pass;confermato
"""
"""Without two of the list before, with one other ticket, and one who is new."""


async def test_who_is_missing_from_a_newer_list_is_told_before_and_kept_in_the_journal(
    tmp_path: Path, database_url: str | None
) -> None:
    async with (
        house(tmp_path, None, database_url=database_url) as here,
        here.visitor() as visitor,
        staff_member(here, "Anna") as anna,
    ):
        newer = {"file": ("newer.csv", NEWER.encode())}
        assert (await anna.http.post(f"{PATH}/preview", files=newer)).json()["changes"] is None
        await loads(here)
        async with visitor.talking(language="en") as talker:
            await says(talker, "check me in, my code is AB123XZ")
            await says(talker, "yes")
        looked_at = (await anna.http.post(f"{PATH}/preview", files=newer)).json()
        changes = looked_at["changes"]
        assert {name: changes[name] for name in ("added", "changed", "missing_count", "lost_check_ins")} == {
            "added": 1,
            "changed": 1,
            "missing_count": 2,
            "lost_check_ins": 1,
        }
        lost, other = changes["missing"]
        assert (lost["initials"], lost["code_ending"], other["checked_in_at"]) == ("A.R.", "3XZ", None)
        assert (await seen(here))["loaded"]["checked_in"] == 1
        shown = (await anna.http.put(PATH, files=newer, params={"version": looked_at["version"]})).json()
        assert (shown["loaded"]["registered"], shown["loaded"]["checked_in"]) == (3, 0)
        deed = (await anna.gets("/api/staff/journal"))["deeds"][0]
        [kept] = deed["details"].pop("lost_check_ins")
        assert deed["details"] == {
            "registered": 3,
            "added": 1,
            "changed": 1,
            "missing": 2,
            "lost_check_ins_count": 1,
        }
        assert kept == {"checked_in_at": lost["checked_in_at"].replace("Z", "+00:00")[:19] + "+00:00"} | {
            "session_id": visitor.session_id
        }
        assert (await anna.http.post(f"{PATH}/preview", files=newer)).json()["changes"] == {
            "added": 0,
            "changed": 0,
            "missing_count": 0,
            "lost_check_ins": 0,
            "missing": [],
        }


async def test_a_spreadsheet_is_taken_up_as_a_table_is_and_a_hostile_one_is_not(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        shown = await loads(here, list_as_xlsx(), "iscritti.xlsx")
        assert (shown["loaded"]["file"], shown["loaded"]["registered"]) == ("iscritti.xlsx", 4)
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            assert "Ticket: Full pass." in await says(talker, "am I registered? My code is AB123XZ")
        hostile = {"file": ("iscritti.xlsx", with_part("xl/worksheets/sheet1.xml", ENTITY))}
        async with AsyncClient(base_url=here.url, headers=here.staff, trust_env=False, timeout=60) as http:
            refused = await http.put(PATH, files=hostile, params={"version": "any"})
        assert refused.status_code == 422 and "not safe to read" in refused.text
        assert (await seen(here))["loaded"]["registered"] == 4


async def http_status(here: House, method: str) -> int:
    async with AsyncClient(base_url=here.url, trust_env=False) as http:
        return (await http.request(method, PATH, params={"version": "any"})).status_code


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*sqlite*") if path.is_file())


async def test_nothing_of_it_is_readable_on_disk_and_it_goes_with_the_event(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        await loads(here)
        async with here.visitor() as visitor, visitor.talking(language="en") as talker:
            await says(talker, "check me in, my code is AB123XZ")
            await says(talker, "yes")
        await fold_log(here.installation.database)
        stored = on_disk(tmp_path)
        assert stored and not any(word in stored for word in (b"AB123XZ", b"anna.rossi", b"Rossi"))
        lists, check_ins = here.installation.dashboard.registration_lists, here.installation.dashboard.check_ins
        other = CheckIns(here.installation.database, Vault(bytes(32)), here.installation.api.clock)
        with pytest.raises(WordsUnreadable, match="key file"):
            await other.latest(EVENT)
        with pytest.raises(NotFound):
            await check_ins.take_back(EVENT, "reg_none", here.installation.api.clock.now(), Program())
        assert await lists.erase_others([EVENT]) == 0
        assert await lists.erase_others(["another-event"]) == 1
        assert await lists.shown(EVENT) is None
