"""Rendered clauses are kept within bounds."""

import numpy as np

from charlotte.engine.speaking.cache import ClauseCache, Said


def _said(text: str) -> Said:
    return Said(text, "en", "pico", 1.0)


def test_the_least_recently_used_go_first() -> None:
    cache = ClauseCache(megabytes=0.003)
    sound = np.zeros(500, np.int16)
    for text in "abc":
        cache.put(_said(text), sound)
    assert cache.get(_said("a")) is not None
    cache.put(_said("d"), sound)
    assert cache.get(_said("b")) is None
    assert cache.get(_said("a")) is not None
    assert cache.size_bytes == 3000


def test_what_does_not_fit_is_not_kept() -> None:
    cache = ClauseCache(megabytes=0.001)
    cache.put(_said("long"), np.zeros(5000, np.int16))
    assert cache.get(_said("long")) is None
    assert cache.size_bytes == 0
