"""The approved words for an emergency, with the number that is called at the place of the event."""

import re
from collections.abc import Mapping
from typing import Any

from charlotte.congress.emergency_numbers import COMMON, SERVICES, emergency_numbers
from charlotte.engine.dialogue.phrases import load

_NUMBER = re.compile(r"[\d ]{2,12}")


def with_number(answer: str, language: str, variables: Mapping[str, Any], *, spoken: bool = False) -> str:
    """Return the text with what staff told as the number, else with that of the event's `timezone`."""
    told = str(variables.get("emergency_number") or "").strip()
    numbers = (told,) if _NUMBER.fullmatch(told) else emergency_numbers(str(variables.get("timezone")))
    return answer.replace(COMMON, _said(numbers, language, spoken))


def _said(numbers: tuple[str, ...], language: str, spoken: bool) -> str:
    """Return one number as it is, several with whom each reaches; spoken, figure by figure."""
    phrases = load(language)
    shown = [" ".join(number) if spoken and number != COMMON else number for number in numbers]
    if len(shown) == 1:
        return shown[0]
    reached: dict[str, list[str]] = {}
    for number, service in zip(shown, SERVICES, strict=True):
        reached.setdefault(number, []).append(phrases(f"emergency_{service}"))
    return phrases("emergency_or").join(f"{number} ({', '.join(services)})" for number, services in reached.items())
