"""What a model writes is made fit to be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.chat.plain import plain, whole_clauses


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It is **at 10:30** in `Room 3`.", "It is at 10:30 in Room 3."),
        ("![map](https://evil.example/x.png) Go left.", " Go left."),
        ("See [the plan](https://evil.example/?q=1).", "See the plan."),
        ("Open https://evil.example/now please", "Open please"),
        ("<script>alert(1)</script>Hall B", "alert(1)Hall B"),
        ("- Coffee at ten", "Coffee at ten"),
        ("5 * 3 is 15", "5 * 3 is 15"),
    ],
)
def test_markup_pictures_and_addresses_are_left_out(written: str, said: str) -> None:
    assert plain(written) == said


def test_a_link_is_never_cut_in_two() -> None:
    clauses, rest = whole_clauses("Look here [the plan. Really](https://evil.example/?q=1). Then go on to the left")
    assert all("evil" not in plain(clause) for clause in (*clauses, rest))


@given(st.text(alphabet="abc .!?\n", max_size=400))
def test_no_letter_is_lost_or_said_twice(text: str) -> None:
    clauses, rest = whole_clauses(text)
    assert "".join("".join((*clauses, rest)).split()) == "".join(text.split())
