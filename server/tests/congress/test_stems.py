"""Stems are asked for from several threads at once: the programme's index and the documents' are built side by side."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from charlotte.congress.search.stems import NAMES, stem

WORDS = [
    f"{root}{ending}" for root in ("nation", "inform", "presen", "organis") for ending in ("alement", "ations", "te")
]


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads that give way as often as possible."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def _all(_: int) -> list[str]:
    return [stem.__wrapped__(word, language) for _ in range(20) for word in WORDS for language in NAMES]


def test_every_thread_gets_the_right_stems(restless: None) -> None:
    expected = _all(0)
    with ThreadPoolExecutor(8) as threads:
        assert all(found == expected for found in threads.map(_all, range(16)))
