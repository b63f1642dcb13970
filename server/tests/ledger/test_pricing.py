"""What one event costs: hand calculations, and what must hold whatever a provider says."""

import json
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.errors import BadInput
from charlotte.ledger.money import micro, nano, usd
from charlotte.ledger.prices import PriceTable, Rates, read_prices
from charlotte.ledger.pricing import Tokens, cost_of_time, cost_of_tokens, cost_of_transcription, tokens_of
from charlotte.protocol.usage import TranscriptionUsage, Usage

AT = datetime(2026, 11, 26, tzinfo=UTC)
SHIPPED = read_prices()

VOICE_TURN = {
    "input_tokens": 1500,
    "output_tokens": 420,
    "input_token_details": {
        "text_tokens": 900,
        "audio_tokens": 600,
        "image_tokens": 0,
        "cached_tokens": 1200,
        "cached_tokens_details": {"text_tokens": 800, "audio_tokens": 400, "image_tokens": 0},
    },
    "output_token_details": {"text_tokens": 120, "audio_tokens": 300},
}


def response_cost(model: str | None, usage: dict[str, object], table: PriceTable = SHIPPED) -> int:
    return cost_of_tokens(table.of(model, AT).rates, tokens_of(Usage.model_validate(usage)))


def transcription_cost(model: str | None, usage: dict[str, object]) -> int:
    return cost_of_transcription(SHIPPED.of_transcription(model, AT).rates, TranscriptionUsage.model_validate(usage))


@pytest.mark.parametrize(
    ("model", "micro_usd"),
    [
        # 100 text at 4, 800 cached at .40, 200 audio at 32, 400 cached at .40, 120 text out at 24, 300 audio out at 64
        ("gpt-realtime-2.1", 400 + 320 + 6400 + 160 + 2880 + 19200),
        ("gpt-realtime-2", 400 + 320 + 6400 + 160 + 2880 + 19200),
        ("gpt-realtime-2.1-2026-09-01", 400 + 320 + 6400 + 160 + 2880 + 19200),
        ("gpt-realtime-1.5", 400 + 320 + 6400 + 160 + 120 * 16 + 19200),
        ("gpt-realtime", 400 + 320 + 6400 + 160 + 120 * 16 + 19200),
        ("gpt-realtime-2.1-mini", 60 + 48 + 2000 + 120 + 288 + 6000),
        ("gpt-live-1", 0),
        ("charlotte", 0),
    ],
)
def test_a_voice_turn_by_hand(model: str, micro_usd: int) -> None:
    assert response_cost(model, VOICE_TURN) == micro_usd * 1000


@pytest.mark.parametrize(
    ("model", "usage", "nano_usd"),
    [
        ("gpt-realtime-whisper", {"type": "duration", "seconds": 60}, 17_000_000),
        ("gpt-live-transcribe", {"type": "duration", "seconds": 3}, 850_000),
        ("whisper-1", {"type": "duration", "seconds": 10.5}, 1_050_000),
        (
            "gpt-4o-transcribe",
            {"type": "tokens", "input_tokens": 110, "output_tokens": 20, "input_token_details": {
                "text_tokens": 10, "audio_tokens": 100}},
            (10 * 2500 + 100 * 6000 + 20 * 10_000),
        ),
        ("gpt-4o-mini-transcribe", {"type": "tokens", "input_tokens": 100, "output_tokens": 20}, 400_000),
        # A model by the hour that counts tokens costs what the dearest by tokens does, and the other way round.
        ("whisper-1", {"type": "tokens", "input_tokens": 100, "output_tokens": 20}, 100 * 6000 + 20 * 10_000),
        ("gpt-4o-transcribe", {"type": "duration", "seconds": 60}, 17_000_000),
        ("nobody-knows", {"type": "duration", "seconds": 60}, 17_000_000),
    ],
)  # fmt: skip
def test_transcriptions_by_hand(model: str, usage: dict[str, object], nano_usd: int) -> None:
    assert transcription_cost(model, usage) == nano_usd


def test_open_time_by_hand() -> None:
    rates = SHIPPED.of("gpt-live-1", AT).rates
    assert cost_of_time(rates, 60) == 50_000_000
    assert cost_of_time(rates, 0.001) == 834
    assert cost_of_time(SHIPPED.of("gpt-realtime-2.1", AT).rates, 60) == 0


def test_what_the_provider_leaves_out_counts_as_the_dearer() -> None:
    assert response_cost("gpt-realtime-2.1", {"input_tokens": 10, "output_tokens": 10}) == 10 * 32_000 + 10 * 64_000
    details = {"text_tokens": 100, "audio_tokens": 100, "cached_tokens": 100}
    usage = {"input_tokens": 200, "input_token_details": details}
    assert response_cost("gpt-realtime-2.1", usage) == 100 * 400 + 100 * 32_000


