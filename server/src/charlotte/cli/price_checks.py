"""What `charlotte doctor` looks at in the prices of hosted models."""

from collections.abc import Iterator
from datetime import UTC, datetime

from charlotte.cli.finding import Finding
from charlotte.errors import CharlotteError
from charlotte.ledger.prices import PriceTable
from charlotte.settings import Settings
from charlotte.spending import prices_of

OLD_DAYS = 180


def prices(settings: Settings) -> Iterator[Finding]:
    """Look at the prices: that they can be read, are of these months, and know the models in use."""
    try:
        table = prices_of(settings)
    except CharlotteError as failure:
        yield Finding("prices", "wrong", failure.message, failure.hint)
        return
    now = datetime.now(UTC)
    age = table.days_old(now.date())
    if age > OLD_DAYS:
        advice = "Install a newer Charlotte, or give today's prices with CHARLOTTE_PRICES."
        yield Finding("prices", "note", f"{age} days old ({table.source})", advice)
    unknown = list(_unknown(settings, table, now))
    for model in unknown:
        yield Finding(
            "prices",
            "note",
            f"nobody knows what {model} costs; it is charged at the dearest price there is",
            "Give its price with CHARLOTTE_PRICES; docs/operating.md says how.",
        )
    if age <= OLD_DAYS and not unknown:
        yield Finding("prices", "ok", f"of {table.day} ({table.source})")


def _unknown(settings: Settings, table: PriceTable, now: datetime) -> Iterator[str]:
    for entry in settings.hosted:
        if not table.of(entry.model, now).known:
            yield entry.model or f"the model of {entry.name}"
        if entry.transcription and not table.of_transcription(entry.transcription, now).known:
            yield entry.transcription
