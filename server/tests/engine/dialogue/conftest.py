"""The model that reads questions for their meaning, loaded once for each file that asks for it."""

from collections.abc import Iterator

import pytest

from charlotte.engine.embedding.e5 import E5
from support.guests_papers import reader_of_meaning


@pytest.fixture(scope="module")
def model() -> Iterator[E5]:
    with reader_of_meaning() as reader:
        yield reader
