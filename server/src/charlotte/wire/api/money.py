"""`/api/staff/costs` and `/api/staff/budgets`: what was spent, and what may be."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal

import structlog
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from charlotte.ledger.budget import Afterwards, Allowed
from charlotte.ledger.costs import By, Sum
from charlotte.ledger.money import micro, nano, usd
from charlotte.session.budget import Verdict
from charlotte.wire.api.parts import ApiParts, parts_of, staff_changes, staff_only
from charlotte.wire.api.problems import PROBLEMS
from charlotte.wire.api.spreadsheet import csv_table, wants_csv

log = structlog.get_logger(__name__)

router = APIRouter(prefix="/api/staff", tags=["staff"], responses=PROBLEMS)

ROWS = 1000
CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


class Money(BaseModel):
    """An amount of money."""

    cost_usd: str = Field(description="US dollars, exactly.", examples=["0.017320000"])
    cost_micro_usd: int = Field(description="Millionths of a dollar, rounded up.")


class CostRow(Money):
    """Charges added up."""

    key: str = Field(description="The hour (UTC), device, conversation, congress, or upstream/model.")
    responses: int
    transcriptions: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    open_seconds: float = Field(description="Of calls that are billed by time.")
    estimated: int = Field(description="Charges that are estimates: the provider did not say what was used.")
    unpriced: int = Field(description="Charges of models whose price nobody knows, at the dearest.")


class ModelShown(BaseModel):
    """Who spoke."""

    upstream: str
    model: str


class PricesShown(BaseModel):
    """Where the prices come from."""

    source: str
    date: date
    days_old: int


class CostsShown(Money):
    """What hosted models have cost."""

    event: str | None
    by: By
    rows: list[CostRow]
    unpriced: list[ModelShown] = Field(description="Models whose price nobody knows; give them with CHARLOTTE_PRICES.")
    prices: PricesShown


class Limit(BaseModel):
    """What may be spent."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)

    event_usd: Decimal | None = Field(
        ge=0, lt=1_000_000_000, decimal_places=9, description="For a congress, all in all; null = no limit."
    )
    session_usd: Decimal | None = Field(
        ge=0, lt=1_000_000_000, decimal_places=9, description="For one conversation; null = no limit."
    )
    afterwards: Afterwards = Field(
        default="embedded", description="Who serves visitors once it is spent: the embedded engine, or nobody."
    )


class EventBudget(Limit):
    """One congress's budget and how it stands."""

    event: str
    spent_usd: str
    spent_micro_usd: int
    held_back_usd: str = Field(description="What calls under way may have cost beyond that.")
    verdict: Verdict = Field(description="Whether a new conversation may use hosted models.")


class BudgetsShown(BaseModel):
    """All budgets."""

    every_event: Limit = Field(description="Of congresses that were given none of their own.")
    events: list[EventBudget]
    unpriced: list[ModelShown]
    prices: PricesShown


@router.get("/costs", summary="What hosted models have cost", response_model=CostsShown, responses=CSV)
async def costs(  # noqa: PLR0913 - each is a query parameter
    request: Request,
    event: str | None = Query(default=None, max_length=200),
    by: By = "hour",
    format: Literal["json", "csv"] = "json",
    limit: int = Query(default=ROWS, ge=1, le=10_000),
) -> CostsShown | Response:
    """Return the charges of a congress, or of all, added up by hour, device, conversation, congress or model."""
    staff_only(request)
    parts = parts_of(request)
    rows = [_row(found) for found in await parts.ledger.costs.by(by, event, limit)]
    if wants_csv(request, format):
        columns = [by, *(name for name in CostRow.model_fields if name != "key")]
        table = [[row.key, *row.model_dump(exclude={"key"}).values()] for row in rows]
        return csv_table(f"costs-by-{by}", columns, table)
    total = await parts.ledger.costs.total(event)
    return CostsShown(
        **_money(total.nano), event=event, by=by, rows=rows, unpriced=_unpriced(parts), prices=_prices(parts)
    )


@router.get("/budgets", summary="What may be spent")
async def budgets(request: Request) -> BudgetsShown:
    """Return the budget of every congress, what is spent of it, and who may serve visitors."""
    staff_only(request)
    parts = parts_of(request)
    congresses = await parts.congresses.all()
    return BudgetsShown(
        every_event=Limit(**_limit(parts.ledger.budgets.allowed())),
        events=[_event(parts, congress.id) for congress in congresses],
        unpriced=_unpriced(parts),
        prices=_prices(parts),
    )


@router.put("/budgets", summary="Change what may be spent")
async def change(
    body: Limit, request: Request, event: str | None = Query(default=None, min_length=1, max_length=200)
) -> BudgetsShown:
    """Set the budget of one congress (`event`), or of all that have none of their own; it holds at once."""
    parts, member = parts_of(request), staff_changes(request)
    if event is not None:
        await parts.congresses.programme(event)
    before = _limit(parts.ledger.budgets.allowed() if event is None else parts.ledger.budgets.allowed(event))
    allowed = Allowed(_nano(body.event_usd), _nano(body.session_usd), body.afterwards)
    await parts.ledger.allow(event, allowed)
    await parts.log.add(member, "budget_changed", event_id=event, before=before, after=_limit(allowed))
    log.info("budget.changed", event_id=event, event_usd=str(body.event_usd), session_usd=str(body.session_usd))
    return await budgets(request)


def _event(parts: ApiParts, event_id: str) -> EventBudget:
    found = parts.ledger.budgets
    spent = found.spent(event_id)
    return EventBudget(
        **_limit(found.allowed(event_id)),
        event=event_id,
        spent_usd=usd(spent.event),
        spent_micro_usd=micro(spent.event),
        held_back_usd=usd(spent.event_reserve),
        verdict=found.verdict_of_event(event_id),
    )


def _row(found: Sum) -> CostRow:
    values = {name: value for name, value in vars(found).items() if name != "nano"}
    return CostRow(**_money(found.nano), **{**values, "open_seconds": round(found.open_seconds, 3)})


def _money(amount: int) -> dict[str, object]:
    return {"cost_usd": usd(amount), "cost_micro_usd": micro(amount)}


def _limit(allowed: Allowed) -> dict[str, object]:
    return {
        "event_usd": None if allowed.event is None else usd(allowed.event),
        "session_usd": None if allowed.session is None else usd(allowed.session),
        "afterwards": allowed.afterwards,
    }


def _nano(amount: Decimal | None) -> int | None:
    return None if amount is None else nano(amount)


def _unpriced(parts: ApiParts) -> list[ModelShown]:
    return [ModelShown(upstream=upstream, model=model) for upstream, model in sorted(parts.ledger.budgets.unpriced)]


def _prices(parts: ApiParts) -> PricesShown:
    table = parts.ledger.prices
    return PricesShown(source=table.source, date=table.day, days_old=table.days_old(parts.clock.now().date()))
