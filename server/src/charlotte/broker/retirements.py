"""Models that their provider shuts down, by day; the data file is dated and replaced with releases."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "retirements.toml"


@dataclass(frozen=True)
class Retirement:
    """The end of a model."""

    day: date
    """The provider shuts it down on this day."""
    instead: str
    """What to ask for from now on."""

    def days_left(self, today: date) -> int:
        """Return how many days it still works; 0 or less = it does not."""
        return (self.day - today).days


def retirement_of(model: str | None) -> Retirement | None:
    """Return when a model is shut down, if that is announced."""
    return _known()[1].get(model or "")


def as_of() -> date:
    """Return the day of the data."""
    return _known()[0]


@cache
def _known() -> tuple[date, dict[str, Retirement]]:
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    ends = {
        model: Retirement(entry["day"], entry["instead"]) for entry in data["retirement"] for model in entry["models"]
    }
    return data["as_of"], ends
