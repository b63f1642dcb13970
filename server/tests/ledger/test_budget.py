"""Whether money is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.ledger.budget import Allowed, Spent, decide

AMOUNT = st.integers(0, 10**6)


@pytest.mark.parametrize(
    ("allowed", "spent", "verdict"),
    [
        (Allowed(), Spent(event=10**12, session=10**12), "ok"),
        (Allowed(event=1000), Spent(event=989), "ok"),
        (Allowed(event=1000), Spent(event=990), "degrade"),
        (Allowed(event=1000), Spent(event=500, event_reserve=499), "ok"),
        (Allowed(event=1000), Spent(event=500, event_reserve=500), "degrade"),
        (Allowed(event=1000), Spent(event_over=True), "degrade"),
        (Allowed(session=100), Spent(event=10**6, session=50, session_reserve=50), "degrade"),
        (Allowed(session=100), Spent(event=10**6, session=50, session_reserve=40), "ok"),
        (Allowed(session=100, afterwards="nothing"), Spent(session=100), "stop"),
        (Allowed(event=0), Spent(), "degrade"),
    ],
)
def test_verdicts(allowed: Allowed, spent: Spent, verdict: str) -> None:
    assert decide(allowed, spent) == verdict


@given(AMOUNT, AMOUNT, AMOUNT, AMOUNT)
def test_never_ok_at_the_limit_and_never_ok_again_by_spending_more(
    limit: int, charged: int, reserve: int, more: int
) -> None:
    allowed = Allowed(event=limit)
    now = decide(allowed, Spent(event=charged, event_reserve=reserve))
    later = decide(allowed, Spent(event=charged + more, event_reserve=reserve))
    if charged + reserve >= limit:
        assert now == "degrade"
    assert now == "ok" or later != "ok"
