"""What a call costs as it goes on: the recorded calls by hand, everything once, and never less than it costs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from charlotte.ledger.metering import Charge, Meter
from charlotte.ledger.prices import read_prices
from charlotte.protocol.base import Frame
from charlotte.protocol.codec import read_server_event
from charlotte.session.happened import CallEnded, CallOpened, Happened, Source

FRAMES = Path(__file__).parents[1] / "data" / "realtime-frames"
PRICES = read_prices()
AT = datetime(2026, 11, 26, tzinfo=UTC)


def happened(event: Frame | dict[str, Any], seconds: float = 0.0, source: Source = "upstream") -> Happened:
    return Happened(event if isinstance(event, Frame) else read_server_event(event), source, AT, seconds)


def opened(model: str | None = None, upstream: str = "openai", at: float = 0.0) -> list[Happened]:
    call = CallOpened(call_id=None, transport="websocket", upstream=upstream)
    asked = {"type": "session.created", "event_id": "e", "session": {"type": "realtime", "model": model}}
    return [happened(call, at, "charlotte"), *([happened(asked, at)] if model else [])]


def ended(at: float) -> Happened:
    return happened(CallEnded(reason="visitor_left"), at, "charlotte")


def run(*events: Happened) -> tuple[Meter, list[Charge]]:
    meter, found = Meter(PRICES), []
    for event in events:
        meter, charges = meter.observe(event)
        found += charges
    return meter, found


def recorded(name: str) -> Iterator[Happened]:
    for step in yaml.safe_load((FRAMES / name).read_text())["interactions"]:
        if step.get("kind") == "message" and step["direction"] == "received":
            yield happened(step["data"])


@pytest.mark.parametrize(
    ("file", "nano_usd"),
    [
        # All of gpt-realtime: text in 4, cached .40, out 16; audio out 64 (USD per million tokens).
        ("test_azure_ws-test_message_history_seeding.yaml", [21 * 4000 + 128 * 400 + 33 * 16_000]),
        ("test_openai_ws-test_text_in_audio_out_turn.yaml", [16 * 4000 + 9 * 16_000 + 15 * 64_000]),
        (
            "test_openai_ws-test_tool_call_round.yaml",
            [63 * 4000 + 22 * 16_000, 39 * 4000 + 64 * 400 + 13 * 16_000],
        ),
        ("test_openai_ws_sideband-test_webrtc_sideband_text_turn.yaml", [12 * 4000 + 5 * 16_000]),
    ],
)
def test_recorded_calls_cost_what_a_hand_calculation_says(file: str, nano_usd: list[int]) -> None:
    _, charges = run(*opened(), *recorded(file), ended(9.0))
    assert [charge.nano for charge in charges] == nano_usd
    assert {(charge.model, charge.known, charge.estimated) for charge in charges} == {("gpt-realtime", True, False)}


def response(type_: str, id_: str = "resp_1", status: str = "completed", **fields: Any) -> dict[str, Any]:
    return {"type": type_, "event_id": "e", "response": {"id": id_, "status": status, **fields}}


def spoken(text: str, id_: str = "resp_1") -> dict[str, Any]:
    place = {"response_id": id_, "item_id": "i", "output_index": 0, "content_index": 0}
    return {"type": "response.output_audio_transcript.delta", "event_id": "e", "delta": text, **place}


USED = {
    "input_tokens": 1000,
    "output_tokens": 100,
    "input_token_details": {
        "text_tokens": 1000,
        "cached_tokens": 900,
        "cached_tokens_details": {"text_tokens": 900, "audio_tokens": 0},
    },
    "output_token_details": {"text_tokens": 20, "audio_tokens": 80},
}
CACHED_NANO = 100 * 4000 + 900 * 400
"""Reading what USED read once more."""


def test_an_answer_cut_off_is_charged_by_what_was_heard_of_it() -> None:
    begun = [happened(response("response.created", status="in_progress"), 1.0), happened(spoken("a" * 120), 2.0)]
    meter, charges = run(*opened("gpt-realtime-2.1"), *begun)
    assert charges == []
    assert meter.reserve(AT, 2.0) >= 10 * 20 * 64_000, "ten seconds of a slow speaker"
    _, charges = run(*opened("gpt-realtime-2.1"), *begun, ended(3.0))
    (charge,) = charges
    assert (charge.ref, charge.estimated) == ("resp_1", True)
    assert charge.nano >= 10 * 20 * 64_000


def test_an_answer_without_usage_is_never_free_unless_it_failed() -> None:
    begun = happened(response("response.created", status="in_progress"), 1.0)
    _, (charge,) = run(*opened("gpt-realtime-2.1"), begun, happened(response("response.done"), 2.0))
    assert charge.estimated and charge.nano > 0
    _, (charge,) = run(*opened("gpt-realtime-2.1"), begun, happened(response("response.done", status="failed"), 2.0))
    assert charge.nano == 0


def test_the_next_answer_is_reserved_for() -> None:
    done = happened(response("response.done", usage=USED), 10.0)
    meter, _ = run(*opened("gpt-realtime-2.1"), done)
    again = CACHED_NANO + 20 * 4000 + 80 * 32_000 + 20 * 24_000 + 80 * 64_000
    assert meter.reserve(AT, 20.0) == again, "what was read, the answer itself, and as long an answer"
    assert meter.reserve(AT, 1000.0) == again + 900 * 3600, "the provider's cache is lost after a while"
    said = {"type": "input_audio_buffer.committed", "event_id": "e", "item_id": "i"}
    meter, _ = run(*opened("gpt-realtime-2.1"), done, happened(said, 11.0))
    assert meter.reserve(AT, 20.0) == again + 150 * 32_000, "speech of unknown length"


def test_what_a_page_relays_or_a_replay_confirms_moves_no_money() -> None:
    told = response("response.done", usage=USED)
    _, charges = run(*opened("gpt-realtime-2.1"), happened(told, 1.0, "relayed"), happened(told, 1.0, "replay"))
    assert charges == []


def test_the_embedded_engine_is_free_and_counted() -> None:
    _, (charge,) = run(*opened("charlotte", "embedded"), happened(response("response.done", usage=USED), 1.0), ended(2))
    assert (charge.nano, charge.input_tokens, charge.cached_tokens, charge.output_tokens) == (0, 1000, 900, 100)
    _, (elsewhere,) = run(*opened("charlotte", "realtime"), happened(response("response.done", usage=USED), 1.0))
    assert (elsewhere.nano, elsewhere.known) == (0, True)


def test_open_time_is_charged_in_pieces_that_add_up_to_it() -> None:
    ticks = [happened({"type": "rate_limits.updated", "event_id": "e", "rate_limits": []}, at) for at in (30, 70, 200)]
    meter, charges = run(*opened("gpt-live-1"), *ticks, ended(230.5))
    assert sum(charge.seconds for charge in charges) == 230.5
    assert sum(charge.nano for charge in charges) == pytest.approx(230.5 / 60 * 50_000_000, abs=len(charges))
    assert len({charge.ref for charge in charges}) == len(charges) == 3
    assert meter.reserve(AT, 500.0) == 0, "a call that ended costs nothing more"
    meter, _ = run(*opened("gpt-live-1"))
    assert meter.reserve(AT, 60.0) == 2 * 50_000_000, "a minute gone and a minute to come"


def test_a_model_nobody_knows_is_charged_at_the_dearest() -> None:
    _, (charge,) = run(*opened("mystery", "realtime"), happened(response("response.done", usage=USED), 1.0))
    assert not charge.known
    assert charge.nano == 100 * 5000 + 900 * 2500 + 20 * 24_000 + 80 * 80_000
