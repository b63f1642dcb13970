"""`charlotte doctor` on good and broken installations."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charlotte.cli.doctor import command
from charlotte.keyring import open_keyring


@pytest.fixture
def free_port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    yield port


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHARLOTTE_MODELS", str(tmp_path / "models"))


def doctor(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_a_fresh_machine_is_fine(free_port: int) -> None:
    result = doctor("--port", free_port)
    assert result.exit_code == 0, result.output
    assert "WRONG" not in result.output
    assert "models pull" in result.output


def test_it_never_shows_a_secret(tmp_path: Path, free_port: int) -> None:
    keyring = open_keyring(tmp_path / "data")
    result = doctor("--port", free_port)
    assert result.exit_code == 0, result.output
    assert keyring.staff_token not in result.output
    assert keyring.api_key not in result.output


def test_each_fault_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_keyring(tmp_path / "data")
    (tmp_path / "data" / "keys" / "staff-token").chmod(0o644)
    monkeypatch.setenv("CHARLOTTE_UPSTREAM", "openai")
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_KEY", "sk-canary")
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_MODEL", "gpt-realtime")
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))  # noqa: S104 - the address under test
        taken.listen()
        result = doctor("--host", "0.0.0.0", "--port", taken.getsockname()[1])  # noqa: S104
    assert result.exit_code == 1
    for advice in ("chmod 600", "--port", "--tls", "gpt-realtime-2.1", "CHARLOTTE_UPSTREAM_URL"):
        assert advice in result.output, result.output
    assert "sk-canary" not in result.output


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHARLOTTE_PORT", "ninety")
    result = doctor()
    assert result.exit_code == 1
    assert "CHARLOTTE_PORT" in result.output


def test_a_key_file_and_models_that_end_are_looked_at(
    tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key"
    file.write_text("sk-canary and more")
    file.chmod(0o644)
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_KEY_FILE", str(file))
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_TRANSCRIPTION", "whisper-1")
    result = doctor("--port", free_port)
    assert result.exit_code == 1
    for part in (
        "chmod o-rwx",
        "more than a key",
        "whisper-1",
        "CHARLOTTE_UPSTREAM_TRANSCRIPTION=gpt-realtime-whisper",
    ):
        assert part in result.output, result.output
    assert "sk-canary" not in result.output


def test_a_key_that_is_not_used_is_mentioned(free_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    result = doctor("--port", free_port)
    assert result.exit_code == 0, result.output
    assert "OPENAI_API_KEY is set, and is not used" in result.output
    assert "sk-canary" not in result.output


def test_prices_that_are_old_unknown_or_unreadable_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    monkeypatch.setenv("CHARLOTTE_UPSTREAM", "realtime")
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_KEY", "sk-canary")
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_MODEL", "somebody-elses")
    assert "nobody knows what somebody-elses costs" in doctor("--port", free_port).output
    own = tmp_path / "prices.json"
    models = [{"names": ["somebody-elses"], "prices": [{"text_in": "0"}]}]
    own.write_text(json.dumps({"source": "contract", "date": "2020-01-31", "models": models}))
    monkeypatch.setenv("CHARLOTTE_PRICES", str(own))
    output = doctor("--port", free_port).output
    assert "days old (contract" in output and "nobody knows" not in output
    own.write_text("{}")
    assert "is not right" in doctor("--port", free_port).output
