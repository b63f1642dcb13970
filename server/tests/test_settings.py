"""Settings come from the environment and `.env`, are checked, and hide secrets."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from charlotte.settings import Settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_environment_and_env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("CHARLOTTE_PORT=8123\nCHARLOTTE_RETENTION=true\nOTHER=ignored\n")
    monkeypatch.setenv("CHARLOTTE_ORIGINS", "https://one.example/, https://two.example")
    settings = Settings()
    assert (settings.port, settings.retention) == (8123, True)
    assert settings.origins == ("https://one.example", "https://two.example")
    assert settings.host == "127.0.0.1"


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_KEY", "sk-canary")
    assert "sk-canary" not in repr(Settings()) + str(Settings().model_dump())


def test_a_provider_needs_its_key() -> None:
    with pytest.raises(ValidationError, match="CHARLOTTE_UPSTREAM_KEY"):
        Settings(upstream="openai")
