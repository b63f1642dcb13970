"""Long recordings are cut in pauses and lose nothing."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from charlotte.engine.ear import RATE_HZ
from charlotte.engine.hearing.windows import LONGEST_S, windows


@given(seconds=st.floats(0, 95), seed=st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_nothing_is_lost_and_no_window_is_too_long(seconds: float, seed: int) -> None:
    sound = np.random.default_rng(seed).standard_normal(int(seconds * RATE_HZ)).astype(np.float32)
    pieces = list(windows(sound))
    assert np.array_equal(np.concatenate(pieces), sound)
    assert all(piece.size <= LONGEST_S * RATE_HZ for piece in pieces)


def test_cuts_where_it_is_quiet() -> None:
    sound = np.ones(40 * RATE_HZ, np.float32)
    sound[24 * RATE_HZ : 24 * RATE_HZ + RATE_HZ // 2] = 0
    first, _ = windows(sound)
    assert 24 * RATE_HZ < first.size < 24.5 * RATE_HZ
