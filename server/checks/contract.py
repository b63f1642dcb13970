"""Fail when `web/contract/`, from which the page's types are made, is not what the server says; `--write` renews it."""

import json
import sys
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from charlotte.dashboard.routes import ROUTERS as STAFF_ROUTERS
from charlotte.protocol.schema import document, realtime_document
from charlotte.session.signals import Signal
from charlotte.tools import results
from charlotte.tools.proposals import Confirmation
from charlotte.wire.api.routes import PAGE_ROUTERS

CONTRACT = Path(__file__).resolve().parents[2] / "web" / "contract"

RESULTS = (
    results.SessionsResult
    | results.SessionResult
    | results.WhatsOnResult
    | results.SpeakerResult
    | results.PlaceResult
    | results.PassagesResult
    | results.FactsResult
    | results.RegistrationResult
    | results.CheckedIn
)


def page_routes() -> dict[str, Any]:
    """Return the OpenAPI document of the routes that the page calls by itself."""
    app = FastAPI(title="What the page asks of the server", version="1")
    for router in (*PAGE_ROUTERS, *STAFF_ROUTERS):
        app.include_router(router)
    return app.openapi()


def documents() -> dict[str, dict[str, Any]]:
    """Return the contract's documents by file name."""
    return {
        "realtime.json": realtime_document(),
        "routes.json": page_routes(),
        "signals.json": document("Signals beside the call", {"Signal": Signal}),
        "results.json": without_nulls(document("Tool results", {"ToolResult": RESULTS, "Confirmation": Confirmation})),
    }


def without_nulls(contract: dict[str, Any]) -> dict[str, Any]:
    """Return a document in which what is not known is left out, as the gateway leaves it out, instead of null."""
    for schema in contract["components"]["schemas"].values():
        for name, field in schema.get("properties", {}).items():
            known = [option for option in field.get("anyOf", ()) if option != {"type": "null"}]
            if known and len(known) < len(field["anyOf"]):
                del field["anyOf"]
                field |= known[0] if len(known) == 1 else {"anyOf": known}
                field.pop("default", None)
                schema["required"] = [other for other in schema.get("required", ()) if other != name]
    return contract


def as_text(content: dict[str, Any]) -> str:
    """Return a document as it is kept in the repository."""
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def main(write: bool) -> int:
    """Compare or write; name each file that differs."""
    differing = []
    for name, content in documents().items():
        path, text = CONTRACT / name, as_text(content)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        differing.append(name)
        if write:
            CONTRACT.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if differing and not write:
        print(f"web/contract differs from the server: {', '.join(differing)}. Run `make protocol`.")
    return 1 if differing and not write else 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
