"""Devices, staff, origins and how often somebody may ask."""

import pytest

from charlotte.access.cookies import DEVICE_DAYS, STAFF_HOURS, Devices
from charlotte.access.origins import ForeignOrigin, Origins
from charlotte.access.rates import KNOWN_GRACE, PerMinute, Rates, TooManyRequests, block_of
from charlotte.access.staff import LINK_SECONDS, NotStaff, Staff
from support.clocks import ManualClock

KEY = bytes(range(32))


def test_a_device_is_known_by_its_cookie_until_it_is_old() -> None:
    clock = ManualClock()
    devices = Devices(KEY, clock)
    cookie = devices.cookie("device-1")
    assert devices.recognise(cookie) == "device-1"
    clock.advance(DEVICE_DAYS * 86_400 + 1)
    assert devices.recognise(cookie) is None


@pytest.mark.parametrize("forged", [None, "", "device-1", "device-1.AAAA.BBBB"])
def test_a_forged_cookie_is_nobody(forged: str | None) -> None:
    assert Devices(KEY, ManualClock()).recognise(forged) is None
    other = Devices(bytes(32), ManualClock()).cookie("device-1")
    assert Devices(KEY, ManualClock()).recognise(other) is None


def test_a_device_cookie_is_not_a_staff_cookie() -> None:
    clock = ManualClock()
    with pytest.raises(NotStaff):
        Staff("token", KEY, clock).check(authorization=None, cookie=Devices(KEY, clock).cookie("staff"))


def test_the_sign_in_link_works_once() -> None:
    clock = ManualClock()
    staff = Staff("token", KEY, clock)
    code = staff.new_link_code()
    with pytest.raises(NotStaff):
        staff.sign_in("guess")
    cookie = staff.sign_in(code)
    with pytest.raises(NotStaff):
        staff.sign_in(code)
    staff.check(authorization=None, cookie=cookie)
    clock.advance(STAFF_HOURS * 3600 + 1)
    with pytest.raises(NotStaff):
        staff.check(authorization=None, cookie=cookie)


def test_an_old_link_does_not_work() -> None:
    clock = ManualClock()
    staff = Staff("token", KEY, clock)
    code = staff.new_link_code()
    clock.advance(LINK_SECONDS)
    with pytest.raises(NotStaff):
        staff.sign_in(code)


def test_a_new_token_ends_old_sessions() -> None:
    clock = ManualClock()
    before = Staff("old", KEY, clock)
    cookie = before.sign_in(before.new_link_code())
    with pytest.raises(NotStaff):
        Staff("new", KEY, clock).check(authorization=None, cookie=cookie)


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer wrong", "Basic token", "token"])
def test_only_the_token_is_the_token(header: str | None) -> None:
    staff = Staff("token", KEY, ManualClock())
    staff.check(authorization="Bearer token", cookie=None)
    with pytest.raises(NotStaff):
        staff.check(authorization=header, cookie=None)


def test_our_page_and_named_origins_may_use_the_api() -> None:
    origins = Origins(("https://kiosk.example",), "https://talk.example")
    for origin in (None, "http://127.0.0.1:8000", "https://kiosk.example", "https://talk.example"):
        assert origins.check(origin, "127.0.0.1:8000") == origin


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://127.0.0.1:8001",
        "https://talk.example.evil",
        "https://evil@talk.example",
        "",
    ],
)
def test_other_pages_may_not(origin: str) -> None:
    with pytest.raises(ForeignOrigin):
        Origins((), "https://talk.example").check(origin, "127.0.0.1:8000")


async def asks(rates: Rates, device: str, address: str = "192.0.2.7", *, known: bool = False) -> None:
    await rates.admit(device_id=device, address=address, known=known)


async def test_one_device_cannot_flood_and_does_not_shut_out_its_neighbours() -> None:
    rates = Rates(PerMinute(device=3, block=100, event=100))
    for _ in range(3):
        await asks(rates, "a", known=True)
    with pytest.raises(TooManyRequests):
        await asks(rates, "a", known=True)
    for number in range(50):
        await asks(rates, f"neighbour-{number}", known=number % 2 == 0)


async def test_a_flood_of_new_devices_is_held_by_its_block() -> None:
    rates = Rates(PerMinute(device=3, block=10, event=100))
    for number in range(10):
        await asks(rates, f"new-{number}", f"192.0.2.{number}")
    with pytest.raises(TooManyRequests):
        await asks(rates, "new-x", "192.0.2.99")
    await asks(rates, "new-y", "198.51.100.1")


async def test_a_flood_does_not_shut_out_those_who_were_there_before() -> None:
    rates = Rates(PerMinute(device=3, block=2, event=100))
    for number in range(2):
        await asks(rates, f"new-{number}")
    for number in range(2 * KNOWN_GRACE):
        await asks(rates, f"regular-{number}", known=True)
    with pytest.raises(TooManyRequests):
        await asks(rates, "regular-x", known=True)


async def test_one_event_does_not_take_everything() -> None:
    rates = Rates(PerMinute(device=3, block=100, event=2))
    for _ in range(2):
        await rates.admit_to("large")
    with pytest.raises(TooManyRequests, match="congress"):
        await rates.admit_to("large")
    await rates.admit_to("small")


def test_blocks_of_addresses() -> None:
    assert block_of("192.0.2.77") == block_of("192.0.2.1") == block_of("::ffff:192.0.2.5")
    assert block_of("2001:db8:1:2::3") == block_of("2001:db8:1:ffff::1") != block_of("2001:db8:2::1")
    assert block_of(None) == block_of("testclient") == "unknown"
