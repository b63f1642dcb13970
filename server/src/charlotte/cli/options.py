"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from charlotte.cli.configuration import read_settings

Command = TypeVar("Command", bound=Callable[..., Any])


def data_option(command: Command) -> Command:
    """Add `--data DIR`."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        callback=lambda _context, _option, given: given or read_settings().data,
        help="Folder that holds all state.  [default: CHARLOTTE_DATA, or data]",
    )(command)