@pytest.mark.parametrize("model", ["gpt-realtime-99", None, "", "somebody-elses"])
def test_an_unknown_model_costs_the_dearest_that_is_known(model: str | None) -> None:
    found = SHIPPED.of(model, AT)
    assert not found.known
    talking = [entry for entry in SHIPPED.models if entry.kind == "conversation"]
    named = [name for entry in talking for name in (*entry.names, *entry.beginnings)]
    assert response_cost(model, VOICE_TURN) >= max(response_cost(name, VOICE_TURN) for name in named) > 0
    minute = Usage.model_validate({"output_token_details": {"audio_tokens": 1200}})
    by_the_hour = [cost_of_time(SHIPPED.of(name, AT).rates, 60) for name in named]
    spoken = cost_of_tokens(found.rates, tokens_of(minute))
    assert spoken >= max(by_the_hour), "dearer than a minute of any model by the hour"


COUNT = st.one_of(st.none(), st.integers(-5, 10**7))
KINDS = st.fixed_dictionaries({"text_tokens": COUNT, "audio_tokens": COUNT, "image_tokens": COUNT})
USAGE = st.fixed_dictionaries(
    {
        "input_tokens": COUNT,
        "output_tokens": COUNT,
        "input_token_details": st.one_of(
            st.none(),
            st.builds(
                lambda kinds, cached, told: {**kinds, "cached_tokens": cached, "cached_tokens_details": told},
                KINDS,
                COUNT,
                st.one_of(st.none(), KINDS),
            ),
        ),
        "output_token_details": st.one_of(st.none(), KINDS),
    }
)
RATES = st.builds(
    Rates,
    **{field.name: st.one_of(st.none(), st.decimals(0, 200, places=4)) for field in fields(Rates)},
)


@given(USAGE, RATES)
def test_no_usage_costs_less_than_nothing(usage: dict[str, object], rates: Rates) -> None:
    assert cost_of_tokens(rates, tokens_of(Usage.model_validate(usage))) >= 0


@given(RATES, st.tuples(*[st.integers(0, 10**6)] * 10))
def test_a_sum_costs_what_its_parts_cost(rates: Rates, counts: tuple[int, ...]) -> None:
    whole = Tokens(*counts)
    names = [field.name for field in fields(Tokens)]
    parts = sum(cost_of_tokens(rates, Tokens(**{name: getattr(whole, name)})) for name in names)
    assert parts - len(names) <= cost_of_tokens(rates, whole) <= parts, "rounded up once, not ten times"


@given(st.integers(0, 10**15))
def test_money_is_written_exactly(amount: int) -> None:
    assert nano(Decimal(usd(amount))) == amount
    assert micro(amount) * 1000 - 1000 < amount <= micro(amount) * 1000


def test_prices_hold_from_their_day(tmp_path: Path) -> None:
    file = tmp_path / "prices.json"
    prices = [{"text_in": 1}, {"since": "2026-07-01", "text_in": "2.5"}]
    models = [{"names": ["Mine"], "prices": prices}, {"names": ["gpt-realtime-2.1"], "prices": [{"text_in": "0"}]}]
    file.write_text(json.dumps({"source": "contract", "date": "2026-01-05", "models": models}))
    table = read_prices(file, before=SHIPPED)
    assert table.of("mine", datetime(2026, 6, 30, tzinfo=UTC)).rates.text_in == 1
    assert table.of("mine", datetime(2026, 7, 1, tzinfo=UTC)).rates.text_in == Decimal("2.5")
    assert response_cost("gpt-realtime-2.1", VOICE_TURN, table) == 0, "the organiser's own price comes first"
    assert response_cost("gpt-realtime-2.1-mini", VOICE_TURN, table) > 0
    assert (table.days_old(AT.date()), table.source.partition(";")[0]) == (325, "contract")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read"),
        ("{", "not JSON"),
        ("{}", "Field required"),
        ('{"source": "s", "date": "2026-01-05", "models": [{"names": ["x"], "prices": []}]}', "models.0.prices"),
        ('{"source": "s", "date": "2026-01-05", "models": [{"names": ["x"], "prices": [{"text": 4}]}]}', "text"),
        ('{"source": "s", "date": "2026-01-05", "models": [{"names": ["x"], "prices": [{"hour": -1}]}]}', "hour"),
    ],
)
def test_a_bad_price_file_is_explained(tmp_path: Path, content: str | None, says: str) -> None:
    file = tmp_path / "prices.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(BadInput, match=says):
        read_prices(file)
