"""The natural voice rests when the machine is too slow, and comes back."""

from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.speaking.keeping_up import FIRST_REST_S, LONGEST_REST_S, Pace, keeps_up, measured


def test_one_slow_clause_in_a_good_run_changes_nothing() -> None:
    pace = Pace()
    for factor in (0.6, 0.6, 0.6, 1.2, 0.6):
        pace = measured(pace, factor, now=10.0)
    assert keeps_up(pace, 10.0)


def test_a_slow_machine_rests_longer_each_time() -> None:
    pace = measured(Pace(), 2.0, now=100.0)
    assert not keeps_up(pace, 100.0 + FIRST_REST_S - 1)
    assert keeps_up(pace, 100.0 + FIRST_REST_S)
    again = measured(pace, 2.0, now=200.0)
    assert not keeps_up(again, 200.0 + 2 * FIRST_REST_S - 1)


def test_a_machine_that_recovered_rests_short_again() -> None:
    pace = measured(measured(Pace(), 2.0, now=0.0), 0.5, now=100.0)
    assert measured(pace, 20.0, now=200.0).resting_until == 200.0 + FIRST_REST_S


@given(st.lists(st.floats(0.01, 50), max_size=40))
def test_it_is_always_tried_again(factors: list[float]) -> None:
    pace = Pace()
    for now, factor in enumerate(factors):
        pace = measured(pace, factor, float(now))
    assert keeps_up(pace, len(factors) + LONGEST_REST_S)
