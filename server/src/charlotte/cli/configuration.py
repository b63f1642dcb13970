"""The settings of a command: environment, `.env`, and what the command line says over them."""

from typing import Any

from pydantic import ValidationError

from charlotte.errors import BadInput
from charlotte.settings import Settings


def read_settings(**given: Any) -> Settings:
    """Return the settings; options that are None were not given. Raises `BadInput` that names the setting at fault."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as failure:
        faults = [
            f"{_name(fault['loc'])}{fault['msg']}" for fault in failure.errors(include_url=False, include_input=False)
        ]
        raise BadInput("The configuration cannot be used: " + "; ".join(faults) + ".") from None


def _name(place: tuple[int | str, ...]) -> str:
    if not place:
        return ""
    setting, *inside = place
    return ", ".join(["CHARLOTTE_" + str(setting).upper(), *(str(part) for part in inside)]) + ": "
