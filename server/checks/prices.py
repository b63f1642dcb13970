"""Write the price data from the package `genai-prices` (`--write`), or fail when it does not match the package."""

import json
import sys
from datetime import UTC, datetime
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

from genai_prices.data import providers
from genai_prices.types import ClauseEquals, ClauseOr, ClauseStartsWith, ModelInfo, StartDateConstraint

PRICES = Path(__file__).resolve().parents[1] / "src/charlotte/ledger/prices.json"
PROVIDERS = ("openai", "elevenlabs")
"""Who serves the Realtime protocol and bills nothing but tokens and time."""
TRANSCRIBES = ("transcribe", "whisper")
FIELDS = {
    "input_mtok": "text_in",
    "cache_read_mtok": "text_cached",
    "output_mtok": "text_out",
    "input_audio_mtok": "audio_in",
    "cache_audio_read_mtok": "audio_cached",
    "output_audio_mtok": "audio_out",
    "input_image_mtok": "image_in",
    "cache_image_read_mtok": "image_cached",
    "audio_hours": "hour",
}


def names(model: ModelInfo) -> dict[str, list[str]]:
    """Return what a model is called: exact names, and beginnings of names."""
    clauses = model.match.or_ if isinstance(model.match, ClauseOr) else [model.match]
    return {
        "names": sorted(clause.equals for clause in clauses if isinstance(clause, ClauseEquals)),
        "beginnings": sorted(clause.starts_with for clause in clauses if isinstance(clause, ClauseStartsWith)),
    }


def rates(prices: Any) -> dict[str, str]:
    """Return one set of prices under our names."""
    known = {FIELDS[key]: value for key, value in prices.__dict__.items() if key in FIELDS and value is not None}
    assert all(isinstance(value, Decimal) for value in known.values()), "a price in tiers is not understood"
    return {field: str(known[field]) for field in FIELDS.values() if field in known}


def dated(model: ModelInfo) -> list[dict[str, str]]:
    """Return the prices of a model in the order of the days from which they hold."""
    if not isinstance(model.prices, list):
        return [rates(model.prices)]
    found = []
    for conditional in model.prices:
        constraint = conditional.constraint
        assert constraint is None or isinstance(constraint, StartDateConstraint), "a price by the hour of the day"
        since = {"since": constraint.start_date.isoformat()} if constraint else {}
        found.append({**since, **rates(conditional.prices)})
    return sorted(found, key=lambda prices: prices.get("since", ""))


def priced_models() -> list[dict[str, Any]]:
    """Return every model that is of use here."""
    models = [model for provider in providers if provider.id in PROVIDERS for model in provider.models]
    return [
        {
            **names(model),
            "kind": "transcription" if any(word in model.id for word in TRANSCRIBES) else "conversation",
            "prices": dated(model),
        }
        for model in models
        if speaks_realtime(model)
    ]


def speaks_realtime(model: ModelInfo) -> bool:
    """Tell whether a model converses or transcribes over the Realtime protocol."""
    every = model.prices if isinstance(model.prices, list) else [model]
    has_sound = any({"input_audio_mtok", "audio_hours"} & vars(priced.prices).keys() for priced in every)
    return has_sound and any(word in model.id for word in ("realtime", "live", *TRANSCRIBES))


def text(head: dict[str, str], models: list[dict[str, Any]]) -> str:
    """Return the file, a model a line."""
    lines = ",\n".join(f"  {json.dumps(model)}" for model in models)
    return f'{json.dumps(head, indent=1)[:-2]},\n "models": [\n{lines}\n ]\n}}\n'


def main(options: list[str]) -> int:
    """Write the file or compare it; its date changes only with a price."""
    models = priced_models()
    written = json.loads(PRICES.read_text(encoding="utf-8")) if PRICES.exists() else {}
    if options == ["--write"]:
        head = {
            "source": f"genai-prices {version('genai-prices')}, https://github.com/pydantic/genai-prices",
            "date": datetime.now(UTC).date().isoformat(),
            "unit": "USD per million tokens; `hour`: USD per hour of sound, or of the open session",
        }
        PRICES.write_text(text(head, models), encoding="utf-8")
        return 0
    if written.get("models") == models:
        return 0
    print("prices.json does not match the installed genai-prices; run `make prices`")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
