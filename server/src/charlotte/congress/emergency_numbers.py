"""Which number one calls in an emergency, by the country of a time zone."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from babel.core import get_global

SERVICES = ("ambulance", "fire", "police")
COMMON = "112"


def emergency_numbers(timezone: str) -> tuple[str, ...]:
    """Return the number to call where that time zone (IANA) is, or one each of `SERVICES`; 112 where none is known."""
    aliases, territories = get_global("zone_aliases"), get_global("zone_territories")
    country = territories.get(aliases.get(timezone, timezone))
    return _by_country().get(country or "", (COMMON,))


def emergency_numbers_told(timezone: str) -> str:
    """Return the number, or whom each reaches, in one line of English."""
    numbers = emergency_numbers(timezone)
    if len(numbers) == 1:
        return numbers[0]
    return ", ".join(f"{service} {number}" for service, number in zip(SERVICES, numbers, strict=True))


@lru_cache
def _by_country() -> Mapping[str, tuple[str, ...]]:
    data = tomllib.loads(resources.files(__package__).joinpath("emergency_numbers.toml").read_text("utf-8"))
    of_all = {country: (number,) for number, countries in data["one"].items() for country in countries.split()}
    return of_all | {country: tuple(numbers.split()) for country, numbers in data["several"].items()}
