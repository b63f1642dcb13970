"""From the settings to the upstreams they describe."""

from collections.abc import Callable
from functools import lru_cache

import structlog
from httpx2 import AsyncClient, Timeout

from charlotte.broker.keys import ProviderKey, Secret
from charlotte.broker.retirements import retirement_of
from charlotte.broker.upstream import Upstream
from charlotte.broker.upstreams import EMBEDDED, Upstreams
from charlotte.clock import Clock
from charlotte.engine.call.config import MODEL
from charlotte.engine.chat.endpoint import Endpoint
from charlotte.engine.chat.mind import ChatMind
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.engine.mind import Mind
from charlotte.knowledge.embedding import Embedder
from charlotte.knowledge.endpoint_embedding import EndpointEmbedder
from charlotte.settings import Settings
from charlotte.upstream_entry import UpstreamEntry

log = structlog.get_logger(__name__)

EMBEDDED_VOICES = ("auto", "fast", "natural")
HTTP_S = 10.0
WARN_DAYS = 90


def upstreams_of(settings: Settings, *, embedded_key: str, embedded_url: Callable[[], str]) -> Upstreams:
    """Return the upstreams in order. Raises `UpstreamKeyUnusable` when a key cannot be used."""

    @lru_cache(1)
    def embedded_at(url: str) -> Upstream:
        return Upstream(
            kind="embedded",
            name=EMBEDDED,
            base_url=url,
            key=Secret(embedded_key),
            model=MODEL,
            voice=settings.voice,
            voices=EMBEDDED_VOICES,
        )

    return Upstreams(tuple(hosted_upstream(entry) for entry in settings.hosted), lambda: embedded_at(embedded_url()))


def hosted_upstream(entry: UpstreamEntry) -> Upstream:
    """Return an upstream as an operator described it. Raises `UpstreamKeyUnusable`."""
    given = Secret(entry.key.get_secret_value()) if entry.key else None
    keys = ProviderKey(given, entry.key_file)
    keys.check()
    return Upstream(
        kind=entry.kind,
        name=entry.name,
        base_url=entry.url,
        key=keys.current(),
        keys=keys,
        model=entry.model,
        voice=entry.voice,
        voices=entry.voices,
        transcription_model=entry.transcription,
        cap_seconds=entry.session_seconds,
        patience_s=entry.patience_seconds,
        direct=entry.direct,
    )


def http_client() -> AsyncClient:
    """Return the client for all upstreams; the embedded engine is never reached through a proxy."""
    return AsyncClient(timeout=Timeout(HTTP_S), mounts={"all://127.0.0.1": None})


def mind_of(settings: Settings, dialogue: Dialogue, http: AsyncClient) -> Mind:
    """Return who words the embedded engine's answers."""
    if settings.chat_url is None or settings.chat_model is None:
        return dialogue
    key = settings.chat_key.get_secret_value() if settings.chat_key else None
    endpoint = Endpoint(
        http, settings.chat_url, settings.chat_model, Secret(key) if key else None, settings.chat_seconds
    )
    return ChatMind(endpoint, dialogue)


def embedder_of(settings: Settings, http: AsyncClient) -> Embedder | None:
    """Return who reads documents instead of the model that comes with the server, if anybody."""
    if settings.embeddings_url is None or settings.embeddings_model is None:
        return None
    key = Secret(settings.embeddings_key.get_secret_value()) if settings.embeddings_key else None
    return EndpointEmbedder(http, settings.embeddings_url, settings.embeddings_model, key)


def warn_of_retirements(upstreams: Upstreams, clock: Clock) -> None:
    """Log a warning for every model whose provider is about to shut it down."""
    today = clock.now().date()
    for upstream in upstreams.hosted:
        for model in (upstream.model, upstream.transcription_model):
            retired = retirement_of(model)
            if retired is not None and retired.days_left(today) <= WARN_DAYS:
                log.warning(
                    "upstream.model_retires",
                    upstream=upstream.name,
                    model=model,
                    day=retired.day.isoformat(),
                    use=retired.instead,
                )
