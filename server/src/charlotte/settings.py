"""Settings: read once from the environment and `.env`, and handed in from there."""

import os
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, NonNegativeInt, PositiveFloat, PositiveInt, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from charlotte.upstream_entry import OPENAI_URL, UpstreamEntry, entries_of


def default_models_dir() -> Path:
    """Return the user's cache folder for model weights."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "charlotte" / "models"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "charlotte" / "models"


def has_openai_key() -> bool:
    """Whether the variable of OpenAI's own tools is set; it is never used, because sound would be sent and paid for."""
    return bool(os.environ.get("OPENAI_API_KEY"))


class Settings(BaseSettings):
    """Everything an operator can set, as `CHARLOTTE_<NAME>` in the environment or in `.env`."""

    model_config = SettingsConfigDict(
        env_prefix="CHARLOTTE_",
        env_file=".env",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    data: Path = Path("data")
    """Folder of all state; deleting it is a factory reset."""
    models: Path = Field(default_factory=default_models_dir)
    """Folder of model weights, shared by all data folders."""
    database_url: SecretStr | None = None
    """PostgreSQL instead of SQLite under `data`, such as postgresql://charlotte:password@localhost/charlotte."""

    host: str = "127.0.0.1"
    """Address to listen on; anything but loopback is reachable from the network."""
    port: int = Field(default=8000, ge=1, le=65535)
    """Port to listen on."""
    tls: bool = False
    """Serve HTTPS, with the given certificate or a local authority's."""
    tls_cert: Path | None = None
    """Certificate chain (PEM)."""
    tls_key: Path | None = None
    """Private key of the certificate (PEM)."""
    public_url: str | None = None
    """Address people use to reach this server when it stands behind a reverse proxy, such as https://talk.example."""
    origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Other web origins, comma-separated, whose pages may use the API; this server's own page always may."""

    api_key: SecretStr | None = None
    """Standard key of the embedded engine's `/v1`; made once under `data` when not set."""
    staff_token: SecretStr | None = None
    """What staff sign in with; made once under `data` when not set."""

    upstream: Literal["auto", "embedded", "openai", "realtime"] = "auto"
    """Who speaks first: OpenAI, another provider of the Realtime protocol, or only the embedded engine; `auto` is the
    provider at `upstream_url` when that is set, OpenAI when there is only a key, and else the embedded engine."""
    upstream_url: str | None = None
    """Base URL of the provider, ending in /v1; known for OpenAI."""
    upstream_key: SecretStr | None = None
    """The provider's standard key; it never leaves the server. Setting it is enough to speak with OpenAI's model."""
    upstream_key_file: Path | None = None
    """File with the provider's standard key instead; read again when it changes, while calls go on."""
    upstream_model: str | None = None
    """Model to ask the provider for; without it, gpt-realtime-2.1 at OpenAI and the default of another provider."""
    upstream_voice: str | None = None
    """Voice to ask the provider for; without it, marin at OpenAI and the default of another provider."""
    upstream_transcription: str | None = None
    """Model that transcribes what people say; without it, gpt-realtime-whisper at OpenAI."""
    upstream_session_seconds: PositiveInt = 3600
    """After this long the provider ends a session by itself."""
    upstream_patience_seconds: PositiveFloat = 1.8
    """How long the provider may be silent before an answer, or between two parts of one, until somebody else answers. A
    model that thinks for longer needs more; the page says after two and a half seconds that it takes a moment."""
    upstream_direct: bool = False
    """Give browsers a short-lived secret of the provider instead of passing their offers on; see docs/operating.md."""
    upstreams: Annotated[tuple[UpstreamEntry, ...], NoDecode] = ()
    """File (TOML) of further upstreams, tried in order after the first one and before the embedded engine."""
    voice: str = "auto"
    """Voice of the embedded engine: `auto`, `fast`, `natural` or a name from `charlotte models`."""
    rehearsal_mb: NonNegativeInt = 128
    """Megabytes under `data` for what the natural voice renders ahead, a minute of speech each 3; 0 turns it off."""
    worker_threads: PositiveInt | None = None
    """CPU threads of each speech model; without it, as many as fit the machine."""

    chat_url: str | None = None
    """Base URL (ending in /v1) of an OpenAI-compatible chat model that words the embedded engine's answers, such as
    http://127.0.0.1:11434/v1; without it, the dialogue that needs no model."""
    chat_model: str | None = None
    """Name of the chat model at `chat_url`."""
    chat_key: SecretStr | None = None
    """Key of the chat model's endpoint, if it wants one."""
    chat_seconds: PositiveFloat = 4.0
    """How long the chat model may be silent before the dialogue answers instead."""

    embeddings_url: str | None = None
    """Base URL (ending in /v1) of an OpenAI-compatible endpoint that reads documents for their meaning; without it, the
    model that comes with the server."""
    embeddings_model: str | None = None
    """Name of the model at `embeddings_url`."""
    embeddings_key: SecretStr | None = None
    """Key of the embeddings endpoint, if it wants one."""

    event: str | None = None
    """Congress to serve when a page does not name one; without it, the demo or the only one."""
    now: str | None = None
    """Moment (ISO 8601) at which the congress clock starts; without it, the time of day."""

    webhook_secret: SecretStr | None = None
    """What the provider signs its webhooks with (`whsec_…`); without it, telephone calls are not taken."""
    webhook_secret_old: SecretStr | None = None
    """The secret in use before, still believed while the provider moves to the new one."""
    phone_events: Annotated[dict[str, str], NoDecode] = Field(default_factory=dict)
    """Which congress a number called is about, comma-separated, such as +390501234=pisa,+390509999=expo; other numbers
    are about `event`."""

    ticket_seconds: PositiveInt = 60
    """How long a ticket to open a call is good for."""
    session_minutes: PositiveInt = 58
    """After this long a call is ended."""
    idle_seconds: PositiveInt = 300
    """After this long without a word a call is ended."""
    resume_minutes: PositiveInt = 30
    """How long after its last call a conversation can be taken up again; then its words are erased."""
    max_live_sessions: PositiveInt = 200
    """Calls open at the same time; further visitors are asked to come back."""
    device_sessions: PositiveInt = 3
    """Calls one device may have open at the same time."""
    device_tickets_per_minute: PositiveInt = 20
    """Tickets one device may ask for in a minute."""
    block_tickets_per_minute: PositiveInt = 6000
    """Tickets new devices of one address block may ask for in a minute; generous, because a venue shares few addresses.
    Devices that were here before count apart and may ask four times as often."""
    event_tickets_per_minute: PositiveInt = 12000
    """Tickets for one congress in a minute, so that one does not take the server from the others."""
    tool_seconds: PositiveFloat = 4.0
    """How long a tool may take before the visitor is told that it did not work."""

    retention: bool = False
    """Keep what people said after the conversation; without it, words are erased when the session ends."""
    retention_days: PositiveInt = 30
    """How long words are kept when retention is on."""

    commits_per_minute: PositiveInt = 60
    """Pieces of speech one call may have taken in a minute; whoever goes on much beyond that is hung up on."""
    responses_per_minute: PositiveInt = 60
    """Answers one call may begin in a minute, those after a tool not counted."""

    prices: Path | None = None
    """JSON file of your own prices, such as those of another provider or of a contract; see docs/operating.md."""
    budget_event: Decimal | None = Field(default=None, ge=0, lt=1_000_000_000)
    """USD that hosted models may cost for each congress, all in all; without it, no limit. Staff can change it."""
    budget_session: Decimal | None = Field(default=None, ge=0, lt=1_000_000_000)
    """USD that hosted models may cost in one conversation; without it, no limit. Staff can change it."""
    budget_afterwards: Literal["embedded", "nothing"] = "embedded"
    """Who serves visitors once a budget is spent: the embedded engine, which costs nothing, or nobody."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """Least important log line to write."""
    log_format: Literal["auto", "console", "json"] = "auto"
    """How log lines look; `auto` is for people on a terminal and JSON otherwise."""
    log_people: bool = False
    """Also log what people said; only for finding a fault, with their consent."""

    @field_validator("origins", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())
        return value

    @field_validator("phone_events", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        pairs = [pair.partition("=") for pair in value.split(",") if pair.strip()]
        if not all(number.strip() and event.strip() for number, _, event in pairs):
            raise ValueError("write it like +390501234=pisa,+390509999=expo")
        return {number.strip(): event.strip() for number, _, event in pairs}

    @field_validator("now")
    @classmethod
    def _moment(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                datetime.fromisoformat(value)
            except ValueError:
                raise ValueError(f"{value!r} is not a moment; write it like 2026-03-14T10:30") from None
        return value

    @field_validator("upstreams", mode="before")
    @classmethod
    def _further(cls, value: Any) -> Any:
        return entries_of(Path(value)) if isinstance(value, str | Path) else value

    @field_validator("public_url", "upstream_url", "chat_url", "embeddings_url")
    @classmethod
    def _without_slash(cls, value: str | None) -> str | None:
        return value.rstrip("/") if value else value

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.tls_cert is None) != (self.tls_key is None):
            raise ValueError("set both CHARLOTTE_TLS_CERT and CHARLOTTE_TLS_KEY, or neither")
        if self.upstream == "realtime" and not self.upstream_url:
            raise ValueError("CHARLOTTE_UPSTREAM=realtime needs CHARLOTTE_UPSTREAM_URL, such as https://host/v1")
        if (self.embeddings_url is None) != (self.embeddings_model is None):
            raise ValueError("set both CHARLOTTE_EMBEDDINGS_URL and CHARLOTTE_EMBEDDINGS_MODEL, or neither")
        if (self.chat_url is None) != (self.chat_model is None):
            raise ValueError("set both CHARLOTTE_CHAT_URL and CHARLOTTE_CHAT_MODEL, or neither")
        if self.upstream_key is not None and self.upstream_key_file is not None:
            raise ValueError("set CHARLOTTE_UPSTREAM_KEY or CHARLOTTE_UPSTREAM_KEY_FILE, not both")
        if self.upstream == "openai" and self.upstream_key is None and self.upstream_key_file is None:
            raise ValueError("CHARLOTTE_UPSTREAM=openai needs CHARLOTTE_UPSTREAM_KEY or CHARLOTTE_UPSTREAM_KEY_FILE")
        names = ["embedded", *(entry.name for entry in self.hosted)]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"two upstreams are called {', '.join(sorted(twice))}")
        return self

    @property
    def session_seconds(self) -> int:
        """Longest length of a call, in seconds."""
        return self.session_minutes * 60

    @property
    def hosted(self) -> tuple[UpstreamEntry, ...]:
        """The upstreams besides the embedded engine, the preferred one first."""
        if self.upstream == "embedded":
            return ()
        kind = self._first_kind
        if kind is None:
            return self.upstreams
        first = UpstreamEntry(
            name=kind,
            kind=kind,
            url=self.upstream_url or "",
            key=self.upstream_key,
            key_file=self.upstream_key_file,
            model=self.upstream_model,
            voice=self.upstream_voice,
            transcription=self.upstream_transcription,
            session_seconds=self.upstream_session_seconds,
            patience_seconds=self.upstream_patience_seconds,
            direct=self.upstream_direct,
        )
        return (first, *self.upstreams)

    @property
    def _first_kind(self) -> Literal["openai", "realtime"] | None:
        if self.upstream in ("openai", "realtime"):
            return self.upstream
        if self.upstream_url:
            return "openai" if self.upstream_url == OPENAI_URL else "realtime"
        return "openai" if self.upstream_key or self.upstream_key_file else None
