"""A code that was misheard or guessed finds nobody, and who guesses closes the look-up for others only at last."""

from pathlib import Path

import pytest

from charlotte.ledger.tries import MANY, OF_A_DEVICE, OF_AN_EVENT, TooManyTries, Tries
from charlotte.tools.registration import Claim
from charlotte.tools.tool import ToolContext
from support.clocks import ManualClock
from support.desk_staff import staff_member
from support.house import EVENT, house
from support.registrations import find, loads, says, seen

NEAR = """Code;Name;Surname;E-mail
ABCS123;Anna;Rossi;anna@example.org
AVCS12;Luca;Bianchi;luca@example.org
QW7M3KX9P2;Eva;Berg;eva@example.org
QW7M3KX9B2;Ugo;Verdi;ugo@example.org
HJ4T8RZ6N5;Jean;Dupont;jean@example.org
"""
"""Codes near to one that is misheard, and two that are near to each other."""


async def test_a_code_that_was_only_misheard_is_asked_back_and_is_never_anothers(tmp_path: Path) -> None:
    async with house(tmp_path, None) as here:
        assert (await loads(here, NEAR))["loaded"]["code_is_enough"] is True
        async with here.visitor() as visitor, visitor.talking(language="es") as talker:
            await says(talker, "Quiero hacer el check-in")
            asked = await says(talker, "A veces 1,2,3")
            assert "ningún registro" in asked and "letra por letra" in asked
            assert "termina en 6 N 5?" in await says(talker, "es HJ4T8RZ6N5")
        async with here.visitor() as visitor:
            await visitor.ticket()
            for number, code in enumerate(("AVCS123", "ABCS12", "AVCS1")):
                found = await find(visitor, f"call_{number}", code=code)
                assert (found["state"], found.get("ticket")) == ("not_found", None)
            # A single sign misheard would make one of these the other: the code alone proves nothing.
            assert (await find(visitor, "call_5", code="QW7M3KX9P2"))["state"] == "surname_needed"
            assert (await find(visitor, "call_6", code="QW7M3KX9P2", surname="Berg"))["state"] == "found"
            assert (await find(visitor, "call_7", code="QW7M3KX9B2", surname="Berg"))["state"] == "not_found"
        assert (await seen(here))["check_ins"] == []


async def test_beside_a_number_that_can_be_misheard_a_surname_that_is_only_alike_is_not_enough(tmp_path: Path) -> None:
    counted = "Registration number,Full name\n1001,Anna Rossi\n1002,Ugo Rosso\n1003,Eva Müller\n1004,Jan Schmidt\n"
    async with house(tmp_path, None) as here:
        await loads(here, counted)
        async with here.visitor() as visitor:
            await visitor.ticket()
            assert (await find(visitor, "call_1", code="1002", surname="Rossi"))["state"] == "not_found"
            assert (await find(visitor, "call_2", code="1001", surname="ROSI"))["state"] == "found"
            assert (await find(visitor, "call_3", code="1003", surname="Mueller"))["state"] == "found"
            assert (await find(visitor, "call_4", code="1004", surname="Schmitt"))["state"] == "found"
            assert (await find(visitor, "call_5", code="1004", surname="Schulz"))["state"] == "not_found"


async def test_many_devices_that_guess_are_told_to_staff_and_nobody_else_is_shut_out(tmp_path: Path) -> None:
    limits = {"block_tickets_per_minute": 1000, "event_tickets_per_minute": 1000}
    async with house(tmp_path, None, **limits) as here, staff_member(here) as staff:
        await loads(here)
        registry, congresses = here.installation.dashboard.registry, here.installation.congresses
        for _ in range(MANY // OF_A_DEVICE):
            async with here.visitor() as guesser:
                await guesser.ticket()
                of_it = ToolContext(EVENT, here.installation.api.clock, "en", guesser.session_id or "", congresses)
                for _ in range(OF_A_DEVICE):
                    assert (await registry.find(of_it, Claim(code="NO999NO"))).state == "not_found"
                with pytest.raises(TooManyTries):
                    await registry.find(of_it, Claim(code="AB123XZ"))
        assert (await seen(here))["failed_look_ups"] == {"lately": MANY, "are_many": True, "closed": False}
        notices = [
            (deed["who"], deed["details"])
            for deed in (await staff.gets("/api/staff/journal"))["deeds"]
            if deed["action"] == "many_failed_look_ups"
        ]
        assert notices == [("Charlotte", {"failed_look_ups": MANY})]
        async with here.visitor() as honest:
            await honest.ticket()
            assert (await find(honest, "call_1", code="AB123XZ"))["state"] == "found"


def test_very_many_close_it_for_all_of_the_event_for_a_time_and_are_told_once() -> None:
    clock = ManualClock()
    tries = Tries(clock)
    told = [tries.missed("event", f"device {number}") for number in range(OF_AN_EVENT)]
    assert [notice for notice in told if notice] == ["many_failed_look_ups", "check_in_closed"]
    with pytest.raises(TooManyTries):
        tries.check("event", "another device")
    tries.check("another event", "another device")
    clock.advance(601)
    tries.check("event", "another device")
    assert not tries.closed("event") and tries.lately("event") == 0
