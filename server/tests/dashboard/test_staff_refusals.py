"""Whatever staff may be refused with at programmes, documents and registrations, the page has words of its own for."""

import re
from collections.abc import Iterator
from pathlib import Path

import charlotte.app  # noqa: F401 - so that every kind of error is known
from charlotte.errors import CharlotteError

WORDS = Path(__file__).parents[3] / "web/src/i18n/staff/refusals/en.ts"
ROOMS = ("congress", "documents", "knowledge", "dashboard", "access.staff", "wire.api.bodies")
ROOMS += ("ledger.registration_lists", "ledger.sealed_lists", "ledger.vault")
NEVER_SHOWN = {
    "brief_changed": "the details have their own words beside the button",
    "embedding_failed": "documents are found by words then, and nobody is refused",
    "no_registrations": "a visitor's look-up; staff see that there is no list",
    "vectors_differ": "documents are found by words then, and nobody is refused",
    "origin_missing": "the page sends its origin",
}


def kinds(of: type[CharlotteError]) -> Iterator[type[CharlotteError]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_the_page_has_words_for_every_refusal() -> None:
    rooms = tuple(f"charlotte.{room}" for room in ROOMS)
    codes = {kind.code for kind in kinds(CharlotteError) if kind.__module__.startswith(rooms)}
    assert {"unreadable_file", "documents_changed", "registrations_changed", "not_a_list"} <= codes
    worded = set(re.findall(r"^  (\w+):", WORDS.read_text(encoding="utf-8"), re.MULTILINE))
    assert codes - set(NEVER_SHOWN) - worded == set()
    assert {"bad_input", "not_found", "internal_error"} <= worded
