"""Models that end are known by day."""

from datetime import date

import pytest

from charlotte.broker.retirements import as_of, retirement_of
from charlotte.upstream_entry import OPENAI_MODEL, OPENAI_TRANSCRIPTION


@pytest.mark.parametrize(
    ("model", "day"),
    [
        ("gpt-realtime", date(2027, 1, 20)),
        ("gpt-realtime-mini", date(2027, 1, 20)),
        ("gpt-realtime-2025-08-28", date(2027, 1, 20)),
        ("gpt-realtime-mini-2025-12-15", date(2027, 1, 20)),
        ("whisper-1", date(2027, 2, 26)),
        ("gpt-4o-transcribe", date(2027, 2, 26)),
        ("gpt-4o-mini-transcribe", date(2027, 2, 26)),
    ],
)
def test_a_model_that_ends(model: str, day: date) -> None:
    found = retirement_of(model)
    assert found is not None and found.day == day
    assert retirement_of(found.instead) is None, "what is recommended does not end itself"
    assert (found.days_left(date(2027, 1, 19)) > 0, found.days_left(day)) == (True, 0)


def test_the_defaults_do_not_end() -> None:
    assert retirement_of(OPENAI_MODEL) is None and retirement_of(OPENAI_TRANSCRIPTION) is None
    assert retirement_of(None) is None
    assert as_of() >= date(2026, 11, 1)
