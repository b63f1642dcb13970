"""A ticket opens one call, from one device and page, within its seconds; each refusal says why."""

import pytest

from charlotte.access import tickets as kinds
from charlotte.access.tickets import Tickets
from support.clocks import ManualClock

HERE = {"device_id": "device-1", "origin": "https://talk.example"}


def test_a_ticket_is_good_once() -> None:
    tickets = Tickets(ManualClock(), seconds=60)
    value, _ = tickets.issue("talk_1", **HERE)
    assert value.startswith("ek_")
    assert tickets.redeem(value, **HERE) == "talk_1"
    with pytest.raises(kinds.TicketUsed):
        tickets.redeem(value, **HERE)


def test_a_ticket_expires_and_says_when() -> None:
    clock = ManualClock()
    tickets = Tickets(clock, seconds=60)
    value, expires_at = tickets.issue("talk_1", **HERE)
    assert expires_at == int(clock.now().timestamp()) + 60
    clock.advance(60)
    with pytest.raises(kinds.TicketExpired):
        tickets.redeem(value, **HERE)


@pytest.mark.parametrize(
    "elsewhere", [{"device_id": "device-2"}, {"device_id": None}, {"origin": "https://evil.example"}]
)
def test_a_ticket_is_good_only_where_it_was_issued(elsewhere: dict[str, str | None]) -> None:
    tickets = Tickets(ManualClock(), seconds=60)
    value, _ = tickets.issue("talk_1", **HERE)
    with pytest.raises(kinds.TicketElsewhere):
        tickets.redeem(value, **{**HERE, **elsewhere})
    assert tickets.redeem(value, **HERE) == "talk_1", "a thief's try must not use up the owner's ticket"


@pytest.mark.parametrize("value", [None, "", "ek_made_up"])
def test_no_ticket_no_call(value: str | None) -> None:
    with pytest.raises((kinds.TicketMissing, kinds.TicketUnknown)):
        Tickets(ManualClock(), seconds=60).redeem(value, **HERE)


def test_tickets_are_bounded_and_not_kept_in_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "BOUND", 3)
    tickets = Tickets(ManualClock(), seconds=60)
    values = [tickets.issue(f"talk_{number}", **HERE)[0] for number in range(5)]
    assert not any(value in repr(vars(tickets)) for value in values)
    with pytest.raises(kinds.TicketUnknown):
        tickets.redeem(values[0], **HERE)
    assert tickets.redeem(values[4], **HERE) == "talk_4"
