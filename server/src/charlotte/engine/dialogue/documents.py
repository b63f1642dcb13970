"""Questions that neither the programme nor staff answer, looked up in the documents and answered in their own words."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from pydantic import ValidationError

from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.clauses import asks_several
from charlotte.engine.dialogue.focus import outputs
from charlotte.engine.dialogue.practical import is_told
from charlotte.engine.dialogue.reading import Reading
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.passage import STAFF
from charlotte.knowledge.query import query_of
from charlotte.protocol.items import FunctionCall
from charlotte.session.turns.agreement import answer_of
from charlotte.tools.results import PassageCard, PassagesResult
from charlotte.tools.search_documents import DIET

TOOL = "search_documents"
OPEN = frozenset(("practical", "not_understood", "which_one"))
"""Answers that say only that she does not know."""
SURE = frozenset(("exact", "close"))
BESIDE_BREAKS = DIET | {"price", "free", "payment", "voucher", "ticket"}
"""What the programme does not say of a meal."""
FREE = re.compile(r"\b(?:kosten(?:los|frei)|gratuit\w*|gratis|free of charge|for free)\b", re.IGNORECASE)
"""What somebody who asks a price must understand of a quote in another language."""
QUESTION_CHARACTERS = 300
WHOLE_PASSAGE = 320
"""Characters of a passage that is quoted whole where several things are asked."""


def come_first(goal: goals.Goal, reading: Reading, prompt: Prompt) -> bool:
    """Return whether the documents are asked before anything else is said."""
    if not _may_tell(reading, prompt):
        return False
    match goal:
        case goals.Answer(phrase) if phrase in OPEN:
            return not is_told(phrase, reading.words.text, reading.language, prompt.variables)
        case goals.Break() if query_of(reading.whole, reading.language).concepts & BESIDE_BREAKS:
            return True
        case goals.Search() if is_practical(reading):
            return True
        case goals.Programme() | goals.Place() | goals.Search():
            return "practical" in reading.guards and not reading.sure_title
    return False


def is_practical(reading: Reading) -> bool:
    """Return whether words that name nothing of the programme for sure are about what visitors need."""
    if "practical" in reading.guards:
        return True
    if reading.sure_title or reading.room or "topic" in reading.asks:
        return False
    return query_of(reading.whole, reading.language).is_practical


def come_last(goal: goals.Goal, results: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether the documents are asked because the programme holds nothing."""
    looked = isinstance(goal, goals.Search | goals.Break | goals.Place | goals.OfKind | goals.Track)
    return looked and all(_is_empty(result) for result in results)


def pursue(reading: Reading, prompt: Prompt, asked_at: int) -> list[Say | Call]:
    """Return the tool's call, or what it gave as an answer; nothing when the documents do not surely say it."""
    if not _may_tell(reading, prompt):
        return []
    question = reading.whole.strip()[:QUESTION_CHARACTERS]
    arguments = json.dumps({"query": question, "limit": 1}, ensure_ascii=False)
    since = prompt.items[asked_at + 1 :]
    made = [item for item in since if isinstance(item, FunctionCall) and item.arguments == arguments]
    if not made:
        return [Call(TOOL, arguments)]
    output = next((result for call, result in outputs(since) if call.call_id == made[-1].call_id), {})
    try:
        result = PassagesResult.model_validate(output)
    except ValidationError:
        return []
    best = result.passages[0] if result.passages else None
    if best is None or best.match not in SURE or not best.quote:
        return []
    confirm = any(note.code == "confirm_with_staff" for note in result.notes)
    asks_price = "price" in query_of(question, reading.language).expects
    if not prompt.spoken and len(best.text) <= WHOLE_PASSAGE and asks_several(reading.whole):
        best = best.model_copy(update={"quote": best.text})  # one sentence answers one question
    return list(_said(best, confirm, asks_price, reading.language, prompt))


def _said(passage: PassageCard, confirm: bool, asks_price: bool, language: str, prompt: Prompt) -> Iterator[Say]:
    texts = _texts()[language]
    if passage.document == STAFF:
        if passage.language != language:
            known = texts["languages"].get(passage.language, passage.language)
            yield Say(texts["staff_in"].replace("{language}", known), language)
        yield Say(passage.quote, passage.language)
        return
    if passage.language == language:
        yield Say(texts["says"], language)
    else:
        known = texts["languages"].get(passage.language, passage.language)
        yield Say(texts["says_in"].replace("{language}", known), language)
    quote: str = texts["quoted"].replace("{quote}", passage.quote)
    yield Say(quote if prompt.spoken else f"{quote} ({_source(passage, texts)}).", passage.language)
    free = FREE.search(passage.quote) if passage.language != language else None
    if free and asks_price:
        yield Say(texts["free"].replace("{word}", free[0]), language)
    if confirm:
        yield Say(texts["diet"], language)


def _source(passage: PassageCard, texts: Mapping[str, Any]) -> str:
    """Return where it stands, as a reader looks for it."""
    heading = passage.headings[-1] if passage.headings else None
    page = texts["page"].replace("{page}", str(passage.page)) if passage.page else None
    return ", ".join(part for part in (passage.title, heading, page) if part)


def _may_tell(reading: Reading, prompt: Prompt) -> bool:
    """Tell whether they can be asked, and something is: a yes or a no is no question, to staff neither."""
    return any(tool.name == TOOL for tool in prompt.tools) and answer_of(reading.whole) is None


def _is_empty(result: Mapping[str, Any]) -> bool:
    """Return whether a result of the programme holds nothing that was asked for."""
    if result.get("error"):
        return False
    place = result.get("place") or {}
    tells_where = any(place.get(name) for name in ("building", "level", "description"))
    return not result.get("sessions") and not tells_where or result.get("match") == "none"


@lru_cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("documents.toml").read_text("utf-8"))
