"""What models cost: dated prices by name, from the file that ships and from the organiser's own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from charlotte.errors import BadInput

SHIPPED = Path(__file__).parent / "prices.json"
DATED_NAME = re.compile(r"-\d{4}-?\d{2}-?\d{2}$")
"""A provider names the state of a model by the day; it costs what the model costs."""
REMEMBERED = 500
"""Answers of a table kept at once."""
OURS = ("charlotte",)
"""The embedded engine, wherever it runs, costs nothing."""


@dataclass(frozen=True)
class Rates:
    """Prices of one model: USD per million tokens, and USD per hour; None = it is not billed by that."""

    text_in: Decimal | None = None
    text_cached: Decimal | None = None
    text_out: Decimal | None = None
    audio_in: Decimal | None = None
    audio_cached: Decimal | None = None
    audio_out: Decimal | None = None
    image_in: Decimal | None = None
    image_cached: Decimal | None = None
    hour: Decimal | None = None
    """Of sound for a transcription, of the open call for a conversation."""

    @property
    def by_tokens(self) -> bool:
        """Whether tokens are billed at all."""
        return self.text_in is not None or self.audio_in is not None


FREE = Rates(*(Decimal(0) for _ in fields(Rates)))


@dataclass(frozen=True)
class Found:
    """The prices of a model at a moment; `known` False = nobody knows them, and these are the dearest there are."""

    rates: Rates
    known: bool = True


class _Dated(BaseModel):
    """Prices from a day on."""

    model_config = ConfigDict(extra="forbid")

    since: date | None = None
    text_in: Decimal | None = Field(default=None, ge=0)
    text_cached: Decimal | None = Field(default=None, ge=0)
    text_out: Decimal | None = Field(default=None, ge=0)
    audio_in: Decimal | None = Field(default=None, ge=0)
    audio_cached: Decimal | None = Field(default=None, ge=0)
    audio_out: Decimal | None = Field(default=None, ge=0)
    image_in: Decimal | None = Field(default=None, ge=0)
    image_cached: Decimal | None = Field(default=None, ge=0)
    hour: Decimal | None = Field(default=None, ge=0)

    def rates(self) -> Rates:
        return Rates(**{field.name: getattr(self, field.name) for field in fields(Rates)})


class _Model(BaseModel):
    """What one model is called and costs."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["conversation", "transcription"] = "conversation"
    names: list[str] = []
    beginnings: list[str] = []
    prices: list[_Dated] = Field(min_length=1)


class _File(BaseModel):
    """A file of prices."""

    source: str
    date: date
    unit: str = ""
    models: list[_Model]


@dataclass(frozen=True, eq=False)
class PriceTable:
    """Prices of all models, as of a day."""

    source: str
    day: date
    models: tuple[_Model, ...]
    _asked: dict[tuple[str | None, date, bool], Found] = field(default_factory=dict, init=False, repr=False)

    def of(self, model: str | None, at: datetime) -> Found:
        """Return the prices of a conversation's model."""
        return self._remembered(model, at.date(), conversation=True)

    def of_transcription(self, model: str | None, at: datetime) -> Found:
        """Return the prices of a model that transcribes; what it is not billed by has the dearest price."""
        return self._remembered(model, at.date(), conversation=False)

    def _remembered(self, model: str | None, day: date, *, conversation: bool) -> Found:
        key = (model, day, conversation)
        if key not in self._asked:
            if len(self._asked) > REMEMBERED:
                self._asked.clear()
            found = self._of(model, day, self._dearest(day, conversation=conversation))
            self._asked[key] = found if conversation else self._transcribing(found, day)
        return self._asked[key]

    def _transcribing(self, found: Found, day: date) -> Found:
        dearest = self._dearest(day, conversation=False)
        if found.rates.hour is None:
            found = replace(found, rates=replace(found.rates, hour=dearest.hour))
        if not found.rates.by_tokens:
            found = replace(found, rates=replace(dearest, hour=found.rates.hour))
        return found

    def days_old(self, today: date) -> int:
        """Return how many days ago the prices were written down."""
        return (today - self.day).days

    def _of(self, name: str | None, day: date, dearest: Rates) -> Found:
        name = (name or "").lower()
        if name in OURS:
            return Found(FREE)
        model = self._find(name) or self._find(DATED_NAME.sub("", name))
        return Found(_at(model, day)) if model else Found(dearest, known=False)

    def _find(self, name: str) -> _Model | None:
        exact = (model for model in self.models if name in model.names)
        begun = (model for model in self.models if any(map(name.startswith, model.beginnings)))
        return next(exact, None) or next(begun, None)

    def _dearest(self, day: date, *, conversation: bool) -> Rates:
        wanted = "conversation" if conversation else "transcription"
        kind = [_at(model, day) for model in self.models if model.kind == wanted]
        if conversation:
            # A model billed by the hour costs less than the dearest billed by tokens, so no hour is added to them.
            kind = [replace(rates, hour=None) for rates in kind]
        return Rates(**{field.name: _most(getattr(rates, field.name) for rates in kind) for field in fields(Rates)})


def read_prices(path: Path = SHIPPED, *, before: PriceTable | None = None) -> PriceTable:
    """Return the prices of a file; where it names a model that `before` has too, the file's price holds.

    Raises `BadInput` that says what is wrong in the file.
    """
    try:
        found = _File.model_validate(orjson.loads(path.read_bytes()))
    except OSError as failure:
        raise BadInput(f"The price file {path} cannot be read: {failure.strerror}.") from None
    except orjson.JSONDecodeError as failure:
        raise BadInput(f"The price file {path} is not JSON: {failure}.") from None
    except ValidationError as failure:
        raise BadInput(f"The price file {path} is not right: {_first(failure.errors())}.", hint=HINT) from None
    models = tuple(model.model_copy(update={"names": [name.lower() for name in model.names]}) for model in found.models)
    if before is None:
        return PriceTable(found.source, found.date, models)
    return PriceTable(f"{found.source}; {before.source}", min(found.date, before.day), models + before.models)


HINT = 'Write it like {"source": "…", "date": "2026-01-31", "models": [{"names": ["…"], "prices": [{"text_in": "4"}]}]}'


def _at(model: _Model, day: date) -> Rates:
    begun = [prices for prices in model.prices if prices.since is None or prices.since <= day]
    return max(begun or model.prices, key=lambda prices: prices.since or date.min).rates()


def _most(prices: Iterable[Decimal | None]) -> Decimal | None:
    return max((price for price in prices if price is not None), default=None)


def _first(errors: Iterable[Mapping[str, Any]]) -> str:
    error = next(iter(errors))
    place = ".".join(map(str, error["loc"]))
    return f"{place}: {error['msg']}" if place else str(error["msg"])
