"""What `charlotte doctor` finds about who speaks: keys, models that end, and whether each provider knows us."""

import asyncio
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from httpx2 import AsyncClient, HTTPError, Response

from charlotte.broker.retirements import as_of, retirement_of
from charlotte.broker.upstream import Upstream
from charlotte.cli.finding import Finding
from charlotte.clock import SystemClock
from charlotte.errors import CharlotteError
from charlotte.hosting import hosted_upstream
from charlotte.settings import Settings, has_openai_key
from charlotte.upstream_entry import UpstreamEntry

CLOCK_SKEW_S = 60


def upstreams(settings: Settings) -> Iterator[Finding]:
    """Look at who speaks, in order."""
    for entry in settings.hosted:
        yield from _hosted(entry)
    if not settings.hosted:
        yield Finding("upstream", "ok", "the embedded engine; nothing leaves this machine")
        if has_openai_key():
            advice = "To speak with OpenAI's model, and pay for it, copy the key to CHARLOTTE_UPSTREAM_KEY."
            yield Finding("upstream", "note", "OPENAI_API_KEY is set, and is not used", advice)
        elif settings.upstream_key or settings.upstream_key_file:
            yield Finding("upstream", "note", "a provider's key is set, and CHARLOTTE_UPSTREAM=embedded says no to it")
    else:
        yield Finding("upstream", "ok", "embedded: takes over when no provider serves")
    if settings.chat_url is not None:
        yield from asyncio.run(_ask_chat(settings))


def _hosted(entry: UpstreamEntry) -> Iterator[Finding]:
    today = SystemClock().now().date()
    for model, variable in ((entry.model, "MODEL"), (entry.transcription, "TRANSCRIPTION")):
        yield from _retirement(model, variable, today)
    if entry.key_file and entry.key_file.is_file() and stat.S_IMODE(entry.key_file.stat().st_mode) & 0o007:
        yield Finding("upstream key", "wrong", f"everybody can read {entry.key_file}", f"chmod o-rwx {entry.key_file}")
    try:
        upstream = hosted_upstream(entry)
    except CharlotteError as failure:
        yield Finding("upstream key", "wrong", failure.message, failure.hint)
        return
    yield from asyncio.run(_ask(upstream))


def _retirement(model: str | None, variable: str, today: date) -> Iterator[Finding]:
    retired = retirement_of(model)
    if retired is None:
        return
    advice = f"Set CHARLOTTE_UPSTREAM_{variable}={retired.instead}."
    if (left := retired.days_left(today)) > 0:
        text = f"{model} is shut down on {retired.day}, in {left} day{'s' if left > 1 else ''} (as known on {as_of()})"
        yield Finding("model", "note", text, advice)
    else:
        yield Finding("model", "wrong", f"{model} was shut down on {retired.day}", advice)


async def _ask_chat(settings: Settings) -> list[Finding]:
    where = f"{settings.chat_model} at {settings.chat_url}"
    headers = {"Authorization": f"Bearer {settings.chat_key.get_secret_value()}"} if settings.chat_key else {}
    try:
        async with AsyncClient(timeout=10, mounts={"all://127.0.0.1": None}) as http:
            answer = await http.get(f"{settings.chat_url}/models", headers=headers)
    except HTTPError as failure:
        advice = "Until it answers, the dialogue without a model does. Check CHARLOTTE_CHAT_URL."
        return [Finding("chat model", "wrong", f"{where} cannot be reached ({type(failure).__name__})", advice)]
    if answer.status_code in (401, 403):
        return [Finding("chat model", "wrong", f"{where} refuses the key", "Check CHARLOTTE_CHAT_KEY.")]
    return [Finding("chat model", "ok", f"{where} answers ({answer.status_code})")]


async def _ask(upstream: Upstream) -> list[Finding]:
    where = f"{upstream.name}: {upstream.base_url}"
    try:
        async with AsyncClient(timeout=10, mounts={"all://127.0.0.1": None}) as http:
            answer = await http.get(upstream.url("models"), headers=upstream.headers)
    except HTTPError as failure:
        text = f"{where} cannot be reached ({type(failure).__name__})"
        return [Finding("upstream", "wrong", text, "Check the network and CHARLOTTE_UPSTREAM_URL.")]
    if answer.status_code in (401, 403):
        return [Finding("upstream", "wrong", f"{where} refuses our key", "Check CHARLOTTE_UPSTREAM_KEY or its file.")]
    found = [Finding("upstream", "ok", f"{where} answers")]
    offered = _models(answer)
    if upstream.model and offered and upstream.model not in offered:
        text = f"{upstream.name} does not offer {upstream.model} to this key"
        found.append(Finding("model", "wrong", text, "Set CHARLOTTE_UPSTREAM_MODEL to one it offers."))
    told = answer.headers.get("Date")
    if told:
        skew_s = abs((datetime.now(UTC) - parsedate_to_datetime(told)).total_seconds())
        wrong = skew_s > CLOCK_SKEW_S
        text = f"differs from the provider's by {skew_s:.0f} s"
        found.append(Finding("clock", "wrong" if wrong else "ok", text, "Turn on time sync (NTP)." if wrong else None))
    return found


def _models(answer: Response) -> set[str]:
    try:
        return {str(model["id"]) for model in answer.json()["data"]}
    except (ValueError, KeyError, TypeError):
        return set()
