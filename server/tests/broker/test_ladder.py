"""Who is asked for a call, in which order and for how long."""

from charlotte.broker.breaker import Breaker
from charlotte.broker.ladder import LAST_S, STEP_S, Climb, rungs

OPEN = Breaker(phase="open")
HALF_OPEN = Breaker(phase="half_open")


def test_open_and_half_open_upstreams_are_left_out_and_the_last_never() -> None:
    names = ("first", "second", "embedded")
    assert rungs(names, {}) == names
    assert rungs(names, {"first": OPEN, "second": HALF_OPEN}) == ("embedded",)
    assert rungs(names, {"embedded": OPEN}) == names
    assert rungs(("embedded",), {}) == ("embedded",)


def test_whoever_fails_the_step_stays_within_its_time() -> None:
    climb = Climb(0.0, ("first", "second", "embedded"))
    first_s = climb.share_s(0.0)
    after, pause_s = climb.after("timeout", first_s, 0.5)
    assert (after.rungs, pause_s) == (("second", "embedded"), 0.0)
    second_s = after.share_s(first_s)
    assert first_s + second_s <= STEP_S - 0.9, "what is left is enough for the last"
    last, _ = after.after("unreachable", first_s + second_s, 0.5)
    assert last.share_s(first_s + second_s) == LAST_S


def test_a_failing_provider_is_asked_twice_if_there_is_time() -> None:
    climb = Climb(0.0, ("first", "embedded"))
    again, pause_s = climb.after("failed", 0.2, 0.5)
    assert (again.rungs, again.attempt, pause_s) == (climb.rungs, 2, 0.25)
    assert again.after("failed", 0.6, 0.5) == (Climb(0.0, ("embedded",)), 0.0)
    assert climb.after("failed", 1.9, 0.5)[0].rungs == ("embedded",)
    for fault in ("key_refused", "busy", "refused", None):
        assert climb.after(fault, 0.1, 0.5) == (Climb(0.0, ("embedded",)), 0.0)
