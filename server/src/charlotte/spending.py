"""From the settings to what models cost and what may be spent on them."""

from collections.abc import Callable

from charlotte.broker.upstreams import EMBEDDED
from charlotte.clock import Clock
from charlotte.ledger.budget import Allowed
from charlotte.ledger.budgets import Budgets
from charlotte.ledger.metering import Meter, Models
from charlotte.ledger.metrics import Metrics
from charlotte.ledger.money import nano
from charlotte.ledger.prices import PriceTable, read_prices
from charlotte.session.budget import ENDED_BY_BUDGET
from charlotte.session.call import Call
from charlotte.settings import Settings


def prices_of(settings: Settings) -> PriceTable:
    """Return what models cost: the organiser's own prices, then those that ship. Raises `BadInput`."""
    return read_prices(settings.prices, before=read_prices()) if settings.prices else read_prices()


def meter_of(settings: Settings) -> Meter:
    """Return the meter that every call begins with."""
    models = {entry.name: Models(entry.model, entry.transcription) for entry in settings.hosted}
    return Meter(prices_of(settings), models).served_by(next(iter(models), EMBEDDED))


def budgets_of(
    settings: Settings, clock: Clock, metrics: Metrics, *, live_call: Callable[[str], Call | None]
) -> Budgets:
    """Return the budgets; `live_call` finds the call of a conversation whose money is spent."""

    def end_call(session_id: str) -> None:
        call = live_call(session_id)
        # What the call before it cost may be known only now; the embedded engine costs nothing and goes on.
        if call is not None and (call.upstream != EMBEDDED or budgets.verdict(call.session) == "stop"):
            call.end(ENDED_BY_BUDGET)

    allowed = Allowed(
        event=None if settings.budget_event is None else nano(settings.budget_event),
        session=None if settings.budget_session is None else nano(settings.budget_session),
        afterwards=settings.budget_afterwards,
    )
    budgets = Budgets(clock, allowed, end_call=end_call, on_charge=metrics.charged)
    return budgets
