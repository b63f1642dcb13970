"""Every way in which a call ends has plain words on the staff page, in each of its languages."""

import re
from pathlib import Path
from typing import get_args

import pytest

from charlotte.session.endings import Ending

WORDS = Path(__file__).parents[3] / "web" / "src" / "i18n" / "staff" / "endings"


@pytest.mark.parametrize("language", ["it", "en", "fr", "de", "es"])
def test_why_a_call_ended_is_told_in_words(language: str) -> None:
    told = dict(re.findall(r"^ {2}(\w+): '(.+)',$", (WORDS / f"{language}.ts").read_text("utf-8"), re.M))
    assert set(told) == set(get_args(Ending))
    assert all(text.endswith(".") for text in told.values())
