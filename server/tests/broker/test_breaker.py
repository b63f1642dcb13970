"""The breaker of an upstream, event by event."""

import math

import pytest

from charlotte.broker.breaker import Breaker, Failed, Probed, Served
from charlotte.broker.faults import Fault

HALF = 0.5
"""Jitter that changes nothing."""


def failed(fault: Fault, **more: float) -> Failed:
    return Failed(fault, "key-1", HALF, more.get("retry_after_s"))


GOOD = Probed(True, HALF)


@pytest.mark.parametrize("fault", ["failed", "unreachable", "timeout", "refused", "stalled"])
def test_a_failure_opens_and_two_good_probes_close(fault: Fault) -> None:
    breaker = Breaker().step(failed(fault), 100.0)
    assert (breaker.phase, breaker.fault, breaker.probe_at) == ("open", fault, 104.0)
    assert not breaker.probe_due(103.9) and breaker.probe_due(104.0)
    breaker = breaker.step(GOOD, 104.0)
    assert (breaker.phase, breaker.probe_at) == ("half_open", 106.0)
    assert breaker.step(GOOD, 106.0).phase == "closed"


def test_a_bad_probe_waits_longer_each_time_up_to_a_bound() -> None:
    breaker = Breaker().step(failed("failed"), 0.0)
    waits = []
    for _ in range(8):
        now = breaker.probe_at
        breaker = breaker.step(Probed(False, HALF, "unreachable"), now)
        waits.append(breaker.probe_at - now)
    assert waits == [8.0, 16.0, 32.0, 64.0, 120.0, 120.0, 120.0, 120.0]
    assert breaker.fault == "unreachable"
    assert breaker.step(GOOD, 0.0).step(Probed(False, HALF), 1.0).phase == "open"


def test_what_it_finished_makes_the_next_fault_a_first_one() -> None:
    breaker = Breaker().step(failed("failed"), 0.0).step(GOOD, 4.0).step(GOOD, 6.0)
    assert breaker.step(failed("failed"), 10.0).probe_at == 18.0, "closed, but nothing finished since"
    assert breaker.step(Served(), 9.0).step(failed("failed"), 10.0).probe_at == 14.0


def test_a_refused_key_waits_for_another_key() -> None:
    breaker = Breaker().step(failed("key_refused"), 0.0)
    assert breaker.probe_at == math.inf and not breaker.probe_due(1e9)
    assert breaker.with_key("key-1", 5.0) is breaker
    assert breaker.with_key("key-2", 5.0).probe_due(5.0)
    assert Breaker().with_key("key-2", 5.0) == Breaker()


@pytest.mark.parametrize(("retry_after_s", "jitter", "at"), [(30.0, 0.0, 30.0), (30.0, 1.0, 31.5), (0.0, 0.5, 0.5)])
def test_busy_comes_back_when_it_said_and_not_before(retry_after_s: float, jitter: float, at: float) -> None:
    assert Breaker().step(Failed("busy", "key-1", jitter, retry_after_s), 0.0).probe_at == at


@pytest.mark.parametrize("fault", ["lost", "expired"])
def test_one_broken_line_is_forgiven_and_the_second_in_a_row_is_not(fault: Fault) -> None:
    once = Breaker().step(failed(fault), 0.0)
    assert once.phase == "closed"
    assert once.step(failed(fault), 1.0).phase == "open"
    assert once.step(Served(), 1.0).step(failed(fault), 2.0).phase == "closed"


def test_a_probe_of_a_closed_one_changes_nothing() -> None:
    assert Breaker().step(GOOD, 0.0) == Breaker()
    assert not Breaker().probe_due(1e9)
