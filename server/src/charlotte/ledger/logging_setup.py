"""Structured logs: constant messages with fields; what concerns people is dropped unless asked for."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, Literal

import orjson
import structlog

PERSONAL = "pii."
"""Prefix of the fields that may hold what somebody said, a name or a tool's arguments."""


def configure_logging(
    level: str = "info", *, style: Literal["auto", "console", "json"] = "auto", people: bool = False
) -> None:
    """Set up structlog and the standard library's logging for this process; lines go to standard error."""
    console = style == "console" or (style == "auto" and sys.stderr.isatty())
    errors: list[structlog.typing.Processor] = (
        ([] if console else [structlog.processors.format_exc_info]) if people else [name_exception]
    )
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        *([] if people else [drop_personal]),
    ]
    render: list[structlog.typing.Processor] = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if console
        else [structlog.processors.JSONRenderer(serializer=_dumps)]
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    out = logging.StreamHandler(sys.stderr)
    out.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *errors, *render],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [out]
    root.setLevel(level.upper())
    for noisy in (
        "uvicorn",
        "httpx2",
        "httpcore",
        "httpcore2",
        "websockets",
        "aiosqlite",
        "aioice",
        "aiortc",
        "asyncio",
    ):
        # Their info lines are per request or per packet, and some hold addresses of people.
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))


def drop_personal(_logger: Any, _method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Remove every field that may hold personal data."""
    for name in [name for name in fields if name.startswith(PERSONAL)]:
        del fields[name]
    return fields


def name_exception(_logger: Any, _method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Say which exception it was and where, without its message and values: those may be what somebody said."""
    given = fields.pop("exc_info", None)
    failure = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(failure, BaseException):
        frames = traceback.extract_tb(failure.__traceback__)
        fields["error"] = type(failure).__name__
        fields["where"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
        if isinstance(failure, BaseExceptionGroup):
            fields["causes"] = [type(cause).__name__ for cause in failure.exceptions]
    return fields


def _dumps(value: Any, **_options: Any) -> str:
    return orjson.dumps(value, default=str).decode()
