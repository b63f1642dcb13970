"""One hosted upstream as an operator describes it, in the settings or in a file of several."""

import tomllib
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PositiveFloat,
    PositiveInt,
    SecretStr,
    field_validator,
    model_validator,
)

OPENAI_URL = "https://api.openai.com/v1"
OPENAI_MODEL = "gpt-realtime-2.1"
OPENAI_TRANSCRIPTION = "gpt-realtime-whisper"
OPENAI_VOICE = "marin"
OPENAI_VOICES = ("alloy", "ash", "ballad", "cedar", "coral", "echo", "marin", "sage", "shimmer", "verse")


class UpstreamEntry(BaseModel):
    """A provider of the Realtime protocol. In a file the key is named by its own file, never written out."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, hide_input_in_errors=True)

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,19}$")
    """What logs and pages call it."""
    kind: Literal["openai", "realtime"] = "realtime"
    """OpenAI, or another provider of the same protocol."""
    url: str = ""
    """Base URL, ending in /v1; known for `openai`."""
    key: SecretStr | None = Field(default=None, exclude=True)
    """Standard key, from the environment only."""
    key_file: Path | None = None
    """File with the standard key; read again when it changes."""
    model: str | None = None
    """Model to ask for; known for `openai`."""
    voice: str | None = None
    """Voice to ask for."""
    voices: tuple[str, ...] = ()
    """Voices that staff may choose from; known for `openai`."""
    transcription: str | None = None
    """Model that transcribes what people say; known for `openai`."""
    session_seconds: PositiveInt = 3600
    """After this long the provider ends a session by itself."""
    patience_seconds: PositiveFloat = 1.8
    """How long it may be silent before an answer, or between two parts of one, until somebody else answers."""
    direct: bool = False
    """Give browsers a short-lived secret of the provider instead of passing their offers on."""

    @field_validator("url")
    @classmethod
    def _base_url(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("begins with https://, or http:// for a provider on your own network")
        if "@" in value or "?" in value:
            raise ValueError("is a base URL without a key or a query in it")
        return value.rstrip("/")

    @model_validator(mode="before")
    @classmethod
    def _known(cls, given: Any) -> Any:
        if not isinstance(given, dict) or given.get("kind") != "openai":
            return given
        known = {
            "url": OPENAI_URL,
            "model": OPENAI_MODEL,
            "voice": OPENAI_VOICE,
            "voices": OPENAI_VOICES,
            "transcription": OPENAI_TRANSCRIPTION,
        }
        return known | {name: value for name, value in given.items() if value}

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not self.url:
            raise ValueError(f"upstream {self.name!r} needs a base URL, such as https://host/v1")
        if self.kind == "openai" and self.key is None and self.key_file is None:
            raise ValueError(f"upstream {self.name!r} needs a key")
        return self


def entries_of(file: Path) -> list[dict[str, Any]]:
    """Return the `[[upstream]]` tables of a TOML file. Raises `ValueError` that says what is wrong."""
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as failure:
        raise ValueError(f"{file} cannot be read: {failure.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as failure:
        raise ValueError(f"{file} is not TOML: {failure}") from None
    entries = found.get("upstream")
    if not isinstance(entries, list) or found.keys() != {"upstream"}:
        raise ValueError(f"{file} must hold [[upstream]] tables and nothing else")
    if any("key" in entry for entry in entries):
        raise ValueError(f"{file} must not hold keys; name their files with key_file")
    return entries
