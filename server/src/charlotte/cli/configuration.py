"""The settings of a command: environment, `.env`, what the command line says over them, and the database they name."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.database import connect
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


def open_database(data: Path) -> AsyncEngine:
    """Return an engine on the database that the server with this data folder uses, made when missing."""
    return database_of(read_settings(data=data))


def database_of(settings: Settings) -> AsyncEngine:
    """Return an engine on the database that settings name."""
    return connect(settings.data, settings.database_url.get_secret_value() if settings.database_url else None)


def may_have_database(data: Path) -> bool:
    """Tell whether there may be a database already; looking into none would make one."""
    return data.exists() or read_settings().database_url is not None


def _name(place: tuple[int | str, ...]) -> str:
    if not place:
        return ""
    setting, *inside = place
    return ", ".join(["CHARLOTTE_" + str(setting).upper(), *(str(part) for part in inside)]) + ": "
