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


def names(settings: Settings) -> list[tuple[str, str, str | None]]:
    return [(entry.name, entry.url, entry.model) for entry in settings.hosted]


OPENAI = ("openai", "https://api.openai.com/v1", "gpt-realtime-2.1")


def test_the_key_alone_chooses_openai(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert names(Settings()) == []
    assert names(Settings(upstream_key_file=tmp_path / "key")) == [OPENAI]
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_KEY", "sk-canary")
    assert names(Settings()) == [OPENAI]
    assert names(Settings(upstream="embedded")) == []
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_MODEL", "gpt-realtime-3")
    assert names(Settings()) == [(*OPENAI[:2], "gpt-realtime-3")]
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_URL", "https://other.example/v1/")
    assert names(Settings()) == [("realtime", "https://other.example/v1", "gpt-realtime-3")]


def test_a_key_for_openais_own_tools_is_not_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    assert Settings().hosted == ()


UPSTREAMS = """
[[upstream]]
name = "second"
url = "https://second.example/v1"
key_file = "/run/secrets/second"
model = "theirs"
session_seconds = 1800

[[upstream]]
name = "third"
kind = "openai"
key_file = "/run/secrets/third"
"""


def test_further_upstreams_come_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "upstreams.toml"
    file.write_text(UPSTREAMS)
    monkeypatch.setenv("CHARLOTTE_UPSTREAMS", str(file))
    second, third = Settings().hosted
    assert (second.kind, second.model, second.session_seconds) == ("realtime", "theirs", 1800)
    assert (third.url, third.model, third.voices[:2]) == (*OPENAI[1:], ("alloy", "ash"))
    assert [entry.name for entry in Settings(upstream_key="sk-1").hosted] == ["openai", "second", "third"]
    assert Settings(upstream="embedded").hosted == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[upstream]]\nname = 'a'\nurl = 'https://a/v1'\nkey = 'sk-canary'", "must not hold keys"),
        ("[[upstream]]\nname = 'embedded'\nurl = 'https://a/v1'", "two upstreams are called embedded"),
        ("[[upstream]]\nname = 'a'\nurl = 'ftp://a'", "begins with https"),
        ("[[upstream]]\nname = 'a'", "needs a base URL"),
        ("[[upstream]]\nname = 'a'\nkind = 'openai'", "needs a key"),
        ("[[upstream]]\nname = 'A B'\nurl = 'https://a/v1'", "name"),
        ("upstream = 1", "tables and nothing else"),
        ("not toml", "is not TOML"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "upstreams.toml"
    file.write_text(content)
    with pytest.raises(ValidationError, match=said) as raised:
        Settings(upstreams=file)
    assert "canary" not in str(raised.value)
    with pytest.raises(ValidationError, match="cannot be read"):
        Settings(upstreams=tmp_path / "nowhere.toml")


def test_a_provider_needs_its_key(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="CHARLOTTE_UPSTREAM_KEY"):
        Settings(upstream="openai")
    with pytest.raises(ValidationError, match="CHARLOTTE_UPSTREAM_URL"):
        Settings(upstream="realtime", upstream_key="sk-canary")
    with pytest.raises(ValidationError, match="not both"):
        Settings(upstream_key="sk-canary", upstream_key_file=tmp_path)
