"""A question that goes on from one about what visitors need, or from a session: "and for students?", "and to pay?"."""

import re
from collections.abc import Sequence

from charlotte.engine.dialogue.question.focus import earlier_answer, last_turn, outputs
from charlotte.engine.dialogue.question.preamble import question_after, question_after_comma
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.recalled import QUOTED
from charlotte.engine.dialogue.wish import likely
from charlotte.knowledge.query import query_of
from charlotte.protocol.items import FunctionCall, Item

TOOL = "search_documents"
_GOES_ON = re.compile(r"\W*(?:and|but|e|ed|ma|et|mais|und|aber|y|pero)(?!\w)", re.IGNORECASE)
LONGEST = 9
"""Words of a question that leans on the one before it."""
LONGEST_OF_A_SESSION = 20
"""The same of one that goes on from a session."""
SURELY = 0.5
PAYING = frozenset(("price", "free", "payment"))


def questions(reading: Reading, items: Sequence[Item]) -> tuple[str, ...]:
    """Return what documents are asked, one after the other: with what a question goes on from, and as it came.

    It goes on from a practical question, or from the session that was told last, by its title.
    """
    asked = reading.whole.strip()
    if _leans(reading) and (earlier := _practical_before(items, reading.language)) is not None:
        return (f"{earlier} {asked}",)
    if _needs_the_house(reading) and (title := _told_last(items)) is not None:
        # Alone it would be told of anything, unless a place is asked for.
        alone = () if likely.asks_only_to_pay(reading) and "where" not in reading.asks else (asked,)
        return f"{title}: {asked}", *_after_the_question_before(reading, items), *alone
    return (asked, *_behind_what_is_told(asked, reading.language))


def _after_the_question_before(reading: Reading, items: Sequence[Item]) -> tuple[str, ...]:
    """Return a question with the one before it, where it does not say itself of what it asks."""
    at, _ = last_turn(items)
    _, before = last_turn(items[: max(at, 0)])
    return (f"{before} {reading.whole.strip()}",) if before and likely.asks_only_for_the_house(reading) else ()


def _behind_what_is_told(asked: str, language: str) -> tuple[str, ...]:
    """Return the question behind what somebody tells of themselves: "I came with a child, where is the crèche?"."""
    behind = question_after(asked) or question_after_comma(asked)
    return (behind,) if behind and query_of(behind, language).is_practical else ()


def goes_on(reading: Reading, items: Sequence[Item]) -> bool:
    """Return whether a question leans on what was said before, so that alone it would ask for something else."""
    return leans_on_the_house(reading, items) or _needs_the_house(reading) and _told_last(items) is not None


def leans_on_the_house(reading: Reading, items: Sequence[Item]) -> bool:
    """Return whether it goes on from a question that documents answered, or about what visitors need."""
    return _leans(reading) and _practical_before(items, reading.language) is not None


def _needs_the_house(reading: Reading) -> bool:
    """Return whether it asks for what no programme tells, and names nothing of the programme itself."""
    if likely.asks_only_for_the_house(reading):
        return True
    if likely.names_something(reading) or reading.guards - {"practical"} or reading.acts:
        return False
    if len(reading.words.tokens) > LONGEST_OF_A_SESSION or not reading.asks.isdisjoint(("about", "topic", "chair")):
        return False
    costs = reading.family.is_surely("follow_up", above=SURELY) and reading.family.wants("cost", above=SURELY)
    return (
        costs
        or _only_asks_a_price(reading)
        or likely.is_beyond(reading)
        or reading.family.is_surely("practical", above=SURELY)
    )


def _told_last(items: Sequence[Item]) -> str | None:
    """Return the title that the answer before this question quotes; None where it quotes none or several."""
    at, _ = last_turn(items)
    answer = earlier_answer(items[: max(at, 0)]) or ""
    titles = list(dict.fromkeys(QUOTED.findall(answer)))
    return titles[0] if len(titles) == 1 else None


def _leans(reading: Reading) -> bool:
    if likely.names_something(reading) or reading.guards - {"practical"} or reading.acts:
        return False
    if query_of(reading.whole, reading.language).is_practical:  # "and where is the car park?" is whole
        return False
    if len(reading.words.tokens) > LONGEST or not reading.asks.isdisjoint(("about", "topic", "chair")):
        return False
    goes_on = _GOES_ON.match(reading.whole) is not None or _only_asks_a_price(reading)
    return goes_on or reading.family.is_surely("follow_up", above=SURELY)


def _only_asks_a_price(reading: Reading) -> bool:
    """Return whether a question asks what something costs and does not say what: "¿cuánto cuesta?"."""
    query = query_of(reading.whole, reading.language)
    return (
        "price" in query.expects
        and bool(query.terms)
        and all(term.concepts <= PAYING and term.concepts for term in query.terms)
    )


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
