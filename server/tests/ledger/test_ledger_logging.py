"""Logs hold facts, not people."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from charlotte.ledger.logging_setup import configure_logging

SAID = "Mario Rossi asks where the toilet is"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield
    root.handlers[:], root.level = before
    structlog.reset_defaults()


@pytest.mark.parametrize("style", ["json", "console"])
def test_what_somebody_said_is_dropped(capsys: pytest.CaptureFixture[str], style: str) -> None:
    configure_logging("debug", style=style)  # type: ignore[arg-type]
    log = structlog.get_logger("test")
    log.info("turn.heard", seconds=2, **{"pii.text": SAID})
    try:
        raise ValueError(SAID)
    except ValueError:
        log.exception("turn.failed")
        logging.getLogger("library").exception("library.failed")
    written = capsys.readouterr().err
    assert "turn.heard" in written
    assert written.count("ValueError") == 2
    assert "test_ledger_logging.py" in written
    assert "Rossi" not in written


def test_with_consent_it_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", style="json", people=True)
    structlog.get_logger("test").info("turn.heard", **{"pii.text": SAID})
    assert json.loads(capsys.readouterr().err)["pii.text"] == SAID


def test_lines_are_json_with_time_level_and_name(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", style="json")
    structlog.get_logger("test").info("call.ended", reason="idle")
    structlog.get_logger("test").debug("not.written")
    (line,) = capsys.readouterr().err.splitlines()
    fields = json.loads(line)
    assert (fields["event"], fields["level"], fields["logger"], fields["reason"]) == (
        "call.ended",
        "info",
        "test",
        "idle",
    )
    assert "timestamp" in fields
