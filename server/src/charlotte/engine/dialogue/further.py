"""A question that goes on from one about what visitors need: "and for students?", "and how late on Sunday?"."""

import re
from collections.abc import Sequence

from charlotte.engine.dialogue import likely
from charlotte.engine.dialogue.focus import last_turn, outputs
from charlotte.engine.dialogue.reading import Reading
from charlotte.knowledge.query import query_of
from charlotte.protocol.items import FunctionCall, Item

TOOL = "search_documents"
_GOES_ON = re.compile(r"\W*(?:and|but|e|ed|ma|et|mais|und|aber|y|pero)(?!\w)", re.IGNORECASE)
LONGEST = 9
"""Words of a question that leans on the one before it."""
SURELY = 0.5


def whole_question(reading: Reading, items: Sequence[Item]) -> str:
    """Return a question with the practical one that it goes on from before it, else as it came."""
    asked = reading.whole.strip()
    earlier = _practical_before(items, reading.language) if _leans(reading) else None
    return asked if earlier is None else f"{earlier} {asked}"


def goes_on(reading: Reading, items: Sequence[Item]) -> bool:
    """Return whether a question leans on a practical one, so that alone it would ask for something else."""
    return _leans(reading) and _practical_before(items, reading.language) is not None


def _leans(reading: Reading) -> bool:
    if likely.names_something(reading) or reading.guards - {"practical"} or reading.acts:
        return False
    if query_of(reading.whole, reading.language).is_practical:  # "and where is the car park?" is whole
        return False
    if len(reading.words.tokens) > LONGEST or not reading.asks.isdisjoint(("about", "topic", "chair")):
        return False
    return _GOES_ON.match(reading.whole) is not None or reading.family.is_surely("follow_up", above=SURELY)


def _practical_before(items: Sequence[Item], language: str) -> str | None:
    """Return the question before this one, where documents answered it, or nothing did and it is about the house."""
    at, _ = last_turn(items)
    before, question = last_turn(items[: max(at, 0)])
    if before < 0:
        return None
    since = items[before:at]
    if any(isinstance(item, FunctionCall) for item in since):
        told = [result for call, result in outputs(since) if call.name == TOOL]
        return question if any(result.get("match") in ("exact", "close") for result in told) else None
    query = query_of(question, language)
    return question if query.is_practical or "price" in query.expects else None
